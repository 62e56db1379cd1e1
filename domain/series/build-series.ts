import { groupBy } from '@/domain/collection/group-by'
import type { Figure } from '@/domain/figure/figure'
import { scopeKeyOf, scopeOf } from '@/domain/figure/scope'
import { groupRelays } from '@/domain/reconciliation/relays'
import type { Closing, Series, SeriesStep } from '@/domain/series/series'
import type { Instant } from '@/domain/time/instant'
import { addDays, closingDayOf, endOfDay } from '@/domain/time/local-time'
import { takesPart } from '@/domain/viewpoint/in-view'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

type DatedFigure = Figure & { asOf: NonNullable<Figure['asOf']> }

/** A day is never carried further than this after the last statement: an unending crisis would give an unending list. */
const mostDays = 1100

/**
 * The figures as lines: one for each scope and claimant, a step for each statement, relays of one statement that fit together as one step.
 * Only what takes part at the viewpoint. With a zone, also the value at the end of each day from the first statement to the viewpoint.
 * Running totals and stocks are carried forward, marked; a period's figure is its own period's alone, so days without one are gaps.
 */
export function buildSeries(figures: readonly Figure[], viewpoint: Viewpoint, dailyIn: string | null): Series[] {
  const taking = figures.filter((figure): figure is DatedFigure => takesPart(figure, viewpoint))
  const lines = groupBy(taking, (figure) => `${scopeKeyOf(figure)} ${figure.claimant.id}`)
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own
      if (!first) return []
      const steps = toSteps(own)
      const canCarry = first.basis.kind !== 'period'
      const closings = dailyIn === null ? null : closeDays(steps, dailyIn, viewpoint.asOf, canCarry)
      return [{ scope: scopeOf(first), claimant: first.claimant, steps, closings }]
    })
}

function toSteps(figures: DatedFigure[]): SeriesStep[] {
  const statements = groupBy(figures, ({ statement }) => statement.id)
  return [...statements.values()]
    .flatMap((relays) => groupRelays(relays))
    .flatMap(([figure]) =>
      figure?.asOf
        ? [
            {
              figure: figure.id,
              statement: figure.statement.id,
              asOf: figure.asOf,
              quantity: figure.quantity,
              coverage: figure.coverage,
              disputed: figure.disputes.some(({ aspect }) => aspect === 'number' || aspect === 'occurrence'),
            },
          ]
        : [],
    )
    .sort(
      (a, b) =>
        compare(a.asOf.end, b.asOf.end) ||
        compare(a.asOf.start, b.asOf.start) ||
        (a.quantity.low ?? -1) - (b.quantity.low ?? -1) ||
        compare(a.figure, b.figure),
    )
}

function closeDays(steps: SeriesStep[], zone: string, until: Instant, canCarry: boolean): Closing[] {
  const [first] = steps
  if (!first) return []
  const closings: Closing[] = []
  let day = closingDayOf(first.asOf.end, zone)
  for (let count = 0; count < mostDays && endOfDay(day, zone) <= until; count += 1) {
    const end = endOfDay(day, zone)
    const last = steps.filter(({ asOf }) => asOf.end <= end).at(-1)
    const isOwn = last !== undefined && closingDayOf(last.asOf.end, zone) === day
    const standing = last && (isOwn || canCarry) ? steps.filter(({ statement }) => statement === last.statement) : []
    closings.push({ day, steps: standing, carriedForward: standing.length > 0 && !isOwn })
    day = addDays(day, 1)
  }
  return closings
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
