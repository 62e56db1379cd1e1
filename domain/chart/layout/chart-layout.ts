import type { ChartColour, OpenEnd } from '@/domain/chart/chart-model'

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

export const shapes = ['circle', 'square', 'triangle', 'pentagon', 'cross', 'triangle-down'] as const
/** The mark of a series, by its order in the chart. Diamonds are kept for what is contested or differs. */
export type Shape = (typeof shapes)[number]

export interface LayoutMark extends Point {
  figure: string
  shape: Shape | 'diamond'
  /** Not filled: open-ended, or one of several differing relays. */
  hollow: boolean
  open: OpenEnd
  /** Where the whisker of the as-of begins; null where it is an instant. */
  whiskerX: number | null
  /** Where the upper end of "between" lies; null where there is none. */
  highY: number | null
}

export interface LayoutLine {
  key: string
  colour: ChartColour
  /** An SVG dash pattern, empty for a solid line. */
  dash: string
  shape: Shape
  /** Path of steps, gaps left out. */
  path: string
  /** The dotted end of a value that newer statements left behind. */
  stub: string
  marks: LayoutMark[]
}

export interface LayoutBar extends Box {
  key: string
  colour: ChartColour
  /** `level`: a line at the value over the interval, with no body. */
  look: 'solid' | 'hatched' | 'level'
  open: OpenEnd
  /** The value above the bar; null where there is no room. */
  label: string | null
}

/** A block of text: `x` is its start edge for "start", its end edge for "end". */
export interface LayoutText extends Point {
  lines: { text: string; strong: boolean; muted: boolean }[]
  anchor: 'start' | 'middle' | 'end'
  colour: ChartColour | null
}

/** A series' name at its line's end, or under the chart. */
export interface LayoutLabel extends LayoutText {
  key: string
  glyph: Point & { kind: 'line' | 'bar'; shape: Shape; dash: string; look: LayoutBar['look'] }
  /** From the line's end to a label that had to move. */
  leader: { from: Point; to: Point } | null
}

export interface LayoutAnnotation extends LayoutText {
  leader: { from: Point; to: Point } | null
}

/** A chart at a size: every position in px, nothing left to decide. Text runs as the model says; time from left to right. */
export interface ChartLayout {
  width: number
  height: number
  plot: { left: number; top: number; right: number; bottom: number }
  xTicks: { x: number; labelX: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
  yTicks: { y: number; label: string }[]
  /** Solid from the lowest to the highest number stated; `open`: it goes on upward. */
  band: (Box & { open: boolean })[]
  markers: { x: number; key: string }[]
  lines: LayoutLine[]
  bars: LayoutBar[]
  labels: LayoutLabel[]
  annotations: LayoutAnnotation[]
  /** Caveats that found no room in the drawing, under it. */
  notes: LayoutText[]
}

/** Sizes of text in px; nothing is smaller than 12. */
export const textSize = 12
export const lineHeight = 16
/** The two widths a page's drawings are made for; a page shows the one that fits and never shrinks it. */
export const drawnWidths = { wide: 540, narrow: 328 } as const
/** Below this width labels stand under the chart. */
export const narrowBelow = 480
