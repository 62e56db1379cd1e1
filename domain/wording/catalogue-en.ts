import type { Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'

type Count = 'one' | 'other'

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' })

/** "the Government of Armenia", "the authorities of ...", "a former ombudsman", "UNHCR": as a name stands within a sentence. */
function article(name: string): string {
  if (/^(An?|The|Authorities) /.test(name)) {
    const small = name.charAt(0).toLowerCase() + name.slice(1)
    return name.startsWith('Authorities') ? `the ${small}` : small
  }
  const isOffice = / of |^(Ministry|Government|Office|Prosecutor|Investigative|Regional|National)\b/.test(name)
  return isOffice ? `the ${name}` : name
}

const nouns: Record<string, [one: string, other: string]> = {
  person: ['person', 'people'],
  civilian: ['civilian', 'civilians'],
  combatant: ['combatant', 'combatants'],
  child: ['child', 'children'],
  'civilian-child': ['civilian child', 'civilian children'],
  soldier: ['soldier', 'soldiers'],
  police: ['police officer', 'police officers'],
  official: ['official', 'officials'],
  medical: ['medical worker', 'medical workers'],
  journalist: ['journalist', 'journalists'],
  'aid-worker': ['aid worker', 'aid workers'],
  peacekeeper: ['peacekeeper', 'peacekeepers'],
  'road-worker': ['road worker', 'road workers'],
  'interior-ministry': ['interior-ministry staff member', 'interior-ministry staff'],
  patient: ['patient', 'patients'],
  woman: ['woman', 'women'],
  man: ['man', 'men'],
  girl: ['girl', 'girls'],
  boy: ['boy', 'boys'],
  households: ['household', 'households'],
  children: ['child', 'children'],
  settlements: ['settlement', 'settlements'],
  objects: ['civilian object', 'civilian objects'],
  complaints: ['complaint', 'complaints'],
}

/** What an indicator says of those counted: "200 people killed"; `noun` stands in place of the people where the thing counted is another. */
const predicates: Record<string, { predicate: string; noun?: [one: string, other: string] }> = {
  killed: { predicate: 'killed' },
  injured: { predicate: 'injured' },
  missing: { predicate: 'missing' },
  detained: { predicate: 'detained' },
  'newly-detained': { predicate: 'newly detained' },
  'ill-treated': { predicate: 'ill-treated' },
  casualties: { predicate: 'killed or injured' },
  'remains-recovered': { predicate: 'recovered', noun: ['set of remains', 'sets of remains'] },
  'bodies-awaiting-recovery': { predicate: 'awaiting recovery', noun: ['body', 'bodies'] },
  'died-during-displacement': { predicate: 'who died during displacement' },
  displaced: { predicate: 'displaced' },
  evacuated: { predicate: 'evacuated' },
  idps: { predicate: 'internally displaced' },
  arrived: { predicate: 'arrived' },
  registered: { predicate: 'registered' },
  returned: { predicate: 'returned' },
  remaining: { predicate: 'remaining' },
  sheltering: { predicate: 'sheltering' },
  accommodated: { predicate: 'given accommodation' },
  'residence-applications': { predicate: 'who applied for residence' },
  'transferred-to-hospital': { predicate: 'transferred to hospital' },
  'in-treatment': { predicate: 'in treatment' },
  'complaints-received': { predicate: 'received' },
  'complaints-open': { predicate: 'open' },
  'complaints-resolved': { predicate: 'resolved' },
  'separated-families': { predicate: 'separated', noun: ['family', 'families'] },
  'unaccompanied-children': { predicate: 'unaccompanied', noun: ['child', 'children'] },
  'settlements-shelled': { predicate: 'shelled' },
  'civilian-objects-damaged': { predicate: 'damaged' },
  'without-water': { predicate: 'without water' },
  'without-power': { predicate: 'without power' },
  'without-food': { predicate: 'without enough food' },
  'without-medicine': { predicate: 'without the medicine they need' },
  'population-before': { predicate: 'living there before' },
}

function nounKey({ status, age, sex, role, condition }: Population): string {
  if (role) return role
  if (sex === 'female') return age === 'child' ? 'girl' : 'woman'
  if (sex === 'male') return age === 'child' ? 'boy' : 'man'
  if (age === 'child') return status === 'civilian' ? 'civilian-child' : 'child'
  if (condition === 'patient') return 'patient'
  return status ?? 'person'
}

function qualify({ age, condition, disability }: Population, noun: string): string {
  const older = age === 'older' ? 'older ' : ''
  const wounded = condition === 'wounded' ? 'wounded ' : ''
  return `${wounded}${older}${noun}${disability ? ' with a disability' : ''}`
}

const qualifiers: Record<Quantity['qualifier'], { before: string; after: string }> = {
  exact: { before: '', after: '' },
  'at-least': { before: 'at least', after: '' },
  'more-than': { before: 'more than', after: '' },
  'at-most': { before: 'at most', after: '' },
  'fewer-than': { before: 'fewer than', after: '' },
  about: { before: 'about', after: '' },
  between: { before: '', after: '' },
  unquantified: { before: '', after: '' },
}

/** "4 days", "3 months", "2 years": an age is a warning, not a measurement. */
function inLargeUnits(days: number): string {
  const [count, unit] =
    days < 60 ? [days, 'day'] : days < 730 ? [Math.floor(days / 30.44), 'month'] : [Math.floor(days / 365.25), 'year']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

export const catalogueEn = {
  qualifiers,
  article,
  sentenceCase: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  noFigure: 'no figure reported',
  or: 'or',
  ruleOrder: ', then ',
  list: (items: string[]) => conjunction.format(items),
  count: (value: number): Count => (value === 1 ? 'one' : 'other'),
  /** "civilians", "children", "wounded people"; a crisis's group is named instead of "people". */
  people: (population: Population, unit: string, count: Count, group: string | null) => {
    const key = unit === 'persons' ? nounKey(population) : unit
    const [one, other] = nouns[key] ?? ['person', 'people']
    const noun = qualify(population, count === 'one' ? one : other)
    if (!group) return noun
    return key === 'person' ? group : `${noun} (${group})`
  },
  /** "people killed", "sets of remains recovered". */
  counted: (indicator: string, label: string, noun: string, count: Count) => {
    const found = predicates[indicator]
    const own = found?.noun ? (count === 'one' ? found.noun[0] : found.noun[1]) : noun
    return `${own} ${found?.predicate ?? label.toLowerCase()}`
  },
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  place: {
    // A site is named with its article: "at the fuel depot", but "in Stepanakert".
    at: (name: string) => `${name.startsWith('the ') ? 'at' : 'in'} ${name}`,
    from: (name: string) => `from ${name}`,
    to: (name: string) => `to ${name}`,
  },
  arrivedPlace: (name: string) => `in ${name}`,
  stated: (claimant: string, asOf: string | null, rest: string, verb: 'reported' | 'stated') =>
    asOf
      ? `As of ${asOf}, ${article(claimant)} ${verb} ${rest}`
      : `At a time that is not stated, ${article(claimant)} ${verb} ${rest}`,
  estimated: 'an estimated',
  of: (whole: string) => `of them ${whole}`,
  coverage: (caveat: string) => `this ${caveat}`,
  derived: (arithmetic: string) => `derived: ${arithmetic}`,
  placeWithheld: (ancestor: string | null) =>
    ancestor ? `${ancestor} (exact place withheld)` : 'a place that is withheld',
  noneReported: (subject: string) => `No figure was reported for ${subject}.`,
  sourcesAgree: (subject: string) => `Sources agree on ${subject}:`,
  sourcesCompatible: (subject: string) => `Sources do not contradict one another on ${subject}:`,
  sourcesDiffer: (subject: string) => `Sources differ on ${subject}:`,
  position: (claimant: string, quantity: string, asOf: string) => `${article(claimant)}, ${quantity} (as of ${asOf})`,
  relaysDiffer: (claimant: string, asOf: string, subject: string) =>
    `One statement of ${article(claimant)} (as of ${asOf}) on ${subject} is relayed with different numbers:`,
  unresolved: 'which is right has not been resolved.',
  denied: {
    number: 'disputed the number',
    occurrence: 'denied it',
    responsibility: 'denied responsibility',
    unspecified: 'denied the claim',
  },
  deniedUnspecified: 'What was denied is not specified.',
  chips: {
    none: 'no source',
    single: 'one source',
    agree: (count: number) => `${count} sources agree`,
    compatible: (count: number) => `${count} sources, compatible`,
    differ: (range: string) => `sources differ: ${range}`,
    contested: 'contested',
    relaysDiffer: (count: number) => `${count} relays of one statement differ; unresolved`,
    denied: 'denied; what was denied is not specified',
  },
  verification: {
    none: 'not corroborated',
    corroborated: 'corroborated by independent sources',
    checked: (by: string, method: string) => `checked by ${by}: ${method}`,
  },
  rules: {
    resolved: 'decided by an editor, with the reason recorded',
    'preferred-sources': 'the preferred source of this crisis',
    range: 'the range of all standing positions',
    majority: 'the value most sources state',
    'most-recent': 'the most recent position',
  },
  since: (difference: string, when: string) => `${difference} since ${when}`,
  wasOn: (value: string, when: string) => `was ${value} on ${when}`,
  unchangedSince: (when: string) => `unchanged since ${when}`,
  daysOld: (days: number) => `${inLargeUnits(days)} old`,
  earlier: 'earlier count',
  orderAssumed: 'order of two statements unknown; read as not falling',
  relay: (publisher: string) => `relayed by ${publisher}`,
  undated: 'undated',
  endOfDay: (day: string) => `${day}, end of day`,
  month: (text: string) => text,
  changes: {
    new: 'New',
    'revised-up': 'Revised up',
    'revised-down': 'Revised down',
    withdrawn: 'Withdrawn',
    contested: 'Newly contested',
    resolved: 'Resolved',
    'gone-stale': 'Gone stale',
  },
  wasNow: (was: string, now: string) => `${was} → ${now}`,
  lastCounted: (when: string) => `last counted ${when}`,
  noChange: 'No number changed in this period.',
  more: (count: number) => `and ${count} more; see the list of figures.`,
  notKnown: {
    noFigure: (subject: string) => `${subject}: no figure reported.`,
    noCountSince: (subject: string, when: string) => `${subject}: no count since ${when}.`,
    unresolved: (subject: string) =>
      `${subject}: relays of one statement differ and nobody has yet said which is right.`,
    open: (subject: string, quantity: string) => `${subject}: the upper end is open (${quantity}).`,
    undated: (count: number) =>
      `${count} ${count === 1 ? 'figure carries' : 'figures carry'} no date and ${count === 1 ? 'stands' : 'stand'} outside series and headlines.`,
  },
  sections: {
    highlights: 'Highlights',
    overview: 'Situation overview',
    'key-figures': 'Key figures',
    changes: 'What changed since the last report',
    casualties: 'Casualties',
    displacement: 'Displacement',
    ombudsman: 'The ombudsman beside everyone else',
    contested: 'Stated and denied',
    'not-known': 'What we do not know',
    needs: 'Needs, response and gaps',
    access: 'Protection and access',
    chronology: 'Chronology',
    methodology: 'Methodology and caveats',
    contact: 'Contact',
  },
  sectorParts: { needs: 'Needs:', response: 'Response:', gaps: 'Gaps:' },
  sectors: {
    'camp-coordination': 'Camp coordination and camp management',
    'early-recovery': 'Early recovery',
    education: 'Education',
    'emergency-telecommunications': 'Emergency telecommunications',
    'food-security': 'Food security',
    health: 'Health',
    logistics: 'Logistics',
    nutrition: 'Nutrition',
    protection: 'Protection',
    shelter: 'Shelter',
    'water-sanitation-hygiene': 'Water, sanitation and hygiene',
  },
  sources: 'Sources',
  thinned:
    'Not all statements are drawn: of each source the newest, and the last of each of five stretches of time. All stand in the list of figures.',
  columns: {
    what: 'What was counted',
    claimant: 'Who says so',
    figure: 'Figure',
    asOf: 'As of',
    note: 'Note',
    event: 'Event',
    when: 'When',
    ombudsman: 'Ombudsman',
    others: 'Others',
  },
  report: {
    'situation-report': (number: number) => `Situation report ${number}`,
    'flash-update': (number: number) => `Flash update ${number}`,
    asOf: (when: string, zone: string) => `As of ${when} (${zone})`,
    period: (from: string, to: string) => `covers ${from} to ${to}`,
    next: (when: string) => `next report ${when}`,
    expires: (when: string) => `expires ${when}`,
    reconstructed: 'Reconstructed from published sources',
    exercise: 'Exercise – invented',
    fourEyesOff: 'Approved by one person: the four-eyes rule is switched off',
    noEvent: 'Not tied to one event',
    reconstructedNote: 'When something became known is taken from the day of its publication.',
  },
  groups: {
    casualties: 'Casualties',
    displacement: 'Displacement',
    protection: 'Protection',
    ombudsman: "Ombudsman's work",
  },
  labels: {
    page: 'Page',
    of: 'of',
    content: 'Content SHA-256',
    audit: 'Audit head before publication',
    states: 'States',
    denies: 'Denies',
    relays: 'Relayed as',
  },
  methodology: (policy: string) => [
    'Every number is what one source said: of whom, where, how counted, as of when, and where that can be read. Figures of different sources are never added, and nothing is averaged.',
    `A headline is chosen by this order of rules: ${policy}. Where sources differ, the range from the lowest to the highest standing position is shown.`,
    'Running totals, stocks and flows are never mixed. "At least" and "more than" are open upward and are drawn with an arrow. "No figure reported" is not zero.',
    'A running total older than the newest by more than the indicator’s window, and not above it, is shown as earlier and stands outside range and agreement.',
  ],
  /** Added to the methodology where the crisis has it so. */
  publicLimits: {
    coarsened: (level: string) =>
      `Places finer than ${level} are shown to the public as what they lie in, marked "exact place withheld".`,
    suppressed: (below: number) =>
      `Figures below ${below} at such places are not shown to the public, nor is a figure from which one could be worked out by subtraction. What is hidden is left out of every list, count, range and headline.`,
    suppressedAnywhere: (below: number) =>
      `Figures below ${below} that name a place are not shown to the public, nor is a figure from which one could be worked out by subtraction. What is hidden is left out of every list, count, range and headline.`,
    levels: {
      country: 'a country',
      admin1: 'a first-level administrative unit',
      admin2: 'a second-level administrative unit',
      admin3: 'a third-level administrative unit',
      settlement: 'a settlement',
      site: 'a site',
    },
  },
}
