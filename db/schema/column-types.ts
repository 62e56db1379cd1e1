import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '@/domain/time/instant'

/** timestamptz in milliseconds, read as the one UTC spelling `2023-09-19T12:00:00.000Z`. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
})

/** Bytes as they came. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
