import type { ChartFormat, TickUnit } from '@/domain/chart/chart-format'
import type { ChartModel, TimeTick } from '@/domain/chart/chart-model'
import type { Instant } from '@/domain/time/instant'
import { addDays, dayOf, hoursBetween, startOfDay, toInstant } from '@/domain/time/local-time'

/** How long a stretch is cut by hours, days, weeks, months or years. */
interface Step {
  unit: TickUnit
  count: number
}

const steps: { upToHours: number; step: Step }[] = [
  { upToHours: 16, step: { unit: 'hour', count: 3 } },
  { upToHours: 60, step: { unit: 'hour', count: 6 } },
  { upToHours: 11 * 24, step: { unit: 'day', count: 1 } },
  { upToHours: 22 * 24, step: { unit: 'day', count: 2 } },
  { upToHours: 84 * 24, step: { unit: 'day', count: 7 } },
  { upToHours: 400 * 24, step: { unit: 'month', count: 1 } },
  { upToHours: 1200 * 24, step: { unit: 'month', count: 3 } },
]

/**
 * The time axis from the first instant to the last, widened to whole steps of the ticks at its start only: days and hours are those of
 * the format's zone, so that a tick at midnight is the midnight people there lived by. A day's label stands under the day.
 */
export function timeAxis(first: Instant, last: Instant, format: ChartFormat): ChartModel['x'] {
  const hours = hoursBetween(first, last)
  const step = steps.find(({ upToHours }) => hours <= upToHours)?.step ?? { unit: 'year' as const, count: 1 }
  const from = floorTo(first, step, format.timeZone)
  const ticks: TimeTick[] = []
  for (let at = from, guard = 0; at <= last && guard < 400; guard += 1) {
    const next = stepOn(at, step, format.timeZone)
    const named = step.unit === 'day' ? startOfDay(addDays(dayOf(at, format.timeZone), 1), format.timeZone) : next
    const spans = step.unit === 'day' || step.unit === 'month'
    const sinceMidnight = Math.round(
      hoursBetween(startOfDay(dayOf(at, format.timeZone), format.timeZone), at) / step.count,
    )
    // An axis that begins within a day names that day; its year stands in the chart's words, where there is room for it.
    const label =
      guard === 0 && step.unit === 'hour' && sinceMidnight > 0
        ? `${format.tick(at, 'day')}${format.punctuation.comma}${format.clock(at)}`
        : format.tick(at, step.unit)
    if (!spans || at < last)
      ticks.push({
        at,
        to: spans ? named : null,
        label: at === last ? '' : label,
        step: step.unit === 'hour' ? sinceMidnight : guard,
      })
    at = next
  }
  return { from, to: last > from ? last : stepOn(from, step, format.timeZone), ticks }
}

function floorTo(instant: Instant, { unit, count }: Step, zone: string): Instant {
  const day = dayOf(instant, zone)
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (unit === 'year') return toInstant(zone, year, 1, 1)
  if (unit === 'month') return toInstant(zone, year, month, 1)
  let at = startOfDay(day, zone)
  if (unit === 'day') return at
  for (let next = stepOn(at, { unit, count }, zone); next <= instant; next = stepOn(next, { unit, count }, zone))
    at = next
  return at
}

function stepOn(instant: Instant, { unit, count }: Step, zone: string): Instant {
  const day = dayOf(instant, zone)
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (unit === 'year') return toInstant(zone, year + count, 1, 1)
  if (unit === 'month') return toInstant(zone, year, month + count, 1)
  if (unit === 'day') return startOfDay(addDays(day, count), zone)
  const next = new Date(Date.parse(instant) + count * 3_600_000).toISOString()
  // A day of 23 or 25 hours still ends at its own midnight.
  const midnight = startOfDay(addDays(day, 1), zone)
  return next > midnight || hoursBetween(next, midnight) < count / 2 ? midnight : next
}
