import { groupBy } from '@/domain/collection/group-by'
import type { ScopeSelector } from '@/domain/crisis/crisis'
import type { Claimant, Figure } from '@/domain/figure/figure'
import { type Scope, scopeKey, scopeKeyOf } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { everyone, type Population } from '@/domain/population/population'
import { boundsOf } from '@/domain/quantity/bounds'
import { groupRelays } from '@/domain/reconciliation/relays'
import type { Instant } from '@/domain/time/instant'
import { takesPart } from '@/domain/viewpoint/in-view'

export type DatedFigure = Figure & { asOf: NonNullable<Figure['asOf']> }

/** One statement of one claimant on a scope. `values`: one group of relays that fit together; several where relays differ. */
export interface StatementPoint {
  statement: string
  values: DatedFigure[][]
  start: Instant
  end: Instant
  /** Where it stands in the claimant's order: its end, or earlier where a later statement is known to stand before that end. */
  at: Instant
}

/** Everything one claimant said on a scope that takes part at the viewpoint, in order. */
export interface ClaimantStatements {
  claimant: Claimant
  statements: StatementPoint[]
}

const scopes = new WeakMap<ScopeSelector, Scope>()

/** The scope a selector names; names stay empty, since a scope is compared by ids. */
export function scopeOfSelector(selector: ScopeSelector): Scope {
  const known = scopes.get(selector)
  if (known) return known
  const scope = {
    ...selector,
    places: selector.places.map((place) => ({ ...place, name: '' })),
    events: selector.events.map((id) => ({ id, title: '' })),
  }
  scopes.set(selector, scope)
  return scope
}

/** The figures of a scope that take part in series at the slice's viewpoint: dated counts and estimates, approved, known, visible. */
export function figuresOfScope(slice: LedgerSlice, selector: ScopeSelector): DatedFigure[] {
  const key = scopeKey(scopeOfSelector(selector))
  return slice.figures.filter(
    (figure): figure is DatedFigure =>
      // The key is dear to make and a crisis may hold 50,000 figures: compare what is cheap first.
      figure.indicator === selector.indicator &&
      figure.basis.kind === selector.basis &&
      isSamePopulation(figure.population, selector.population) &&
      takesPart(figure, slice.viewpoint) &&
      scopeKeyOf(figure) === key,
  )
}

const facets = Object.keys(everyone) as (keyof Population)[]
const isSamePopulation = (a: Population, b: Population) => facets.every((facet) => a[facet] === b[facet])

/**
 * The statements on a scope, claimant by claimant (in the crisis's fixed order, then by id), each in the order of their as-of. Relays
 * that fit are one value; a recorded decision on differing relays leaves the value it chose. The order of the input never matters.
 */
export function statementsOf(
  slice: LedgerSlice,
  selector: ScopeSelector,
  figures = figuresOfScope(slice, selector),
): ClaimantStatements[] {
  const key = scopeKey(scopeOfSelector(selector))
  const chosen = new Map(
    slice.resolutions
      .filter((one) => one.scopeKey === key && one.knownFrom <= slice.viewpoint.knownAt)
      .sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))
      .flatMap((one) => (one.statement === null ? [] : [[one.statement, one.figure] as const])),
  )
  const byClaimant = groupBy(figures, ({ claimant }) => claimant.id)
  const rank = (id: string) => {
    const index = slice.crisis.claimantOrder.indexOf(id)
    return index < 0 ? slice.crisis.claimantOrder.length : index
  }
  return [...byClaimant.values()]
    .map((own) => {
      const points = [...groupBy(own, ({ statement }) => statement.id)].map(([statement, members]) =>
        toPoint(statement, members, chosen.get(statement)),
      )
      return { claimant: (own[0] as DatedFigure).claimant, statements: inOrder(points, selector.basis !== 'stock') }
    })
    .sort((a, b) => rank(a.claimant.id) - rank(b.claimant.id) || (a.claimant.id < b.claimant.id ? -1 : 1))
}

function toPoint(statement: string, members: DatedFigure[], chosen: string | undefined): StatementPoint {
  const groups = groupRelays(members) as DatedFigure[][]
  const kept = groups.filter((relays) => relays.some(({ id }) => id === chosen))
  const values = kept.length > 0 ? kept : groups
  const all = values.flat()
  // Relays of one utterance may date it more or less narrowly; where they overlap it lies in what they share.
  const start =
    all
      .map(({ asOf }) => asOf.start)
      .sort()
      .at(-1) ?? ''
  const end = all.map(({ asOf }) => asOf.end).sort()[0] ?? ''
  return start <= end
    ? { statement, values, start, end, at: end }
    : { statement, values, start: end, end: start, at: start }
}

const minOf = ({ values }: StatementPoint) =>
  Math.max(...values.flat().map(({ quantity }) => boundsOf(quantity)?.min ?? -1))

const isSurelyBefore = (a: StatementPoint, b: StatementPoint) =>
  a.end <= b.start && !(a.start === b.start && a.end === b.end)

/** By end of interval; where two overlap the order is unknown and a running total is read as not falling: the smaller comes first. */
function inOrder(points: StatementPoint[], neverFalls: boolean): StatementPoint[] {
  const sorted = points.sort(
    (a, b) =>
      compare(a.end, b.end) || compare(a.start, b.start) || minOf(a) - minOf(b) || compare(a.statement, b.statement),
  )
  const ordered: StatementPoint[] = []
  for (const point of sorted) {
    let place = ordered.length
    while (neverFalls && place > 0) {
      const before = ordered[place - 1] as StatementPoint
      if (isSurelyBefore(before, point) || minOf(before) <= minOf(point)) break
      place -= 1
    }
    ordered.splice(place, 0, point)
  }
  for (let index = ordered.length - 2; index >= 0; index -= 1) {
    const point = ordered[index] as StatementPoint
    const next = ordered[index + 1] as StatementPoint
    if (point.at > next.at) point.at = next.at
  }
  return ordered
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
