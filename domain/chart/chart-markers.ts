import type { ChartFormat } from '@/domain/chart/chart-format'
import type { ChartMarker, ChartModel } from '@/domain/chart/chart-model'
import { scopeOfSelector } from '@/domain/chart/statement-points'
import type { CrisisChart } from '@/domain/crisis/crisis'
import { scopeKey, scopeKeyOf } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { hoursBetween } from '@/domain/time/local-time'

/**
 * The dated hairlines of a chart: corrections and withdrawals of its own figures, at the moment the ledger learned of them, and the
 * begin of the events it counts, where these lie well inside the axis (at its edge a hairline would be read as the axis).
 */
export function chartMarkers(
  slice: LedgerSlice,
  spec: CrisisChart,
  x: ChartModel['x'],
  format: ChartFormat,
): ChartMarker[] {
  const keys = new Set(spec.lines.map(({ scope }) => scopeKey(scopeOfSelector(scope))))
  const corrections = slice.closed
    .filter(({ was }) => keys.has(scopeKeyOf(was)))
    .map(({ was, now, at }): ChartMarker => {
      const before = format.quantity(was.quantity)
      const after = now ? format.quantity(now.quantity) : null
      return { at, atText: format.instant(at), label: format.words.corrected(before, after), kind: 'correction' }
    })
  const counted = new Set(spec.lines.flatMap(({ scope }) => scope.events))
  const events = slice.events
    .filter(({ id }) => counted.has(id))
    .map(
      (event): ChartMarker => ({
        at: event.from,
        atText: format.instant(event.from),
        label: event.title,
        kind: 'event',
      }),
    )
  const margin = hoursBetween(x.from, x.to) * 0.04
  return [...corrections, ...events]
    .filter(({ at }) => hoursBetween(x.from, at) > margin && hoursBetween(at, x.to) > margin / 4)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.label < b.label ? -1 : 1))
}
