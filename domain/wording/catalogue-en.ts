import type { DisputeAspect } from '@/domain/figure/figure'
import type { Quantity } from '@/domain/quantity/quantity'
import { wordCountedEn } from '@/domain/wording/counted/counted-en'
import { inLargeUnits } from '@/domain/wording/large-units'
import type { PlaceLists } from '@/domain/wording/place-lists'
import { punctuationOf } from '@/domain/wording/punctuation'

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

/** "4 days", "3 months", "2 years". */
function ageText(days: number): string {
  const [count, unit] = inLargeUnits(days)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const denied: Record<DisputeAspect, string> = {
  number: 'disputed the number',
  occurrence: 'denied it',
  responsibility: 'denied responsibility',
  unspecified: 'denied the claim',
}

export const catalogueEn = {
  ...punctuationOf('en'),
  qualifiers,
  sentenceCase: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  noFigure: 'no figure reported',
  or: 'or',
  ruleOrder: ', then ',
  list: (items: string[]) => conjunction.format(items),
  counted: wordCountedEn,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  /** A subject with where it was and the events it is about: "people killed in Stepanakert (the explosion of 25 September)". */
  placed: (subject: string, { at, from, to }: PlaceLists, events: string | null, indicator: string) => {
    // A site is named with its article: "at the fuel depot", but "in Stepanakert".
    const there = at && `${at.startsWith('the ') ? 'at' : 'in'} ${at}`
    const origin = from && `from ${from}`
    // "arrived in Armenia from Nagorno-Karabakh", but "evacuated from Goris to Yerevan".
    const way = indicator === 'arrived' ? [to && `in ${to}`, there, origin] : [origin, there, to && `to ${to}`]
    return [subject, ...way, events && `(${events})`].filter(Boolean).join(' ')
  },
  stated: (claimant: string, asOf: string | null, rest: string, verb: 'reported' | 'stated') =>
    asOf
      ? `As of ${asOf}, ${article(claimant)} ${verb} ${rest}`
      : `At a time that is not stated, ${article(claimant)} ${verb} ${rest}`,
  of: (whole: string) => `of them ${whole}`,
  /** A part by the crisis's label for it, "7 civilians"; `one`: the same where it is one alone, with its noun in the singular. */
  part: (amounts: string, label: string, one: string | null) => one ?? `${amounts} ${label}`,
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
  denied,
  denies: (claimant: string, aspect: DisputeAspect) => `${article(claimant)} ${denied[aspect]}`,
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
  daysOld: (days: number) => `${ageText(days)} old`,
  earlier: 'earlier count',
  orderAssumed: 'order of two statements unknown; read as not falling',
  relay: (publisher: string) => `relayed by ${publisher}`,
  undated: 'undated',
  endOfDay: (day: string) => `${day}, end of day`,
  changes: {
    new: 'New',
    'revised-up': 'Revised up',
    'revised-down': 'Revised down',
    withdrawn: 'Withdrawn',
    contested: 'Newly contested',
    resolved: 'Resolved',
    'gone-stale': 'Gone stale',
  },
  lastCounted: (when: string) => `last counted ${when}`,
  noChange: 'No number changed in this period.',
  more: (count: number) => `and ${count} more; see the list of figures.`,
  displacementNotes: 'Accounts of displacement',
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
  /** Words by which a text tells that a number is contested, or that numbers were added. */
  lintWords: {
    contested:
      /\b(den(y|ies|ied)|disput\w+|contest\w+|unresolved|not resolved|differ\w*|question\w+|reject\w+)\b/i as RegExp,
    sum: /\b(in all|altogether|in total|a total of|combined|together)\b/i as RegExp,
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
    marks: 'Marks in the charts:',
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

/** One language's words for figures, headlines and reports. English fixes the shape; a translation that lacks a phrase does not compile. */
export type Catalogue = typeof catalogueEn
