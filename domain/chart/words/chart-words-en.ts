import type { ChartWords } from '@/domain/chart/words/chart-words'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const chartWordsEn: ChartWords = {
  qualifiers: {
    exact: (number) => number,
    'at-least': (number) => `at least ${number}`,
    'more-than': (number) => `more than ${number}`,
    'at-most': (number) => `at most ${number}`,
    'fewer-than': (number) => `fewer than ${number}`,
    about: (number) => `about ${number}`,
  },
  between: (low, high) => `${low}–${high}`,
  noFigure: 'No figure reported',
  subject: (indicator, label, place) => {
    const noun = { arrived: 'Arrivals', returned: 'Returns', registered: 'Registrations', evacuated: 'Evacuations' }[
      indicator
    ]
    if (!noun) return label
    return place ? `${noun} in ${place}` : noun
  },
  passed: (subject, threshold, day) => `${subject} passed ${threshold} on ${day}`,
  rose: (subject, first, last, when) => `${subject} rose from ${first} to ${last} ${when}`,
  fell: (subject, first, last, when) => `${subject} fell from ${first} to ${last} ${when}`,
  stated: (subject, value, when) => `${subject}: ${value} as of ${when}`,
  accordingTo: (claimant, finding) => `${claimant}: ${finding}`,
  relaysDiffer: (subject, values) => `${subject}: ${values}, by relays of one statement that differ`,
  highestDay: (subject, value, day) => `${subject} were highest on ${day}: ${value}`,
  highestInterval: (subject, value, span) => `${subject} were highest in the interval ${span}: ${value}`,
  inHours: (hours) => `in ${hours} hours`,
  fromTo: (first, last, firstDay) => (first === last ? `on ${first}` : `between ${firstDay ?? first} and ${last}`),
  flowOf: (claimant) => `What came between two statements, derived from the running totals of ${claimant}`,
  flowAsPublished: 'Flows as their sources published them',
  footnote: (asOf, knownAt) => (knownAt ? `As of ${asOf}, known at ${knownAt}.` : `As of ${asOf}.`),
  earlier: 'earlier',
  derivedFrom: (arithmetic) => `derived: ${arithmetic}`,
  totalFell: (before, after) => `total fell from ${before} to ${after}`,
  corrected: (before, after) => (after ? `corrected: ${before} to ${after}` : `withdrawn: ${before}`),
  lineWithClaimant: (line, claimant) => `${line}, ${claimant}`,
  legend: {
    open: 'arrow up: at least or more than the number; arrow down: at most or fewer',
    contested: 'diamond: contested by another source',
    differing: 'open diamonds: relays of one statement differ, unresolved',
    earlier: 'dotted: since left behind by a newer statement, outside the range',
    band: 'shaded: lowest to highest standing position',
    whisker: 'thin line before a mark: the as-of is a span, the mark stands at its end',
    irregular: 'hatched: no statement near midnight, the bar spans its true interval',
    published: 'level line: a flow the source itself published, over its period',
  },
  table: {
    asOf: 'As of',
    claimant: 'Claimant',
    line: 'Count',
    value: 'Value',
    remark: 'Remark',
    span: 'Between',
    kind: 'Kind',
    derived: 'difference of two running totals, near midnight',
    derivedIrregular: 'difference of two running totals, true interval',
    published: 'published by the source',
    relaysDiffer: 'relays of one statement differ',
    contested: 'contested',
    notDrawn: 'no number, not drawn',
    source: 'Source',
  },
  alt: {
    steps: (subtitle, series, statements, from, to) =>
      `${subtitle}. Step chart of ${plural(series, 'line', 'lines')} and ${plural(statements, 'statement', 'statements')}, ${from} to ${to}.`,
    series: (label, first, firstAt, last, lastAt) => `${label}: ${first} (${firstAt}) to ${last} (${lastAt}).`,
    single: (label, last, lastAt) => `${label}: ${last} (${lastAt}).`,
    bars: (subtitle, bars, from, to) =>
      `${subtitle}. Bar chart of ${plural(bars, 'interval', 'intervals')}, ${from} to ${to}.`,
    highest: (value, span) => `The highest bar is ${value}, ${span}.`,
  },
}
