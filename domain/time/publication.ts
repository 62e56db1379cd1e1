import type { AsOf, Instant, Precision } from '@/domain/time/instant'

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

/** The longest each precision can be, in hours; a day of 25 hours where clocks are put back. */
const mostHours: Record<Precision, number> = { minute: 0, hour: 1, day: 25, month: 31 * 24 + 1 }

/**
 * When a document was published at the latest: the end of the stated interval, but what was retrieved at noon was not published at the
 * end of that day. An instant that lies further behind the retrieval than its precision reaches is left alone, for whoever asked to refuse.
 */
export function publishedByRetrieval(
  { publishedAt, publishedPrecision }: { publishedAt: Instant | null; publishedPrecision: Precision | null },
  retrievedAt: Instant,
): Instant | null {
  if (publishedAt === null || publishedPrecision === null || publishedAt <= retrievedAt) return publishedAt
  const hours = (Date.parse(publishedAt) - Date.parse(retrievedAt)) / 3_600_000
  return hours <= mostHours[publishedPrecision] ? retrievedAt : publishedAt
}
