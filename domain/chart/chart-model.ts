import type { CitationMark } from '@/domain/citation/cited-source'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** A claimant's fixed colour in a crisis: 1 to 5 in the crisis's order, 6 for all who come after. */
export type ChartColour = 1 | 2 | 3 | 4 | 5 | 6

/** Open-ended: `up` for at-least and more-than, `down` for at-most and fewer-than. */
export type OpenEnd = 'up' | 'down' | null

/** A statement on a running-total or stock line. The value holds until the next statement: renderers draw steps, never slopes. */
export interface ChartPoint {
  figure: string
  /** The end of the as-of interval: where the step stands. */
  at: Instant
  /** The start of the interval, for a horizontal whisker where it is longer than an hour. */
  from: Instant
  /** Where the mark stands: low, or high where only that is stated. */
  value: number
  /** Upper end of "between"; null otherwise. */
  high: number | null
  open: OpenEnd
  /** Another source denies the number or that it happened. */
  contested: boolean
  /** One of several values that relays of one statement give: an open diamond no line passes through. */
  differing: boolean
  earlier: boolean
  /** Until when this value is held where the line breaks after it (a gap); null where the next statement or the series' end closes it. */
  until: Instant | null
  /** A coverage caveat in words, shown at the point. */
  coverage: string | null
  /** The arithmetic in words where the number was derived from another unit. */
  derivedText: string | null
  /** Everything in words for tooltip and table: value, as-of. */
  valueText: string
  atText: string
  cite: CitationMark[]
}

export interface ChartSeries {
  key: string
  /** The claimant, or the population where one claimant is drawn for several. */
  label: string
  /** The last value in words, under the label at the line's end. */
  lastText: string
  /** Dash patterns come from the fourth series on, marker shapes from the series' order: colour is never the only sign. */
  colour: ChartColour
  points: ChartPoint[]
  /** Where the last value stops being held (the viewpoint), so that a line does not run into days nobody reported on. */
  heldUntil: Instant
}

/** What came between two statements of one claimant: a day's bar where both ends lie near midnight, else its true interval. */
export interface ChartBar {
  key: string
  claimant: string
  from: Instant
  to: Instant
  value: number
  open: OpenEnd
  /** A count that is neither a bound nor rounded. */
  exact: boolean
  /** True where it spans the true interval because no statement stood near midnight. */
  irregular: boolean
  /** Derived from running totals, or published as a flow by the source. */
  derived: boolean
  colour: ChartColour
  valueText: string
  /** The same without the word its arrow stands for, where room is short. */
  shortText: string
  spanText: string
  /** What the key under the chart says of bars of its kind. */
  keyText: string
  cite: CitationMark[]
}

/** A dated hairline with a word: a correction, a change of definition, an event. */
export interface ChartMarker {
  at: Instant
  /** The instant in words, for where the hairline is too far from its word. */
  atText: string
  label: string
  kind: 'correction' | 'definition' | 'event'
}

/** The range of standing positions over a stretch of time; `high` null = open upward, above the highest number anyone stated. */
export interface ChartBand {
  from: Instant
  to: Instant
  low: number
  high: number | null
  stated: number
}

/** `to`: the end of the day or month the label names, under whose middle it stands; null where it names the instant itself. */
export interface TimeTick {
  at: Instant
  to: Instant | null
  label: string
  /** Steps since midnight (hours) or since the axis began (days and longer): where labels do not all fit, every nth is kept. */
  step: number
}

export interface ChartTable {
  columns: { label: string; align: 'start' | 'end' }[]
  rows: ChartCell[][]
  /** What the column of citations is called in a file. */
  sourceHeading: string
}

/** `value`: the number the text shows, for files in which numbers stay numbers. */
export interface ChartCell {
  text: string
  value?: number
  cite?: CitationMark[]
}

/**
 * A chart before it has a size: everything formatted, nothing left to compute but positions. One static SVG renderer and the Recharts
 * renderer draw the same model.
 */
export interface ChartModel {
  key: string
  kind: 'steps' | 'bars'
  /** Direction of its text. Time runs from left to right in both. */
  direction: 'ltr' | 'rtl'
  /** The language of its text. */
  language: Locale
  /** The finding, as a sentence without a full stop. */
  title: string
  /** Measure, unit and population. */
  subtitle: string
  x: { from: Instant; to: Instant; ticks: TimeTick[] }
  y: { max: number; ticks: { value: number; label: string }[] }
  series: ChartSeries[]
  bars: ChartBar[]
  band: ChartBand[]
  markers: ChartMarker[]
  /** "As of 30 Sep 2023, known at ..."; and who is cited. */
  footnote: string
  claimants: { label: string; cite: CitationMark[] }[]
  /** For a reader who cannot see it: what the chart shows, in two or three sentences. */
  alt: string
  table: ChartTable
  /** Words for the marks that occur: "an arrow up: at least". */
  legend: string[]
  /** What stands in place of a drawing where there is nothing to draw; null where there is. */
  empty: string | null
}

/** What a renderer needs to draw: all but the table, which stands beside the drawing. */
export type DrawnChart = Omit<ChartModel, 'table'>

/** A small line of steps in a tile: x and y in 0..1, drawn by any renderer. */
export interface Sparkline {
  points: { x: number; y: number }[]
  alt: string
}
