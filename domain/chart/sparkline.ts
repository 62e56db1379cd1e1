import type { Sparkline } from '@/domain/chart/chart-model'
import type { Instant } from '@/domain/time/instant'

/**
 * A small line of steps: time and value each from 0 to 1, from zero to the highest value. Points in the order of time; the line
 * ends at the last statement. Its text says both ends in plain numbers, which every language reads.
 */
export function buildSparkline(
  points: readonly { at: Instant; value: number }[],
  number: (value: number) => string = String,
): Sparkline {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return { points: [], alt: '' }
  const begin = Date.parse(first.at)
  const span = Date.parse(last.at) - begin
  const highest = Math.max(...points.map(({ value }) => value))
  return {
    points: points.map(({ at, value }) => ({
      x: span === 0 ? 1 : (Date.parse(at) - begin) / span,
      y: highest === 0 ? 0 : value / highest,
    })),
    alt: points.length > 1 ? `${number(first.value)} → ${number(last.value)}` : number(last.value),
  }
}
