import type { ChartBar, ChartPoint, ChartSeries, DrawnChart } from '@/domain/chart/chart-model'

/** One instant of a live chart: what each line holds there, and which bars stand around it. */
export interface LiveRow {
  t: number
  /** By series: the value held at the instant; null in a gap, before the first statement and after the last hold. */
  held: (number | null)[]
  /** By series: the statements made at the instant. */
  stated: ChartPoint[][]
  /** By series: the latest statement by then. */
  latest: (ChartPoint | null)[]
  bars: ChartBar[]
}

/** The instants of a chart in order: every statement and every end of a line, or the middle of every bar. */
export function liveRows({ kind, series, bars }: DrawnChart): LiveRow[] {
  if (kind === 'bars') return barRows(bars)
  const instants = new Set<number>()
  for (const { points, heldUntil } of series) {
    instants.add(Date.parse(heldUntil))
    for (const { at, until } of points) {
      instants.add(Date.parse(at))
      if (until) instants.add(Date.parse(until))
    }
  }
  return [...instants]
    .sort((a, b) => a - b)
    .map((t) => ({
      t,
      held: series.map((one) => heldAt(one, t)),
      stated: series.map(({ points }) => points.filter(({ at }) => Date.parse(at) === t)),
      latest: series.map(({ points }) => points.findLast(({ at }) => Date.parse(at) <= t) ?? null),
      bars: [],
    }))
}

function heldAt({ points, heldUntil }: ChartSeries, t: number): number | null {
  const index = points.findLastIndex(({ at, differing }) => !differing && Date.parse(at) <= t)
  const point = points[index]
  if (!point) return null
  const isLast = !points.slice(index + 1).some(({ differing }) => !differing)
  // What newer statements left behind ends in dots, which the marks' layer draws.
  if (isLast && point.earlier && Date.parse(point.at) < t) return null
  return t <= Date.parse(point.until ?? (isLast ? heldUntil : '9999-12-31')) ? point.value : null
}

function barRows(bars: readonly ChartBar[]): LiveRow[] {
  const rows = new Map<number, LiveRow>()
  for (const bar of bars) {
    const t = (Date.parse(bar.from) + Date.parse(bar.to)) / 2
    const row = rows.get(t) ?? { t, held: [], stated: [], latest: [], bars: [] }
    row.bars.push(bar)
    rows.set(t, row)
  }
  return [...rows.values()].sort((a, b) => a.t - b.t)
}
