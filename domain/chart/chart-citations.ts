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

/** Each source of a list of marks once, for the line under a chart: a printed chart has no other marks. */
export function marksBySource(marks: readonly CitationMark[]): CitationMark[] {
  return [...new Map(marks.map((mark) => [mark.n, mark])).values()]
}
