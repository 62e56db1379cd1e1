import { TZDate, tzOffset } from '@date-fns/tz'
import type { Day, Instant, Precision } from '@/domain/time/instant'

/** A stretch of time, both ends inclusive, with the precision it was given in. */
export interface Span {
  start: Instant
  end: Instant
  precision: Precision
}

/** The instant of a wall-clock time in a zone; in a gap of the clock the time after it. Months from 1, hour 24 is the next midnight. */
export function toInstant(zone: string, year: number, month: number, day: number, hour = 0, minute = 0): Instant {
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  return keptOf(instants, zone, wall, () =>
    new Date(new TZDate(year, month - 1, day, hour, minute, zone).getTime()).toISOString(),
  )
}

/** Midnight at which a day begins in the zone. */
export function startOfDay(day: Day, zone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return toInstant(zone, year, month, date)
}

/** The midnight at which a day ends, that is the next day's start: "as of 19 September" means up to there. */
export function endOfDay(day: Day, zone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return toInstant(zone, year, month, date + 1)
}

/** What calendar and clock of the zone show at an instant, in the spelling of an instant: `2023-09-19T16:00:00.000Z` is "19 September, 16:00". */
export function wallTimeOf(instant: Instant, zone: string): string {
  return wallTimeAt(Date.parse(instant), zone)
}

function wallTimeAt(time: number, zone: string): string {
  return new Date(time + offsetAt(time, zone) * 60_000).toISOString()
}

/** The calendar day an instant falls on in the zone. A midnight belongs to the day that begins with it. */
export function dayOf(instant: Instant, zone: string): Day {
  return wallTimeOf(instant, zone).slice(0, 10)
}

/** The calendar day that had not ended before the instant: a midnight belongs to the day it closes, as "end of 19 September" does. */
export function closingDayOf(instant: Instant, zone: string): Day {
  return wallTimeAt(Date.parse(instant) - 1, zone).slice(0, 10)
}

const dayLength = 86_400_000
/** A page tells thousands of times and the zone's rules are dear to ask: offsets at midnights of UTC, in minutes, by zone and day. */
const offsets = new Map<string, Map<number, number>>()
/** Instants by zone and wall time. */
const instants = new Map<string, Map<number, Instant>>()
const mostKept = 10_000

/** What is kept for a zone under a number, made where it is not; of each zone so many at most. */
function keptOf<Value>(all: Map<string, Map<number, Value>>, zone: string, key: number, make: () => Value): Value {
  const known = all.get(zone)
  const value = known?.get(key)
  if (value !== undefined) return value
  const own = known && known.size < mostKept ? known : new Map<number, Value>()
  all.set(zone, own)
  const made = make()
  own.set(key, made)
  return made
}

/** How many minutes the zone's clock is ahead of UTC: the same all day, but on the days on which it is put forward or back. */
function offsetAt(time: number, zone: string): number {
  const day = Math.floor(time / dayLength)
  const offset = offsetAtMidnight(day, zone)
  return offset === offsetAtMidnight(day + 1, zone) ? offset : tzOffset(zone, new Date(time))
}

function offsetAtMidnight(day: number, zone: string): number {
  return keptOf(offsets, zone, day, () => tzOffset(zone, new Date(day * dayLength)))
}

/** The day so many days later; negative goes back. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** Hours from one instant to another; negative where the second is the earlier. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000
}

/**
 * Reads a time as people write it: `2023-09` (that month), `2023-09-19` (that day), `2023-09-19T16` (that hour), `2023-09-19T16:00` (that
 * minute), in the zone, or with an offset of its own. Throws a RangeError with a sentence on anything else.
 */
export function parseWhen(text: string, zone: string): Span {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})([+-]\d{2}:\d{2})?)?)?)?$/.exec(text)
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0] = (match?.slice(1, 6) ?? []).map((part) =>
    part === undefined ? undefined : Number(part),
  )
  const isReal =
    match && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour <= 24 && minute <= 59
  if (!isReal)
    throw new RangeError(`"${text}" is not a time: write 2023-09, 2023-09-19, 2023-09-19T16 or 2023-09-19T16:00.`)
  if (match[6]) {
    const instant = new Date(`${text.slice(0, 16)}:00${match[6]}`).toISOString()
    return { start: instant, end: instant, precision: 'minute' }
  }
  if (match[5]) {
    const instant = toInstant(zone, year, month, day, hour, minute)
    return { start: instant, end: instant, precision: 'minute' }
  }
  if (match[4])
    return {
      start: toInstant(zone, year, month, day, hour),
      end: toInstant(zone, year, month, day, hour + 1),
      precision: 'hour',
    }
  if (match[3])
    return { start: toInstant(zone, year, month, day), end: toInstant(zone, year, month, day + 1), precision: 'day' }
  return { start: toInstant(zone, year, month, 1), end: toInstant(zone, year, month + 1, 1), precision: 'month' }
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
