import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '@/domain/time/instant'

/** timestamptz in milliseconds, read as the one UTC spelling `2023-09-19T12:00:00.000Z`. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => (typeof value === 'string' && fromUtcText(value)) || new Date(value).toISOString(),
})

/** "2023-09-19 12:00:00.5+00", as a session in UTC writes it, respelled: a page reads thousands of them. Null for another spelling. */
function fromUtcText(text: string): Instant | null {
  const hasFraction = text.charAt(19) === '.'
  if (!text.endsWith('+00') || text.charAt(10) !== ' ' || (text.length !== 22 && !hasFraction)) return null
  const fraction = hasFraction ? text.slice(20, -3).padEnd(3, '0') : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}

/** Bytes as they came. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
