import type { Qualifier } from '@/domain/quantity/quantity'

/** The words charts are made of in one language. Numbers and dates come in formatted. */
export interface ChartWords {
  qualifiers: Record<Exclude<Qualifier, 'unquantified' | 'between'>, (number: string) => string>
  between: (low: string, high: string) => string
  noFigure: string
  /** What a title speaks of: the indicator's own noun ("Arrivals in Armenia") or the label it is given. */
  subject: (indicator: string, label: string, place: string | null) => string
  passed: (subject: string, threshold: string, day: string) => string
  rose: (subject: string, first: string, last: string, when: string) => string
  fell: (subject: string, first: string, last: string, when: string) => string
  stated: (subject: string, value: string, when: string) => string
  /** A finding by one claimant of several. */
  accordingTo: (claimant: string, finding: string) => string
  relaysDiffer: (subject: string, values: string) => string
  highestDay: (subject: string, value: string, day: string) => string
  highestInterval: (subject: string, value: string, span: string) => string
  inHours: (hours: number) => string
  /** `firstDay`: the day of the month alone, where both lie in one month. */
  fromTo: (first: string, last: string, firstDay: string | null) => string
  flowOf: (claimant: string) => string
  flowAsPublished: string
  footnote: (asOf: string, knownAt: string | null) => string
  earlier: string
  totalFell: (before: string, after: string) => string
  /** A number nobody published, worked out from another unit: "412 households x 4.1". */
  derivedFrom: (arithmetic: string) => string
  /** A version that was corrected, or withdrawn where nothing replaced it. */
  corrected: (before: string, after: string | null) => string
  lineWithClaimant: (line: string, claimant: string) => string
  legend: {
    open: string
    contested: string
    differing: string
    earlier: string
    band: string
    whisker: string
    irregular: string
    published: string
  }
  table: {
    asOf: string
    claimant: string
    line: string
    value: string
    remark: string
    span: string
    kind: string
    derived: string
    derivedIrregular: string
    published: string
    relaysDiffer: string
    contested: string
    notDrawn: string
    source: string
  }
  alt: {
    steps: (subtitle: string, series: number, statements: number, from: string, to: string) => string
    series: (label: string, first: string, firstAt: string, last: string, lastAt: string) => string
    single: (label: string, last: string, lastAt: string) => string
    bars: (subtitle: string, bars: number, from: string, to: string) => string
    highest: (value: string, span: string) => string
  }
}
