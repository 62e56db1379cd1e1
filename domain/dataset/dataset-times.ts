import { type AsOf, type Instant, precisions } from '@/domain/time/instant'
import { parseWhen } from '@/domain/time/local-time'

/** A time or [from, to] as an interval in the zone, as precise as its less precise end. */
export function readInterval(
  written: string | [string, string],
  zone: string,
  { stated, note }: { stated: boolean; note: string | null },
): AsOf {
  const [from, to] = typeof written === 'string' ? [written, written] : written
  const first = parseWhen(from, zone)
  const last = parseWhen(to, zone)
  const coarser = Math.max(precisions.indexOf(first.precision), precisions.indexOf(last.precision))
  return { start: first.start, end: last.end, precision: precisions[coarser] ?? 'month', stated, note }
}

/**
 * An interval never ends after the publication it is read from: "on 19 September", published at 16:30 that day, counts up to 16:30. One
 * that begins after it is left alone, for the checks to find.
 */
export function endByPublication(asOf: AsOf | null, published: readonly (Instant | null)[]): AsOf | null {
  const earliest = earliestOf(published.filter((instant) => instant !== null))
  if (!asOf || !earliest || asOf.end <= earliest || asOf.start > earliest) return asOf
  return { ...asOf, end: earliest }
}

/** The earliest of some instants; null of none. */
export function earliestOf(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>(
    (least, instant) => (least !== null && least <= instant ? least : instant),
    null,
  )
}
