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
  const visit = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(visit)
    if (isMark(value)) return { n: numberOf(value.n), quote: value.quote }
    // The keys keep their places: only what is read first is another.
    const first = isChart(value) ? visit(value.claimants) : undefined
    const visited: Record<string, unknown> = {}
    for (const [key, one] of Object.entries(value)) {
      visited[key] = first !== undefined && key === 'claimants' ? first : visit(one)
    }
    return visited
  }
  const renumbered = visit(composed) as Composed
  const byNumber = new Map(sources.map((source) => [source.n, source]))
  const kept = [...numbers].flatMap(([old, n]) => {
    const source = byNumber.get(old)
    return source ? [{ ...source, n }] : []
  })
  return { composed: renumbered, sources: kept }
}
