import type { CitationMark } from '@/domain/citation/cited-source'
import type { Figure } from '@/domain/figure/figure'

export type Cite = (figure: Figure) => CitationMark[]

/** The marks of several figures that say the same, each mark once, in order. */
export function citeAll(figures: readonly Figure[], cite: Cite): CitationMark[] {
  return uniqueMarks(figures.flatMap(cite))
}

/** Each mark once, in the order of first use. */
export function uniqueMarks(marks: readonly CitationMark[]): CitationMark[] {
  return [...new Map(marks.map((mark) => [`${mark.n}:${mark.quote}`, mark])).values()]
}

/** The last few sources of a list of marks, for a line under a chart; every mark stands in the chart's table. */
export function lastMarks(marks: readonly CitationMark[], count = 3): CitationMark[] {
  return [...new Map(marks.map((mark) => [mark.n, mark])).values()].slice(-count)
}
