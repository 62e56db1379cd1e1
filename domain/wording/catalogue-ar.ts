import type { DisputeAspect } from '@/domain/figure/figure'
import type { Catalogue } from '@/domain/wording/catalogue-en'
import { wordCountedAr } from '@/domain/wording/counted/counted-ar'
import { intlTagOf } from '@/domain/wording/intl-tag'
import { inLargeUnits } from '@/domain/wording/large-units'
import type { PlaceLists } from '@/domain/wording/place-lists'
import { makePlural, type PluralForms } from '@/domain/wording/plural'
import { punctuationOf } from '@/domain/wording/punctuation'

/*
 * Nominal sentences throughout: a verb would have to agree in gender with the claimant, of whose name the ledger knows none. The digits
 * are 0-9 (`intlTagOf`).
 */

const plural = makePlural('ar')
const counted = (count: number, forms: PluralForms) => `${count} ${plural(count, forms)}`
const sources: PluralForms = { few: 'مصادر', many: 'مصدرًا', other: 'مصدر' }
const relays: PluralForms = { few: 'روايات', many: 'رواية', other: 'رواية' }

const conjunction = new Intl.ListFormat(intlTagOf('ar'), { type: 'conjunction' })

const denied: Record<DisputeAspect, string> = {
  number: 'اعتراض على العدد',
  occurrence: 'نفي الواقعة',
  responsibility: 'نفي المسؤولية',
  unspecified: 'نفي ما ذُكر',
}

export const catalogueAr: Catalogue = {
  ...punctuationOf('ar'),
  qualifiers: {
    exact: { before: '', after: '' },
    'at-least': { before: 'ما لا يقل عن', after: '' },
    'more-than': { before: 'أكثر من', after: '' },
    'at-most': { before: 'ما لا يزيد على', after: '' },
    'fewer-than': { before: 'أقل من', after: '' },
    about: { before: 'نحو', after: '' },
    between: { before: '', after: '' },
    unquantified: { before: '', after: '' },
  },
  sentenceCase: (text) => text,
  noFigure: 'لم يُبلَّغ عن عدد',
  or: 'أو',
  ruleOrder: '، ثم ',
  list: (items) => conjunction.format(items),
  counted: wordCountedAr,
  fromTo: (from, to) => `${from} ← ${to}`,
  placed: (subject, { at, from, to }: PlaceLists, events, indicator) => {
    const there = at && `في ${at}`
    const origin = from && `من ${from}`
    const way = indicator === 'arrived' ? [to && `إلى ${to}`, there, origin] : [origin, there, to && `إلى ${to}`]
    return [subject, ...way, events && `(${events})`].filter(Boolean).join(' ')
  },
  stated: (claimant, asOf, rest, verb) => {
    const when = asOf ? `حتى ${asOf}` : 'في وقت غير محدد'
    return `${when}، ${verb === 'reported' ? 'بحسب' : 'وفق تصريح صادر عن'} ${claimant}: ${rest}`
  },
  of: (whole) => `منهم ${whole}`,
  part: (amounts, label, one) => one ?? `${label}: ${amounts}`,
  derived: (arithmetic) => `محسوب: ${arithmetic}`,
  placeWithheld: (ancestor) => (ancestor ? `${ancestor} (المكان الدقيق محجوب)` : 'مكان محجوب'),
  noneReported: (subject) => `لم يُبلَّغ عن عدد: ${subject}.`,
  sourcesAgree: (subject) => `تتفق المصادر بشأن ${subject}:`,
  sourcesCompatible: (subject) => `لا تتعارض المصادر بشأن ${subject}:`,
  sourcesDiffer: (subject) => `تختلف المصادر بشأن ${subject}:`,
  position: (claimant, quantity, asOf) => `${claimant}، ${quantity} (حتى ${asOf})`,
  relaysDiffer: (claimant, asOf, subject) =>
    `نُقل تصريح واحد صادر عن ${claimant} (حتى ${asOf}) بشأن ${subject} بأعداد مختلفة:`,
  unresolved: 'ولم يُحسم أيها الصحيح.',
  denied,
  denies: (claimant, aspect) => `${claimant}: ${denied[aspect]}`,
  deniedUnspecified: 'لم يُحدَّد ما الذي نُفي.',
  chips: {
    none: 'لا مصدر',
    single: 'مصدر واحد',
    agree: (count) => (count === 2 ? '2 من المصادر متفقان' : `${counted(count, sources)}، متفقة`),
    compatible: (count) => (count === 2 ? '2 من المصادر، دون تعارض' : `${counted(count, sources)}، دون تعارض`),
    differ: (range) => `المصادر مختلفة: ${range}`,
    contested: 'متنازع عليه',
    relaysDiffer: (count) =>
      count === 2
        ? '2 من الروايات لتصريح واحد تختلفان؛ لم يُحسم'
        : `${counted(count, relays)} لتصريح واحد تختلف؛ لم يُحسم`,
    denied: 'منفي؛ لم يُحدَّد ما الذي نُفي',
  },
  verification: {
    none: 'دون تأكيد مستقل',
    corroborated: 'أكدته مصادر مستقلة',
    checked: (by, method) => `تحقق (${by}): ${method}`,
  },
  rules: {
    resolved: 'قرار محرر مع تسجيل السبب',
    'preferred-sources': 'المصدر المفضل لهذه الأزمة',
    range: 'نطاق جميع المواقف القائمة',
    majority: 'القيمة التي تذكرها غالبية المصادر',
    'most-recent': 'أحدث موقف',
  },
  since: (difference, when) => `${difference} منذ ${when}`,
  wasOn: (value, when) => `كان ${value} في ${when}`,
  unchangedSince: (when) => `دون تغيير منذ ${when}`,
  daysOld: (days) => {
    const [count, unit] = inLargeUnits(days)
    const age = new Intl.NumberFormat(intlTagOf('ar'), { style: 'unit', unit, unitDisplay: 'long' }).format(count)
    return `العمر: ${age}`
  },
  earlier: 'إحصاء سابق',
  orderAssumed: 'ترتيب التصريحين غير معروف؛ يُقرأ على أن العدد لم ينخفض',
  relay: (publisher) => `كما نقله ${publisher}`,
  undated: 'دون تاريخ',
  endOfDay: (day) => `${day}، نهاية اليوم`,
  changes: {
    new: 'جديد',
    'revised-up': 'رُفع',
    'revised-down': 'خُفض',
    withdrawn: 'سُحب',
    contested: 'صار متنازعًا عليه',
    resolved: 'حُسم',
    'gone-stale': 'تقادم',
  },
  lastCounted: (when) => `آخر إحصاء: ${when}`,
  noChange: 'لم يتغير أي عدد في هذه الفترة.',
  more: (count) => `وكذلك ${count}؛ انظر قائمة الأرقام.`,
  displacementNotes: 'إفادات عن النزوح',
  notKnown: {
    noFigure: (subject) => `${subject}: لم يُبلَّغ عن عدد.`,
    noCountSince: (subject, when) => `${subject}: لا إحصاء منذ ${when}.`,
    unresolved: (subject) => `${subject}: تختلف روايات تصريح واحد ولم يقل أحد بعد أيها الصحيح.`,
    open: (subject, quantity) => `${subject}: الحد الأعلى مفتوح (${quantity}).`,
    undated: (count) => `أرقام دون تاريخ: ${count}؛ وهي خارج السلاسل والأرقام الموحدة.`,
  },
  sections: {
    highlights: 'أبرز النقاط',
    overview: 'لمحة عن الوضع',
    'key-figures': 'الأرقام الرئيسية',
    changes: 'ما الذي تغير منذ التقرير السابق',
    casualties: 'القتلى والجرحى والمفقودون',
    displacement: 'النزوح',
    ombudsman: 'أمين المظالم إلى جانب سائر المصادر',
    contested: 'ما ذُكر وما نُفي',
    'not-known': 'ما لا نعرفه',
    needs: 'الاحتياجات والاستجابة والفجوات',
    access: 'الحماية والوصول',
    chronology: 'التسلسل الزمني',
    methodology: 'المنهجية والتحفظات',
    contact: 'جهة الاتصال',
  },
  lintWords: {
    contested: /نف[تىي]|ينفي|تنفي|متنازع|تناقض|يختلف|تختلف|اختلاف|لم يُحسم|شكك|رفض/u,
    sum: /في المجموع|بالمجمل|مجتمع|إجمالا|مجموعه/u,
  },
  sectorParts: { needs: 'الاحتياجات:', response: 'الاستجابة:', gaps: 'الفجوات:' },
  sectors: {
    'camp-coordination': 'تنسيق المخيمات وإدارتها',
    'early-recovery': 'الإنعاش المبكر',
    education: 'التعليم',
    'emergency-telecommunications': 'الاتصالات في حالات الطوارئ',
    'food-security': 'الأمن الغذائي',
    health: 'الصحة',
    logistics: 'اللوجستيات',
    nutrition: 'التغذية',
    protection: 'الحماية',
    shelter: 'المأوى',
    'water-sanitation-hygiene': 'المياه والصرف الصحي والنظافة الصحية',
  },
  sources: 'المصادر',
  thinned: 'لم تُرسم كل التصريحات: من كل مصدر أحدثها، والأخير في كل فترة من خمس فترات. وكلها في قائمة الأرقام.',
  columns: {
    what: 'ما الذي أُحصي',
    claimant: 'من الذي ذكره',
    figure: 'العدد',
    asOf: 'حتى',
    note: 'ملاحظة',
    event: 'الحدث',
    when: 'متى',
    ombudsman: 'أمين المظالم',
    others: 'آخرون',
  },
  report: {
    'situation-report': (number) => `تقرير الحالة ${number}`,
    'flash-update': (number) => `تحديث عاجل ${number}`,
    asOf: (when, zone) => `حتى ${when} (${zone})`,
    period: (from, to) => `الفترة: من ${from} إلى ${to}`,
    next: (when) => `التقرير التالي: ${when}`,
    expires: (when) => `ينتهي في: ${when}`,
    reconstructed: 'أُعيد تجميعه من مصادر منشورة',
    exercise: 'تمرين – مختلق',
    fourEyesOff: 'وافق عليه شخص واحد: قاعدة الموافقة المزدوجة معطلة',
    noEvent: 'غير مرتبط بحدث واحد',
    reconstructedNote: 'وقت العلم بكل أمر مأخوذ من يوم نشره.',
  },
  groups: {
    casualties: 'القتلى والجرحى',
    displacement: 'النزوح',
    protection: 'الحماية',
    ombudsman: 'عمل أمين المظالم',
  },
  labels: {
    marks: 'العلامات في الرسوم البيانية:',
    page: 'صفحة',
    of: 'من',
    content: 'بصمة المحتوى SHA-256',
    audit: 'رأس سجل التدقيق قبل النشر',
    states: 'يذكر',
    denies: 'ينفي',
    relays: 'نُقل بصيغة',
  },
  methodology: (policy) => [
    'كل عدد هو ما قاله مصدر واحد: عمّن، وأين، وكيف أُحصي، وحتى أي وقت، وأين يمكن قراءته. لا تُجمع أعداد مصادر مختلفة أبدًا، ولا يُحسب متوسط.',
    `يُختار الرقم الموحد وفق ترتيب القواعد الآتي: ${policy}. وحيث تختلف المصادر يُعرض النطاق من أدنى موقف قائم إلى أعلاه.`,
    'لا تُخلط المجاميع التراكمية والأعداد في لحظة معينة والتدفقات. «ما لا يقل عن» و«أكثر من» مفتوحان إلى الأعلى ويُرسمان بسهم. «لم يُبلَّغ عن عدد» ليس صفرًا.',
    'المجموع التراكمي الأقدم من الأحدث بأكثر من نافذة المؤشر، وغير الأعلى منه، يُعرض على أنه سابق ويقع خارج النطاق والمقارنة.',
  ],
  publicLimits: {
    coarsened: (level) => `الأماكن الأصغر من ${level} تُعرض للجمهور باسم ما تقع فيه، مع عبارة «المكان الدقيق محجوب».`,
    suppressed: (below) =>
      `لا تُعرض للجمهور الأعداد التي تقل عن ${below} في مثل هذه الأماكن، ولا عدد يمكن استنتاجها منه بالطرح. وما حُجب لا يدخل في أي قائمة أو إحصاء أو نطاق أو رقم موحد.`,
    suppressedAnywhere: (below) =>
      `لا تُعرض للجمهور الأعداد التي تقل عن ${below} وتذكر مكانًا، ولا عدد يمكن استنتاجها منه بالطرح. وما حُجب لا يدخل في أي قائمة أو إحصاء أو نطاق أو رقم موحد.`,
    levels: {
      country: 'بلد',
      admin1: 'وحدة إدارية من المستوى الأول',
      admin2: 'وحدة إدارية من المستوى الثاني',
      admin3: 'وحدة إدارية من المستوى الثالث',
      settlement: 'تجمع سكني',
      site: 'موقع',
    },
  },
}
