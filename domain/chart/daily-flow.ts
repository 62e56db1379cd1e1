import type { Quantity } from '@/domain/quantity/quantity'
import type { Day, Instant } from '@/domain/time/instant'
import { closingDayOf, dayOf, hoursBetween, startOfDay } from '@/domain/time/local-time'

/** A running total as one claimant stated it: `start` to `end` is its as-of, the same instant where it is told by the minute. */
export interface RunningTotal {
  start: Instant
  end: Instant
  quantity: Quantity
}

/** What came between two statements of one claimant. */
export interface DerivedFlow<Total extends RunningTotal> {
  first: Total
  last: Total
  /** Where it begins and ends: at the midnight a statement stands for, else at the statement itself. */
  from: Instant
  to: Instant
  /** The local day it stands for; null where it spans the true interval of its statements. */
  day: Day | null
  /** The difference, never claiming more than both totals allow. */
  quantity: Quantity
}

export interface DailyFlow<Total extends RunningTotal> {
  flows: DerivedFlow<Total>[]
  /** Pairs after which the running total stood lower: no flow comes of them, they are corrections or errors. */
  falls: { first: Total; last: Total }[]
}

/** How far from midnight a statement may stand to close or open a day. */
export const hoursOfMidnight = 4

/**
 * The daily flow of running totals, in order of time (domain rule: a day needs a statement within 4 hours of local midnight at both ends,
 * else the bar spans the true interval). Totals are cut at the statement nearest each midnight, or at the day's last statement where
 * none is near; so for exact counts that never fall, the flows sum to the last total less the first. A difference nothing can be said
 * of ("at least 10" to "at least 20") gives no flow: a gap.
 */
export function deriveDailyFlow<Total extends RunningTotal>(totals: readonly Total[], zone: string): DailyFlow<Total> {
  const cuts = chooseCuts(
    totals.filter(({ quantity }) => quantity.qualifier !== 'unquantified'),
    zone,
  )
  const flows: DerivedFlow<Total>[] = []
  const falls: DailyFlow<Total>['falls'] = []
  for (const [index, last] of cuts.entries()) {
    const first = cuts[index - 1]
    if (!first) continue
    const quantity = subtract(last.total.quantity, first.total.quantity)
    if (quantity === 'fell') falls.push({ first: first.total, last: last.total })
    else if (quantity) {
      const from = first.midnight ?? first.total.end
      const to = last.midnight ?? last.total.end
      flows.push({ first: first.total, last: last.total, from, to, day: dayBetween(first, last, zone), quantity })
    }
  }
  return { flows, falls }
}

interface Cut<Total> {
  total: Total
  /** The midnight it is near enough to stand for, or null. */
  midnight: Instant | null
}

/** The first total, then for each midnight the total nearest it, or the last of the day, then the last total. */
function chooseCuts<Total extends RunningTotal>(totals: readonly Total[], zone: string): Cut<Total>[] {
  const chosen = new Map<Total, Instant | null>()
  const nearest = new Map<Instant, Total>()
  for (const total of totals) {
    const midnight = midnightNear(total, zone)
    if (!midnight) continue
    const known = nearest.get(midnight)
    if (!known || distance(total, midnight) < distance(known, midnight)) nearest.set(midnight, total)
  }
  for (const [midnight, total] of nearest) chosen.set(total, midnight)
  const lastOfDay = new Map(totals.map((total) => [closingDayOf(total.end, zone), total]))
  const closedDays = new Set([...nearest.keys()].map((midnight) => closingDayOf(midnight, zone)))
  for (const [day, total] of lastOfDay) {
    if (!closedDays.has(day) && !chosen.has(total)) chosen.set(total, null)
  }
  for (const total of [totals[0], totals.at(-1)]) if (total && !chosen.has(total)) chosen.set(total, null)
  return totals.flatMap((total) => {
    const midnight = chosen.get(total)
    return midnight === undefined ? [] : [{ total, midnight }]
  })
}

/** The local midnight within 4 hours of the whole as-of, or null: a statement "as of 27 September" is not near either midnight. */
function midnightNear({ start, end }: RunningTotal, zone: string): Instant | null {
  const shifted = new Date(Date.parse(end) + hoursOfMidnight * 3_600_000).toISOString()
  const midnight = startOfDay(dayOf(shifted, zone), zone)
  const isNear =
    Math.abs(hoursBetween(start, midnight)) <= hoursOfMidnight &&
    Math.abs(hoursBetween(end, midnight)) <= hoursOfMidnight
  return isNear ? midnight : null
}

const distance = ({ end }: RunningTotal, midnight: Instant) => Math.abs(hoursBetween(end, midnight))

function dayBetween<Total>(first: Cut<Total>, last: Cut<Total>, zone: string): Day | null {
  if (!first.midnight || !last.midnight) return null
  const day = dayOf(first.midnight, zone)
  return day === closingDayOf(last.midnight, zone) ? day : null
}

/** `later - earlier`: "fell" where it must be below zero, null where nothing can be said of it. */
function subtract(later: Quantity, earlier: Quantity): Quantity | 'fell' | null {
  const high = later.high === null || earlier.low === null ? null : later.high - lowestOf(earlier)
  const low = earlier.high === null || later.low === null ? null : lowestOf(later) - highestOf(earlier)
  if (high !== null && high < 0) return 'fell'
  if (low !== null && high !== null) {
    if (low === high) {
      const isAbout = later.qualifier === 'about' || earlier.qualifier === 'about'
      return { qualifier: isAbout ? 'about' : 'exact', low, high, words: '' }
    }
    return { qualifier: 'between', low: Math.max(low, 0), high, words: '' }
  }
  if (low !== null && low > 0) return { qualifier: 'at-least', low, high: null, words: '' }
  if (high !== null && high > 0) return { qualifier: 'at-most', low: null, high, words: '' }
  return null
}

const lowestOf = ({ qualifier, low }: Quantity) => (low ?? 0) + (qualifier === 'more-than' ? 1 : 0)
const highestOf = ({ qualifier, high }: Quantity) => (high ?? 0) - (qualifier === 'fewer-than' ? 1 : 0)
