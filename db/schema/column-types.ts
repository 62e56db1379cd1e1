import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '@/domain/time/instant'

/** timestamptz in milliseconds, read as the one UTC spelling `2023-09-19T12:00:00.000Z`. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => (typeof value === 'string' ? fromUtcText(value) : value.toISOString()),
})

/**
 * "2023-09-19 12:00:00.5+00" or "2023-09-19T12:00:00.5+00:00", as a session in UTC writes it as text and as JSON, respelled without a detour
 * by `Date`: a page reads thousands of them. Any other spelling that `Date` can read comes by it.
 */
export function fromUtcText(text: string): Instant {
  const ends = text.endsWith('+00') ? 3 : text.endsWith('+00:00') ? 6 : 0
  const isWhole = text.length === 19 + ends
  if (ends === 0 || (!isWhole && text.charAt(19) !== '.')) return new Date(text).toISOString()
  const fraction = isWhole ? '000' : text.slice(20, -ends).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}

/** Bytes as they came. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
