import { groupBy } from '@/domain/collection/group-by'
import type { BasisKind, Figure } from '@/domain/figure/figure'
import { boundsOf } from '@/domain/quantity/bounds'
import type { Position, Resolution } from '@/domain/reconciliation/headline'
import { groupRelays } from '@/domain/reconciliation/relays'
import { hoursBetween } from '@/domain/time/local-time'

type DatedFigure = Figure & { asOf: NonNullable<Figure['asOf']> }

/** One statement's word on a scope: its values (more than one where relays differ), most direct wording first in each. */
interface Utterance {
  statement: string
  values: DatedFigure[][]
  start: string
  end: string
  /** The largest lower bound among its values; nothing known is below every number. */
  min: number
}

const minOf = (figure: Pick<Figure, 'quantity'>) => boundsOf(figure.quantity)?.min ?? -1

/** The statements of one claimant, relays put together; a recorded decision on differing relays leaves the value it chose. */
function toUtterances(figures: DatedFigure[], resolutions: Resolution[]): Utterance[] {
  const byStatement = groupBy(figures, ({ statement }) => statement.id)
  return [...byStatement].map(([statement, members]) => {
    const chosen = resolutions.find((resolution) => resolution.statement === statement)
    const groups = groupRelays(members) as DatedFigure[][]
    const kept = chosen ? groups.filter((group) => group.some(({ id }) => id === chosen.figure)) : groups
    const values = kept.length > 0 ? kept : groups
    const all = values.flat()
    const starts = all.map(({ asOf }) => asOf.start).sort()
    const ends = all.map(({ asOf }) => asOf.end).sort()
    // Relays that give as-ofs apart from one another leave open which it is: then the statement spans them all.
    const doMeet = (starts.at(-1) ?? '') <= (ends[0] ?? '')
    return {
      statement,
      values,
      start: (doMeet ? starts.at(-1) : starts[0]) ?? '',
      end: (doMeet ? ends[0] : ends.at(-1)) ?? '',
      min: Math.max(...all.map(minOf)),
    }
  })
}

const isSurelyBefore = (a: Utterance, b: Utterance) => a.end <= b.start && !(a.start === b.start && a.end === b.end)

/**
 * A claimant's latest statement. Where intervals overlap their order is unknown: a running total is then read as not falling, so the
 * larger is the later; else the one that ends last, and of equal ones the narrower.
 */
function latestOf(utterances: Utterance[], basis: BasisKind): { latest: Utterance; orderAssumed: boolean } | null {
  const lastStart = utterances.reduce((last, { start }) => (start > last ? start : last), '')
  const newest = utterances.filter(({ start }) => start === lastStart)
  const open = utterances.filter((one) => !newest.some((other) => other !== one && isSurelyBefore(one, other)))
  const order = (a: Utterance, b: Utterance) =>
    (basis === 'running-total' ? b.min - a.min : 0) ||
    (a.end < b.end ? 1 : a.end > b.end ? -1 : 0) ||
    (a.start < b.start ? 1 : a.start > b.start ? -1 : 0) ||
    (a.statement < b.statement ? -1 : 1)
  const [latest, ...others] = open.sort(order)
  return latest ? { latest, orderAssumed: others.some((other) => other.min !== latest.min) } : null
}

/**
 * The positions of a scope: for every claimant its latest figure in view and known, one per value where relays of that statement
 * differ. Input: figures of one scope that take part at the viewpoint; any order. Output: sorted newest first, then by claimant.
 * A running-total position is `earlier` when it is older than the newest by more than `windowHours` and its low is not above the
 * newest's (domain rule 6.2).
 */
export function takePositions(
  figures: DatedFigure[],
  basis: BasisKind,
  resolutions: Resolution[],
  windowHours: number,
): Position[] {
  const byClaimant = groupBy(figures, ({ claimant }) => claimant.id)
  return standTogether(
    [...byClaimant.values()].flatMap((own) => positionsOfClaimant(own, basis, resolutions)),
    basis,
    windowHours,
  )
}

/** What one claimant's figures of a scope come to, before it is known which others stand beside it. */
export function positionsOfClaimant(own: DatedFigure[], basis: BasisKind, resolutions: Resolution[]): Position[] {
  const found = latestOf(toUtterances(own, resolutions), basis)
  if (!found) return []
  return found.latest.values.map(([first, ...relays]) => toPosition(first as DatedFigure, relays, found.orderAssumed))
}

/** Sorts the positions of all claimants and marks those that others have left behind. Changes what it is given. */
export function standTogether(positions: Position[], basis: BasisKind, windowHours: number): Position[] {
  if (basis === 'running-total') markEarlier(positions, windowHours)
  return positions.sort(
    (a, b) =>
      Number(a.earlier) - Number(b.earlier) ||
      (a.asOf.end < b.asOf.end ? 1 : a.asOf.end > b.asOf.end ? -1 : 0) ||
      (a.claimant.id < b.claimant.id ? -1 : a.claimant.id > b.claimant.id ? 1 : 0) ||
      minOf(a) - minOf(b) ||
      (a.figure < b.figure ? -1 : 1),
  )
}

function toPosition(figure: DatedFigure, relays: DatedFigure[], orderAssumed: boolean): Position {
  return {
    figure: figure.id,
    relays: relays.map(({ id }) => id),
    statement: figure.statement.id,
    claimant: figure.claimant,
    quantity: figure.quantity,
    asOf: figure.asOf,
    earlier: false,
    orderAssumed,
    coverage: figure.coverage ?? relays.find(({ coverage }) => coverage)?.coverage ?? null,
    derived: figure.derived?.arithmetic ?? null,
    disputes: [figure, ...relays].flatMap(({ disputes }) => disputes),
  }
}

function markEarlier(positions: Position[], windowHours: number): void {
  const newestEnd = positions.reduce((end, { asOf }) => (asOf.end > end ? asOf.end : end), '')
  const newest = positions.filter(({ asOf }) => asOf.end === newestEnd)
  // Where the newest statement's relays differ, its smallest value is all that is sure.
  const newestMin = Math.min(...newest.map(({ quantity }) => boundsOf(quantity)?.min ?? 0))
  // The values of a statement whose relays differ stand or fall together: which of them is right is what nobody knows.
  for (const values of groupBy(positions, ({ statement }) => statement).values()) {
    const min = Math.max(...values.map(({ quantity }) => boundsOf(quantity)?.min ?? 0))
    for (const position of values) {
      position.earlier = hoursBetween(position.asOf.end, newestEnd) > windowHours && min <= newestMin
    }
  }
}
