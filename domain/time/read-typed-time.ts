import type { AsOf, Day } from '@/domain/time/instant'
import { dayOf, parseWhen, type Span } from '@/domain/time/local-time'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const clock = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?$/i
const two = (value: number | string) => String(value).padStart(2, '0')

/**
 * A time as people type it in the zone: `2023-09-19 16:00`, `2023-09-19`, `2023-09`, `19.09.2023 16:00`, `19 Sep 2023, 4 p.m.`, `Sep 2023`; a clock
 * time alone (`16:00`, `4 p.m.`) is of `day`. Null where it is none of these.
 */
export function readTypedTime(typed: string, zone: string, day: Day | null): Span | null {
  const text = typed.trim().replace(/\s+/g, ' ')
  const written = toWritten(text, day)
  if (written === null) return null
  try {
    return parseWhen(written, zone)
  } catch {
    return null
  }
}

/** In the one spelling that is parsed. */
function toWritten(text: string, day: Day | null): string | null {
  const alone = readClock(text)
  if (alone !== null && /[:.apAP]/.test(text)) return day === null ? null : `${day}T${alone}`
  const month = new RegExp(`^${monthName} (\\d{4})$`, 'i').exec(text)
  if (month) return `${month[2]}-${monthOf(month[1])}`
  const found =
    /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:(?:T|,? )(.+))?$/i.exec(text)?.slice(1) ??
    reorder(/^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:,? (.+))?$/.exec(text)) ??
    named(new RegExp(`^(\\d{1,2}) ${monthName},? (\\d{4})(?:,? (.+))?$`, 'i').exec(text))
  if (!found) return null
  const [year, ofYear, ofMonth, rest] = found
  const date = [year, ofYear && two(ofYear), ofMonth && two(ofMonth)].filter(Boolean).join('-')
  if (rest === undefined) return date
  const time = readClock(rest)
  return time === null || ofMonth === undefined ? null : `${date}T${time}`
}

const monthOf = (name = '') => two(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)
const reorder = (match: RegExpExecArray | null) => match && [match[3], match[2], match[1], match[4]]
const named = (match: RegExpExecArray | null) => match && [match[3], monthOf(match[2]), match[1], match[4]]

/** `16:00`, `16` (an hour), `4 p.m.` as `HH:MM` or `HH`. */
function readClock(text: string): string | null {
  const match = clock.exec(text)
  if (!match) return null
  const half = match[3]?.toLowerCase()
  const given = Number(match[1])
  if (half && (given < 1 || given > 12)) return null
  const hour = half ? (given % 12) + (half === 'p' ? 12 : 0) : given
  if (match[2] === undefined && half) return `${two(hour)}:00`
  return match[2] === undefined ? two(hour) : `${two(hour)}:${match[2]}`
}

/** A time as it would be typed: what `readTypedTime` reads back. Empty for none. */
export function typeTime(span: Pick<AsOf, 'start' | 'end' | 'precision'> | null, zone: string): string {
  if (!span) return ''
  const { start, precision } = span
  const day = dayOf(start, zone)
  if (precision === 'month') return day.slice(0, 7)
  if (precision === 'day') return day
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hour = '00', minute = '00'] = time.format(new Date(start)).split(':')
  return precision === 'hour' ? `${day} ${hour}` : `${day} ${hour}:${minute}`
}
