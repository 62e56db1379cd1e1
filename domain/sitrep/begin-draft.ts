import type { Crisis } from '@/domain/crisis/crisis'
import type { DraftContent } from '@/domain/sitrep/draft'
import { nothingWritten } from '@/domain/sitrep/written'
import type { Instant } from '@/domain/time/instant'
import { addDays, closingDayOf, dayOf, endOfDay, startOfDay, toInstant } from '@/domain/time/local-time'

/** A draft as it begins: its period from the last one's as-of (`before`), the next issue at the next cut-off, everything else computed. */
export function beginDraft(
  crisis: Pick<Crisis, 'timeZone' | 'cutOff' | 'languages' | 'report'>,
  {
    kind,
    asOf,
    knownAt,
    before,
  }: { kind: DraftContent['kind']; asOf: Instant; knownAt: Instant; before: Instant | null },
): DraftContent {
  const isFlash = kind === 'flash-update'
  const startOfPeriod = startOfDay(closingDayOf(asOf, crisis.timeZone), crisis.timeZone)
  return {
    kind,
    asOf,
    knownAt,
    languages: [crisis.languages[0] ?? 'en'],
    period: { from: before !== null && before < asOf ? before : startOfPeriod, to: asOf },
    nextIssue: cutOffAfter(crisis, asOf),
    expiresHours: isFlash ? usualFlashHours : null,
    written: nothingWritten,
    leftOut: crisis.report.leftOut,
    erratum: null,
    seen: {},
  }
}

const usualFlashHours = 24

/** The first daily cut-off after an instant. */
export function cutOffAfter(crisis: Pick<Crisis, 'timeZone' | 'cutOff'>, instant: Instant): Instant {
  const today = dayOf(instant, crisis.timeZone)
  const candidates = [addDays(today, -1), today, addDays(today, 1)].map((day) => cutOffOf(crisis, day))
  return candidates.find((candidate) => candidate > instant) ?? cutOffOf(crisis, addDays(today, 2))
}

/** The cut-off of a day: `24:00` is its end. */
export function cutOffOf({ timeZone, cutOff }: Pick<Crisis, 'timeZone' | 'cutOff'>, day: string): Instant {
  if (cutOff === '24:00') return endOfDay(day, timeZone)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = cutOff.split(':').map(Number)
  return toInstant(timeZone, year, month, date, hour, minute)
}

/** The last daily cut-off at or before an instant, with its day. */
export function cutOffBefore(
  crisis: Pick<Crisis, 'timeZone' | 'cutOff'>,
  instant: Instant,
): { day: string; instant: Instant } {
  const today = dayOf(instant, crisis.timeZone)
  const candidates = [today, addDays(today, -1), addDays(today, -2)].map((day) => ({
    day,
    instant: cutOffOf(crisis, day),
  }))
  return candidates.find((candidate) => candidate.instant <= instant) ?? { day: today, instant }
}
