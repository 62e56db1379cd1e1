import { z } from 'zod'

/** Whether a text names a time zone of the IANA database. */
function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '' && /^[A-Z]/.test(text)
  } catch {
    return false
  }
}

/** A time zone by its IANA name ("Asia/Yerevan"); an offset is none, since it knows no summer. */
export const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'This is no time zone: write one as Asia/Yerevan.')
