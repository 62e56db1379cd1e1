import type { Locale } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'

/* Days and minutes of what belongs to no crisis, whose zone they could be told in: accounts, deliveries, the audit log. All are in UTC. */

const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
const minute = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const made = new Map<string, Intl.DateTimeFormat>()
function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.hour ?? ''}`
  // The day comes first in every language here.
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : intlTagOf(locale), options)
  made.set(key, format)
  return format
}

/** A day in UTC: "25 Nov 2026". */
export const dayText = (locale: Locale, instant: string | Date) => formatOf(locale, day).format(new Date(instant))
/** A minute in UTC: "25 Nov 2026, 14:05 UTC". */
export const minuteText = (locale: Locale, instant: string | Date) =>
  `${formatOf(locale, minute).format(new Date(instant))} UTC`
