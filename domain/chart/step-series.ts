import { type Cite, citeAll } from '@/domain/chart/chart-citations'
import type { ChartFormat } from '@/domain/chart/chart-format'
import type { ChartPoint, OpenEnd } from '@/domain/chart/chart-model'
import type { DatedFigure, StatementPoint } from '@/domain/chart/statement-points'
import type { Quantity } from '@/domain/quantity/quantity'
import { isContested } from '@/domain/reconciliation/agreement'
import type { Position } from '@/domain/reconciliation/headline'
import type { Instant } from '@/domain/time/instant'

interface SeriesContext {
  positions: readonly Position[]
  /** How long a value is held without another statement, in hours; null: until the next one. */
  holdHours: number | null
  format: ChartFormat
  cite: Cite
}

/**
 * A claimant's statements as the points of its line, in order. A statement without a number has no point (it stands in the table).
 * Relays of one statement that differ become one point each, and the line breaks there until the next clear statement.
 */
export function pointsOf(statements: readonly StatementPoint[], context: SeriesContext): ChartPoint[] {
  const drawn = statements.filter(({ values }) => values.some(([figure]) => figure && hasNumber(figure)))
  return drawn.flatMap((statement, index) => {
    const next = drawn[index + 1] ?? null
    const differing = statement.values.length > 1
    return statement.values
      .filter(([figure]) => figure && hasNumber(figure))
      .map((relays) => toPoint(statement, relays, differing, breakAfter(statement, next, context.holdHours), context))
  })
}

const hasNumber = ({ quantity }: DatedFigure) => quantity.qualifier !== 'unquantified'

function toPoint(
  { at, start }: StatementPoint,
  relays: DatedFigure[],
  differing: boolean,
  until: Instant | null,
  { positions, format, cite }: SeriesContext,
): ChartPoint {
  const figure = relays[0] as DatedFigure
  return {
    figure: figure.id,
    at,
    from: start,
    value: markValue(figure.quantity),
    high: figure.quantity.qualifier === 'between' ? figure.quantity.high : null,
    open: openEnd(figure.quantity),
    contested: relays.some(isContested),
    differing,
    earlier: positions.some((position) => position.figure === figure.id && position.earlier),
    until: differing ? at : until,
    coverage: relays.find(({ coverage }) => coverage)?.coverage ?? null,
    derivedText: figure.derived ? format.words.derivedFrom(figure.derived.arithmetic) : null,
    valueText: format.quantity(figure.quantity),
    atText: format.asOf(figure.asOf),
    cite: citeAll(relays, cite),
  }
}

/** Where a value stops being held before the next statement: at differing relays, or after the hours a stock is held. */
function breakAfter(statement: StatementPoint, next: StatementPoint | null, holdHours: number | null): Instant | null {
  const expiry = holdHours === null ? null : new Date(Date.parse(statement.at) + holdHours * 3_600_000).toISOString()
  if (next && next.values.length > 1) return expiry && expiry < next.at ? expiry : next.at
  return next && expiry && expiry < next.at ? expiry : null
}

/** Where a quantity's mark stands: its low end, or its high end where only that is stated. */
export function markValue({ low, high }: Quantity): number {
  return low ?? high ?? 0
}

/** The side on which a quantity is open. */
export function openEnd({ qualifier }: Quantity): OpenEnd {
  if (qualifier === 'at-least' || qualifier === 'more-than') return 'up'
  return qualifier === 'at-most' || qualifier === 'fewer-than' ? 'down' : null
}
