import type { ChartBand } from '@/domain/chart/chart-model'
import { type DatedFigure, figuresOfScope, scopeOfSelector } from '@/domain/chart/statement-points'
import type { ScopeSelector } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import type { Position } from '@/domain/reconciliation/headline'
import { positionsOfClaimant, standTogether } from '@/domain/reconciliation/positions'
import type { Instant } from '@/domain/time/instant'

/** The positions of a scope as of an instant, from what the slice's viewpoint knew and its reader may see. */
export function positionsAt(
  slice: LedgerSlice,
  selector: ScopeSelector,
  asOf: Instant,
  figures = figuresOfScope(slice, selector),
): Position[] {
  const latest = openLatest(slice, selector)
  for (const figure of figures) if (figure.asOf.end <= asOf) latest.add(figure)
  return latest.positions()
}

/**
 * The range of standing positions over time: one stretch from each instant at which a position may change to the next, from the lowest
 * low to the highest high, joined where nothing changed. Stretches where all positions share one closed number have no band, nor have
 * those in which relays of one statement differ: those values are never a range. Positions change at statements alone, since "earlier"
 * is measured against the newest statement and not against the clock.
 */
export function rangeBand(
  slice: LedgerSlice,
  selector: ScopeSelector,
  until: Instant,
  figures = figuresOfScope(slice, selector),
): ChartBand[] {
  const inOrder = [...figures].sort((a, b) => (a.asOf.end < b.asOf.end ? -1 : 1)).filter(({ asOf }) => asOf.end < until)
  const instants = thin([...new Set(inOrder.map(({ asOf }) => asOf.end))])
  const latest = openLatest(slice, selector)
  const band: ChartBand[] = []
  let taken = 0
  for (const [index, from] of instants.entries()) {
    const to = instants[index + 1] ?? until
    for (let figure = inOrder[taken]; figure && figure.asOf.end <= from; figure = inOrder[taken]) {
      latest.add(figure)
      taken += 1
    }
    const range = rangeOf(latest.positions())
    if (!range) continue
    const last = band.at(-1)
    if (last && last.to === from && last.low === range.low && last.high === range.high && last.stated === range.stated)
      last.to = to
    else band.push({ from, to, ...range })
  }
  return band
}

const mostStretches = 400

/** At most 400 instants, evenly chosen in time: more stretches than a chart has points of width cannot be seen. */
function thin(instants: Instant[]): Instant[] {
  if (instants.length <= mostStretches) return instants
  const first = Date.parse(instants[0] ?? '')
  const width = (Date.parse(instants.at(-1) ?? '') - first) / mostStretches
  const buckets = new Map(instants.map((at) => [Math.floor((Date.parse(at) - first) / width), at]))
  return [...buckets.values()]
}

interface Kept {
  lastStart: Instant
  /** The latest end of each statement that may still be the claimant's latest. */
  ends: Map<string, Instant>
  /** What they come to; null until asked for. */
  positions: Position[] | null
}

/**
 * The positions of a scope while its figures are told one after another, by what the slice's viewpoint knew of decisions. Of each claimant's
 * statements those are kept that may still be its latest: none that surely stands before another. A statement is kept whole, since its
 * relays are judged together.
 */
function openLatest(slice: LedgerSlice, selector: ScopeSelector) {
  const key = scopeKey(scopeOfSelector(selector))
  const resolutions = slice.resolutions.filter(
    (one) => one.scopeKey === key && one.knownFrom <= slice.viewpoint.knownAt,
  )
  const indicator = slice.indicators.find((one) => one.key === selector.indicator)
  const windowHours = indicator?.windowHours ?? Number.POSITIVE_INFINITY
  const byClaimant = new Map<string, Kept>()
  const seen = new Map<string, DatedFigure[]>()
  return {
    add(figure: DatedFigure) {
      const { claimant, statement, asOf } = figure
      const relays = seen.get(statement.id) ?? []
      seen.set(statement.id, [...relays, figure])
      const kept = byClaimant.get(claimant.id) ?? { lastStart: '', ends: new Map(), positions: null }
      byClaimant.set(claimant.id, kept)
      kept.positions = null
      if (asOf.start > kept.lastStart) {
        kept.lastStart = asOf.start
        for (const [id, end] of kept.ends) if (end < kept.lastStart) kept.ends.delete(id)
      }
      const end = [asOf.end, ...relays.map((relay) => relay.asOf.end)].sort().at(-1) ?? asOf.end
      if (end >= kept.lastStart) kept.ends.set(statement.id, end)
    },
    positions: () => {
      const all = [...byClaimant.values()].flatMap((kept) => {
        kept.positions ??= positionsOfClaimant(
          [...kept.ends.keys()].flatMap((id) => seen.get(id) ?? []),
          selector.basis,
          resolutions,
        )
        return kept.positions
      })
      return standTogether(all, selector.basis, windowHours)
    },
  }
}

/** Lowest low to highest high of the standing positions; null where there is no range to show. */
function rangeOf(positions: readonly Position[]): Pick<ChartBand, 'low' | 'high' | 'stated'> | null {
  const standing = positions.filter(({ earlier }) => !earlier)
  if (new Set(standing.map(({ claimant }) => claimant.id)).size < standing.length) return null
  const known = standing.filter(({ quantity }) => quantity.qualifier !== 'unquantified')
  if (known.length < 2 && known[0]?.quantity.qualifier !== 'between') return null
  const low = Math.min(...known.map(({ quantity }) => quantity.low ?? 0))
  const open = known.some(({ quantity }) => quantity.high === null)
  const high = open ? null : Math.max(...known.map(({ quantity }) => quantity.high ?? 0))
  const stated = Math.max(...known.map(({ quantity }) => quantity.high ?? quantity.low ?? 0))
  return high === low ? null : { low, high, stated }
}
