import type { CitationMark } from '@/domain/citation/cited-source'
import type { Instant } from '@/domain/time/instant'

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
  /** Open-ended: `up` for at-least and more-than, `down` for at-most and fewer-than. */
  open: 'up' | 'down' | null
  contested: boolean
  earlier: boolean
  /** A coverage caveat in words, shown at the point. */
  coverage: string | null
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
  /** 1 to 6: the claimant's fixed colour in the crisis; dash patterns from the fourth on. */
  colour: 1 | 2 | 3 | 4 | 5 | 6
  points: ChartPoint[]
  /** Where the last value stops being held (the viewpoint), so that a line does not run into days nobody reported on. */
  heldUntil: Instant
}

/** What came between two statements of one claimant: a day's bar where both ends lie near midnight, else its true interval. */
export interface ChartBar {
  key: string
  from: Instant
  to: Instant
  value: number
  /** True where it spans the true interval because no statement stood near midnight. */
  irregular: boolean
  /** Derived from running totals, or published as a flow by the source. */
  derived: boolean
  colour: 1 | 2 | 3 | 4 | 5 | 6
  valueText: string
  spanText: string
  cite: CitationMark[]
}

/** A dated hairline with a word: a correction, a change of definition, an event. */
export interface ChartMarker {
  at: Instant
  label: string
  kind: 'correction' | 'definition' | 'event'
}

/** The range of standing positions over a stretch of time; `high` null = open upward. */
export interface ChartBand {
  from: Instant
  to: Instant
  low: number
  high: number | null
}

export interface ChartTable {
  columns: { label: string; align: 'start' | 'end' }[]
  rows: { text: string; cite?: CitationMark[] }[][]
}

/**
 * A chart before it has a size: everything formatted, nothing left to compute but positions. One static SVG renderer and the Recharts
 * renderer draw the same model.
 */
export interface ChartModel {
  key: string
  kind: 'steps' | 'bars'
  /** The finding, as a sentence without a full stop. */
  title: string
  /** Measure, unit and population. */
  subtitle: string
  x: { from: Instant; to: Instant; ticks: { at: Instant; label: string }[] }
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
}

/** A small line of steps in a tile: x and y in 0..1, drawn by any renderer. */
export interface Sparkline {
  points: { x: number; y: number }[]
  alt: string
}
