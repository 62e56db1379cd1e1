import type { CitationMark, CitedSource } from '@/domain/citation/cited-source'

const isMark = (value: object): value is CitationMark =>
  'n' in value && 'quote' in value && Object.keys(value).length === 2

const isChart = (value: object): value is { claimants: unknown } => 'claimants' in value && 'series' in value

/**
 * Numbers the sources of something composed anew, in the order in which it is read, and leaves out those nothing cites. `composed` is plain JSON
 * whose keys stand in reading order; of a chart the line of its sources is read before its points.
 */
export function renumberSources<Composed extends object>(
  composed: Composed,
  sources: readonly CitedSource[],
): { composed: Composed; sources: CitedSource[] } {
  const numbers = new Map<number, number>()
  const numberOf = (n: number) => {
    const known = numbers.get(n) ?? numbers.size + 1
    numbers.set(n, known)
    return known
  }
  // What holds no mark is kept as it is: most of a dashboard are points and texts.
  const visit = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) {
      let copy: unknown[] | undefined
      for (let index = 0; index < value.length; index++) {
        const visited = visit(value[index])
        if (visited !== value[index]) copy ??= value.slice()
        if (copy) copy[index] = visited
      }
      return copy ?? value
    }
    if (isMark(value)) return { n: numberOf(value.n), quote: value.quote }
    const given = value as Record<string, unknown>
    // The keys keep their places: only what is read first is another.
    const first = isChart(value) ? visit(value.claimants) : undefined
    let copy: Record<string, unknown> | undefined
    for (const key in given) {
      const visited = first !== undefined && key === 'claimants' ? first : visit(given[key])
      if (visited !== given[key]) copy ??= { ...given }
      if (copy) copy[key] = visited
    }
    return copy ?? value
  }
  const renumbered = visit(composed) as Composed
  const byNumber = new Map(sources.map((source) => [source.n, source]))
  const kept = [...numbers].flatMap(([old, n]) => {
    const source = byNumber.get(old)
    return source ? [{ ...source, n }] : []
  })
  return { composed: renumbered, sources: kept }
}
