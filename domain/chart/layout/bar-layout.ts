import type { ChartBar, DrawnChart } from '@/domain/chart/chart-model'
import { type Plot, round, type Scales } from '@/domain/chart/layout/axis-layout'
import {
  type LayoutAnnotation,
  type LayoutBar,
  type LayoutLabel,
  lineHeight,
  textSize,
} from '@/domain/chart/layout/chart-layout'
import { glyphWidth } from '@/domain/chart/layout/label-layout'
import { textWidth, wrapText } from '@/domain/chart/layout/text-width'

const lookOf = ({ derived, irregular }: ChartBar): LayoutBar['look'] =>
  derived ? (irregular ? 'hatched' : 'solid') : 'level'

/**
 * Flows that sources published for a stretch in which another bar stands: drawn over one another nobody could tell them apart, so they have
 * rows of their own under the axis.
 */
export function crowdedFlows(model: DrawnChart): ChartBar[] {
  return model.bars.filter(
    (bar) => !bar.derived && model.bars.some((other) => other !== bar && other.from < bar.to && bar.from < other.to),
  )
}

/** The bars over their intervals; flows that sources published themselves as level lines over theirs, those apart left out. */
export function layoutBars(model: DrawnChart, apart: readonly ChartBar[], scales: Scales, plot: Plot): LayoutBar[] {
  const bars = model.bars
    .filter((bar) => !apart.includes(bar))
    .map((bar): LayoutBar => {
      const left = scales.x(bar.from)
      const right = scales.x(bar.to)
      const inset = Math.min(4, (right - left) * 0.12)
      const top = scales.y(bar.value)
      return {
        key: bar.key,
        x: round(left + inset),
        y: top,
        width: round(Math.max(right - left - 2 * inset, 1)),
        height: round(plot.bottom - top),
        colour: bar.colour,
        look: lookOf(bar),
        open: bar.open,
        label: null,
      }
    })
  const texts = new Map(model.bars.map(({ key, valueText, shortText }) => [key, [valueText, shortText]]))
  // Level lines are drawn last, over the bars.
  return keepFittingLabels(bars, texts).sort((a, b) => Number(a.look === 'level') - Number(b.look === 'level'))
}

/** Values stand above their bars as long as they touch nothing, shortened where that helps; the highest bar is asked first. */
function keepFittingLabels(bars: LayoutBar[], texts: ReadonlyMap<string, string[]>): LayoutBar[] {
  const kept: { left: number; right: number; y: number }[] = []
  const fitting = new Map<string, string>()
  for (const bar of [...bars].sort((a, b) => a.y - b.y)) {
    const middle = bar.x + bar.width / 2
    for (const text of texts.get(bar.key) ?? []) {
      const half = textWidth(text, textSize) / 2
      const place = { left: middle - half - 3, right: middle + half + 3, y: bar.y }
      const isFree = kept.every(
        (other) => place.right <= other.left || other.right <= place.left || Math.abs(place.y - other.y) > lineHeight,
      )
      const isOverBar = bars.some(
        (other) =>
          other !== bar &&
          other.look !== 'level' &&
          other.y < bar.y - 2 &&
          other.x < place.right &&
          place.left < other.x + other.width,
      )
      if (!isFree || isOverBar) continue
      kept.push(place)
      fitting.set(bar.key, text)
      break
    }
  }
  return bars.map((bar) => ({ ...bar, label: fitting.get(bar.key) ?? null }))
}

const rowHeight = 20

/** Rows of level lines over their intervals from `top` on, each with its number beside it; as many as keep them clear of each other. */
export function layoutRows(
  apart: readonly ChartBar[],
  scales: Scales,
  plot: Plot,
  top: number,
): { bars: LayoutBar[]; texts: LayoutAnnotation[]; bottom: number } {
  const rows: { left: number; right: number }[][] = []
  const bars: LayoutBar[] = []
  const texts: LayoutAnnotation[] = []
  for (const bar of apart) {
    const [left, right] = [scales.x(bar.from), scales.x(bar.to)]
    const wide = textWidth(bar.valueText, textSize) + 6
    const isAfter = right + wide <= plot.right
    const space = isAfter ? { left, right: right + wide } : { left: left - wide, right }
    const isClear = (row: { left: number; right: number }[]) =>
      row.every((other) => space.right + 4 <= other.left || other.right + 4 <= space.left)
    const index = rows.findIndex(isClear)
    const row = index < 0 ? rows.push([]) - 1 : index
    rows[row]?.push(space)
    const y = top + row * rowHeight + 6
    const inset = Math.min(2, (right - left) * 0.1)
    const box = { x: round(left + inset), y, width: round(Math.max(right - left - 2 * inset, 1)), height: 7 }
    bars.push({ key: bar.key, ...box, colour: bar.colour, look: 'level', open: null, label: null })
    const lines = [{ text: bar.valueText, strong: false, muted: false }]
    const anchor = isAfter ? 'start' : 'end'
    texts.push({ x: round(isAfter ? right + 4 : left - 4), y: y + 3, lines, anchor, colour: null, leader: null })
  }
  return { bars, texts, bottom: top + rows.length * rowHeight }
}

/** A key under the bars where they are of more than one kind: whose they are, and how they came about. */
export function barLabels(model: DrawnChart, top: number, width: number): { labels: LayoutLabel[]; bottom: number } {
  const kinds = new Map(model.bars.map((bar) => [bar.keyText, bar]))
  if (kinds.size < 2) return { labels: [], bottom: top }
  let y = top
  const labels = [...kinds].map(([key, bar]): LayoutLabel => {
    const lines = wrapText(bar.keyText, textSize, width - glyphWidth).map((text) => ({
      text,
      strong: false,
      muted: false,
    }))
    const middle = y + lineHeight / 2
    y += lines.length * lineHeight + 4
    return {
      key,
      x: glyphWidth,
      y: middle,
      lines,
      anchor: 'start',
      colour: bar.colour,
      glyph: { x: 0, y: middle, kind: 'bar', shape: 'square', dash: '', look: lookOf(bar) },
      leader: null,
    }
  })
  return { labels, bottom: y - 4 }
}
