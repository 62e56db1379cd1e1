import type { AsOf, Instant, Precision } from '@/domain/time/instant'

/** An interval from its columns; null where the row has none. */
export function toAsOf(
  start: Instant | null,
  end: Instant | null,
  precision: Precision | null,
  stated: boolean | null,
  note: string | null,
): AsOf | null {
  if (start === null || end === null || precision === null) return null
  return { start, end, precision, stated: stated ?? false, note }
}
