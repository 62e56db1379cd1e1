import { scaleLinear } from 'd3-scale'
import type { DrawnChart, TimeTick } from '@/domain/chart/chart-model'
import { type ChartLayout, textSize } from '@/domain/chart/layout/chart-layout'
import { textWidth } from '@/domain/chart/layout/text-width'
import type { Instant } from '@/domain/time/instant'

export type Plot = ChartLayout['plot']

export interface Scales {
  x: (at: Instant) => number
  y: (value: number) => number
}

/** Time to px and value to px in a plot; instants outside the axis are held at its ends. */
export function scalesOf(model: Pick<DrawnChart, 'x' | 'y'>, plot: Plot): Scales {
  const time = scaleLinear([Date.parse(model.x.from), Date.parse(model.x.to)], [plot.left, plot.right]).clamp(true)
  const value = scaleLinear([0, model.y.max], [plot.bottom, plot.top])
  return { x: (at) => round(time(Date.parse(at))), y: (amount) => round(value(amount)) }
}

/** Tenths of a px are as fine as anyone sees; more would only make files longer. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

const gap = 12

/** The ticks whose labels fit: all, or every nth, with room between them. */
export function layoutTimeTicks(
  ticks: readonly TimeTick[],
  scales: Scales,
  plot: Plot,
  width: number,
): ChartLayout['xTicks'] {
  const placed = ticks.map((tick, index) => ({ step: tick.step, index, ...placeTick(tick, scales, plot, width) }))
  for (const nth of [1, 2, 3, 4, 6, 8, 12, 16, 24, 48]) {
    const kept = placed.filter(({ step, index }) => step % nth === 0 || index === 0)
    const clear = kept.filter((tick, index) => index < 2 || isClear(kept[index - 1], tick))
    if (clear.length < kept.length) continue
    const [first, second] = kept
    if (first && second && !isClear(first, second)) {
      // The first label names the day, unless the next one does.
      const left = second.step === 0 ? kept.slice(1) : kept.filter((tick) => tick !== second)
      return left.map(toTick)
    }
    return kept.map(toTick)
  }
  return placed.slice(0, 1).map(toTick)
}

function toTick({ x, labelX, label, anchor }: ChartLayout['xTicks'][number]): ChartLayout['xTicks'][number] {
  return { x, labelX, label, anchor }
}

function placeTick(tick: TimeTick, scales: Scales, plot: Plot, width: number) {
  const x = scales.x(tick.at)
  const end = tick.to === null ? x : scales.x(tick.to)
  const labelWidth = textWidth(tick.label, textSize)
  const middle = (x + end) / 2
  const left = Math.min(
    Math.max(middle - labelWidth / 2, tick.to === null && x <= plot.left ? x - 20 : 0),
    width - labelWidth,
  )
  return {
    x,
    label: tick.label,
    labelX: round(left + labelWidth / 2),
    anchor: 'middle' as const,
    left,
    right: left + labelWidth,
  }
}

function isClear(before: { right: number } | undefined, after: { left: number }): boolean {
  return !before || before.right + gap <= after.left
}
