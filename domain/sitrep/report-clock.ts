import type { Crisis } from '@/domain/crisis/crisis'
import { cutOffAfter, cutOffBefore } from '@/domain/sitrep/begin-draft'
import type { Day, Instant } from '@/domain/time/instant'

/** The day's clock of a crisis's reports. */
export interface ReportClock {
  /** Whether each cut-off makes a draft by itself. */
  isDaily: boolean
  /** The next daily cut-off; null once the crisis has ended. */
  next: Instant | null
  /** The last one with the day it closed; null before the crisis's first and after its last day. */
  last: { day: Day; instant: Instant } | null
}

/** The cut-offs around a moment. */
export function clockOf(
  crisis: Pick<Crisis, 'timeZone' | 'cutOff' | 'startDay' | 'endDay' | 'report'>,
  now: Instant,
): ReportClock {
  const last = cutOffBefore(crisis, now)
  const isWithin = (day: Day) => day >= crisis.startDay && (crisis.endDay === null || day <= crisis.endDay)
  const next = cutOffAfter(crisis, now)
  return {
    isDaily: crisis.report.daily,
    next: isWithin(cutOffBefore(crisis, next).day) ? next : null,
    last: isWithin(last.day) ? last : null,
  }
}
