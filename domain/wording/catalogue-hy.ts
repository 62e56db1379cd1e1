import type { DisputeAspect } from '@/domain/figure/figure'
import type { Catalogue } from '@/domain/wording/catalogue-en'
import { wordCountedHy } from '@/domain/wording/counted/counted-hy'
import { inLargeUnits, type LargeUnit } from '@/domain/wording/large-units'
import type { PlaceLists } from '@/domain/wording/place-lists'
import { punctuationOf } from '@/domain/wording/punctuation'
import { withinSentence } from '@/domain/wording/within-sentence'

/*
 * Names stand without endings: the ledger holds no cases of a name, so phrases are built that need none ("աղբյուրը՝ ..."). After a number
 * a noun stands in the singular.
 */

const ages: Record<LargeUnit, string> = { day: 'օր', month: 'ամիս', year: 'տարի' }

const conjunction = new Intl.ListFormat('hy', { type: 'conjunction' })

const denied: Record<DisputeAspect, string> = {
  number: 'թիվը վիճարկվում է',
  occurrence: 'փաստը հերքվում է',
  responsibility: 'պատասխանատվությունը հերքվում է',
  unspecified: 'պնդումը հերքվում է',
}

export const catalogueHy: Catalogue = {
  ...punctuationOf('hy'),
  qualifiers: {
    exact: { before: '', after: '' },
    'at-least': { before: 'առնվազն', after: '' },
    'more-than': { before: 'ավելի քան', after: '' },
    'at-most': { before: 'առավելագույնը', after: '' },
    'fewer-than': { before: 'պակաս քան', after: '' },
    about: { before: 'մոտ', after: '' },
    between: { before: '', after: '' },
    unquantified: { before: '', after: '' },
  },
  sentenceCase: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  noFigure: 'թիվ չի հաղորդվել',
  or: 'կամ',
  ruleOrder: ', ապա՝ ',
  list: (items) => conjunction.format(items),
  counted: wordCountedHy,
  fromTo: (from, to) => `${from} → ${to}`,
  placed: (subject, { at, from, to }: PlaceLists, events) => {
    const way = from && to ? `${from} → ${to}` : from ? `որտեղից՝ ${from}` : to ? `ուր՝ ${to}` : null
    const context = [at, way, events && withinSentence(events)].filter(Boolean).join('; ')
    return context ? `${subject} (${context})` : subject
  },
  stated: (claimant, asOf, rest, verb) => {
    const when = asOf ? `Առ ${asOf}` : 'Ժամանակը նշված չէ'
    const source = verb === 'reported' ? 'հաղորդման աղբյուրը' : 'հայտարարության աղբյուրը'
    return `${when}, ${source}՝ ${claimant}. ${rest}`
  },
  of: (whole) => `նրանցից՝ ${whole}`,
  part: (amounts, label, one) => one ?? `${label} (${amounts})`,
  derived: (arithmetic) => `հաշվարկված է՝ ${arithmetic}`,
  placeWithheld: (ancestor) => (ancestor ? `${ancestor} (ճշգրիտ վայրը չի հրապարակվում)` : 'վայրը չի հրապարակվում'),
  noneReported: (subject) => `Թիվ չի հաղորդվել. ${subject}։`,
  sourcesAgree: (subject) => `Աղբյուրների տվյալները համընկնում են (${subject})՝`,
  sourcesCompatible: (subject) => `Աղբյուրների տվյալները իրար չեն հակասում (${subject})՝`,
  sourcesDiffer: (subject) => `Աղբյուրների տվյալները տարբերվում են (${subject})՝`,
  position: (claimant, quantity, asOf) => `${claimant} – ${quantity} (առ ${asOf})`,
  relaysDiffer: (claimant, asOf, subject) =>
    `Մեկ հայտարարություն (աղբյուրը՝ ${claimant}, առ ${asOf}) փոխանցվել է տարբեր թվերով (${subject})՝`,
  unresolved: 'թե որն է ճիշտ, պարզված չէ։',
  denied,
  denies: (claimant, aspect) => `${claimant}. ${denied[aspect]}`,
  deniedUnspecified: 'Թե ինչն է հերքվում, նշված չէ։',
  chips: {
    none: 'աղբյուր չկա',
    single: 'մեկ աղբյուր',
    agree: (count) => `${count} աղբյուր, տվյալները համընկնում են`,
    compatible: (count) => `${count} աղբյուր, տվյալները իրար չեն հակասում`,
    differ: (range) => `աղբյուրները տարբերվում են՝ ${range}`,
    contested: 'վիճարկվում է',
    relaysDiffer: (count) => `մեկ հայտարարության ${count} փոխանցում տարբերվում է. չլուծված`,
    denied: 'հերքվում է. թե ինչը, նշված չէ',
  },
  verification: {
    none: 'անկախ հաստատում չկա',
    corroborated: 'հաստատված է անկախ աղբյուրներով',
    checked: (by, method) => `ստուգված է (${by})՝ ${method}`,
  },
  rules: {
    resolved: 'խմբագրի որոշում՝ պատճառի գրառմամբ',
    'preferred-sources': 'այս ճգնաժամի նախընտրելի աղբյուրը',
    range: 'բոլոր գործող դիրքորոշումների միջակայքը',
    majority: 'աղբյուրների մեծամասնության նշած արժեքը',
    'most-recent': 'ամենանոր դիրքորոշումը',
  },
  since: (difference, when) => `${difference}՝ ${when}-ից ի վեր`,
  wasOn: (value, when) => `${when}՝ ${value}`,
  unchangedSince: (when) => `անփոփոխ՝ ${when}-ից ի վեր`,
  daysOld: (days) => {
    const [count, unit] = inLargeUnits(days)
    return `${count} ${ages[unit]} առաջվա`
  },
  earlier: 'ավելի վաղ հաշվարկ',
  orderAssumed: 'երկու հայտարարության հերթականությունն անհայտ է. համարվում է, որ թիվը չի նվազել',
  relay: (publisher) => `փոխանցող՝ ${publisher}`,
  undated: 'առանց ամսաթվի',
  endOfDay: (day) => `${day}, օրվա վերջ`,
  changes: {
    new: 'Նոր',
    'revised-up': 'Վերանայվել է դեպի վեր',
    'revised-down': 'Վերանայվել է դեպի վար',
    withdrawn: 'Հետ է կանչվել',
    contested: 'Սկսել է վիճարկվել',
    resolved: 'Լուծվել է',
    'gone-stale': 'Հնացել է',
  },
  lastCounted: (when) => `վերջին հաշվարկը՝ ${when}`,
  noChange: 'Այս ժամանակահատվածում ոչ մի թիվ չի փոխվել։',
  more: (count) => `և ևս ${count}. տե՛ս տվյալների ցանկը։`,
  displacementNotes: 'Վկայություններ տեղահանման մասին',
  notKnown: {
    noFigure: (subject) => `${subject}. թիվ չի հաղորդվել։`,
    noCountSince: (subject, when) => `${subject}. հաշվարկ չկա ${when}-ից ի վեր։`,
    unresolved: (subject) =>
      `${subject}. մեկ հայտարարության փոխանցումները տարբերվում են, և դեռ ոչ ոք չի ասել, թե որն է ճիշտ։`,
    open: (subject, quantity) => `${subject}. վերին սահմանը բաց է (${quantity})։`,
    undated: (count) => `Առանց ամսաթվի տվյալներ՝ ${count}. դրանք դուրս են շարքերից և ամփոփ թվերից։`,
  },
  sections: {
    highlights: 'Գլխավորը',
    overview: 'Իրավիճակի ակնարկ',
    'key-figures': 'Հիմնական թվեր',
    changes: 'Ինչ է փոխվել նախորդ զեկույցից հետո',
    casualties: 'Զոհված, վիրավոր և անհետ կորած մարդիկ',
    displacement: 'Տեղահանում',
    ombudsman: 'Օմբուդսմենը և մյուս աղբյուրները',
    contested: 'Պնդվում և հերքվում է',
    'not-known': 'Ինչ չգիտենք',
    needs: 'Կարիքներ, արձագանք և բացեր',
    access: 'Պաշտպանություն և հասանելիություն',
    chronology: 'Ժամանակագրություն',
    methodology: 'Մեթոդաբանություն և վերապահումներ',
    contact: 'Կապ',
  },
  lintWords: {
    contested: /հերք|վիճարկ|չեն համընկնում|տարբեր|չի պարզ|կասկած|մերժ/iu,
    sum: /ընդհանուր առմամբ|միասին|գումարային/iu,
  },
  sectorParts: { needs: 'Կարիքներ՝', response: 'Արձագանք՝', gaps: 'Բացեր՝' },
  sectors: {
    'camp-coordination': 'Ճամբարների համակարգում և կառավարում',
    'early-recovery': 'Վաղ վերականգնում',
    education: 'Կրթություն',
    'emergency-telecommunications': 'Արտակարգ կապ',
    'food-security': 'Պարենային ապահովություն',
    health: 'Առողջապահություն',
    logistics: 'Նյութատեխնիկական ապահովում',
    nutrition: 'Սնուցում',
    protection: 'Պաշտպանություն',
    shelter: 'Կացարան',
    'water-sanitation-hygiene': 'Ջուր, սանիտարիա և հիգիենա',
  },
  sources: 'Աղբյուրներ',
  thinned:
    'Ցույց են տրված ոչ բոլոր հայտարարությունները. ամեն աղբյուրից ամենանորը և ժամանակի հինգ հատվածներից յուրաքանչյուրի վերջինը։ Բոլորը կան տվյալների ցանկում։',
  columns: {
    what: 'Ինչ է հաշվվել',
    claimant: 'Ով է հաղորդում',
    figure: 'Թիվ',
    asOf: 'Առ',
    note: 'Նշում',
    event: 'Իրադարձություն',
    when: 'Երբ',
    ombudsman: 'Օմբուդսմեն',
    others: 'Այլք',
  },
  report: {
    'situation-report': (number) => `Իրավիճակային զեկույց ${number}`,
    'flash-update': (number) => `Շտապ հաղորդում ${number}`,
    asOf: (when, zone) => `Առ ${when} (${zone})`,
    period: (from, to) => `ժամանակահատված՝ ${from} – ${to}`,
    next: (when) => `հաջորդ զեկույցը՝ ${when}`,
    expires: (when) => `ուժի մեջ է մինչև ${when}`,
    reconstructed: 'Վերականգնված է հրապարակված աղբյուրներից',
    exercise: 'Վարժանք – հորինված',
    fourEyesOff: 'Հաստատել է մեկ անձ. երկու անձի կանոնն անջատված է',
    noEvent: 'Կապված չէ մեկ իրադարձության հետ',
    reconstructedNote: 'Թե երբ է ինչը հայտնի դարձել, վերցված է հրապարակման օրից։',
  },
  groups: {
    casualties: 'Զոհված և տուժած մարդիկ',
    displacement: 'Տեղահանում',
    protection: 'Պաշտպանություն',
    ombudsman: 'Օմբուդսմենի աշխատանքը',
  },
  labels: {
    marks: 'Նշանները գծապատկերներում՝',
    page: 'Էջ',
    of: '/',
    content: 'Բովանդակության SHA-256',
    audit: 'Մատյանի վերջին գրառումը հրապարակումից առաջ',
    states: 'Պնդում է',
    denies: 'Հերքում է',
    relays: 'Փոխանցվել է որպես',
  },
  methodology: (policy) => [
    'Ամեն թիվ մեկ աղբյուրի խոսքն է. ում մասին, որտեղ, ինչպես է հաշվվել, երբվա դրությամբ և որտեղ կարելի է կարդալ։ Տարբեր աղբյուրների թվերը երբեք չեն գումարվում, և ոչինչ չի միջինացվում։',
    `Ամփոփ թիվն ընտրվում է կանոնների այս հերթականությամբ՝ ${policy}։ Եթե աղբյուրները տարբերվում են, ցույց է տրվում միջակայքը՝ ամենացածր գործող դիրքորոշումից մինչև ամենաբարձրը։`,
    'Աճողական հանրագումարները, պահի դրությամբ թվերը և հոսքերը երբեք չեն խառնվում։ «Առնվազն» և «ավելի քան» բաց են դեպի վեր և նշվում են սլաքով։ «Թիվ չի հաղորդվել» չի նշանակում զրո։',
    'Աճողական հանրագումարը, որը ամենանորից հին է ցուցանիշի պատուհանից ավելի և նրանից բարձր չէ, ցույց է տրվում որպես ավելի վաղ և դուրս է միջակայքից ու համեմատությունից։',
  ],
  publicLimits: {
    coarsened: (level) =>
      `Վայրերը, որոնք ավելի փոքր են, քան ${level}, հանրությանը ցույց են տրվում որպես այն, ինչի մեջ գտնվում են՝ «ճշգրիտ վայրը չի հրապարակվում» նշումով։`,
    suppressed: (below) =>
      `${below}-ից փոքր թվերն այդպիսի վայրերում հանրությանը ցույց չեն տրվում, ինչպես և թվերը, որոնցից դրանք կարելի է ստանալ հանումով։ Թաքցվածը դուրս է բոլոր ցանկերից, հաշվարկներից, միջակայքերից և ամփոփ թվերից։`,
    suppressedAnywhere: (below) =>
      `${below}-ից փոքր թվերը, որոնցում վայր է նշված, հանրությանը ցույց չեն տրվում, ինչպես և թվերը, որոնցից դրանք կարելի է ստանալ հանումով։ Թաքցվածը դուրս է բոլոր ցանկերից, հաշվարկներից, միջակայքերից և ամփոփ թվերից։`,
    levels: {
      country: 'երկիր',
      admin1: 'առաջին մակարդակի վարչական միավոր',
      admin2: 'երկրորդ մակարդակի վարչական միավոր',
      admin3: 'երրորդ մակարդակի վարչական միավոր',
      settlement: 'բնակավայր',
      site: 'օբյեկտ',
    },
  },
}
