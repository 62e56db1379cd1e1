import type { AsOf, Instant } from '@/domain/time/instant'

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
