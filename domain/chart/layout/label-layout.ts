import type { ChartSeries, DrawnChart } from '@/domain/chart/chart-model'
import { type Plot, round, type Scales } from '@/domain/chart/layout/axis-layout'
import { type LayoutLabel, lineHeight, textSize } from '@/domain/chart/layout/chart-layout'
import { dashOf, shapeOf } from '@/domain/chart/layout/line-layout'
import { textWidth, wrapText } from '@/domain/chart/layout/text-width'

/** Room for the line and mark drawn before a label. */
export const glyphWidth = 24
const gapBetween = 8

interface Block {
  series: ChartSeries
  index: number
  lines: LayoutLabel['lines']
  height: number
  width: number
}

/** The labels' text, wrapped to a column: names strong, last values under them. */
export function labelBlocks(model: DrawnChart, limit: number): Block[] {
  return model.series.map((series, index) => {
    const names = wrapText(series.label, textSize, limit, 600).map((text) => ({ text, strong: true, muted: false }))
    const values = wrapText(series.lastText, textSize, limit).map((text) => ({ text, strong: false, muted: false }))
    const lines = [...names, ...values]
    const widths = lines.map(({ text, strong }) => textWidth(text, textSize, strong ? 600 : 400))
    return { series, index, lines, height: lines.length * lineHeight, width: Math.max(0, ...widths) }
  })
}

/** The height of the labels stacked in a column. */
export function stackedHeight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0) + Math.max(0, blocks.length - 1) * gapBetween
}

/** Labels to the right of the plot, each as near its line's end as the others let it; a leader shows whose a moved one is. */
export function labelsAtEnds(blocks: readonly Block[], scales: Scales, plot: Plot, bottom: number): LayoutLabel[] {
  const ends = blocks
    .map((block) => ({ block, end: endOf(block.series, scales) }))
    .sort((a, b) => a.end.y - b.end.y || a.block.index - b.block.index)
  const tops: number[] = []
  let free = 2
  for (const { block, end } of ends) {
    const top = Math.max(free, end.y - lineHeight / 2)
    tops.push(top)
    free = top + block.height + gapBetween
  }
  let limit = bottom
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    const height = ends[index]?.block.height ?? 0
    tops[index] = Math.min(tops[index] ?? 0, limit - height)
    limit = (tops[index] ?? 0) - gapBetween
  }
  return ends.map(({ block, end }, index) => {
    const middle = round((tops[index] ?? 0) + lineHeight / 2)
    const x = plot.right + 12
    const isMoved = Math.abs(middle - end.y) > 5 && plot.right - end.x < 3
    return {
      key: block.series.key,
      ...labelText(block, x + glyphWidth, middle),
      glyph: { x, y: middle, ...glyphOf(block.index) },
      leader: isMoved ? { from: { x: plot.right + 2, y: end.y }, to: { x: x - 2, y: middle } } : null,
    }
  })
}

/** Labels in rows under a chart too narrow for a column beside it, or with more lines than a column holds. */
export function labelsBelow(
  blocks: readonly Block[],
  top: number,
  width: number,
  columns: number,
): { labels: LayoutLabel[]; bottom: number } {
  const bottoms = Array.from({ length: columns }, () => top)
  const labels = blocks.map((block, place) => {
    const column = place % columns
    const y = (bottoms[column] ?? top) + lineHeight / 2
    bottoms[column] = (bottoms[column] ?? top) + block.height + gapBetween
    const x = (width / columns) * column
    return {
      key: block.series.key,
      ...labelText(block, x + glyphWidth, y),
      glyph: { x, y, ...glyphOf(block.index) },
      leader: null,
    }
  })
  return { labels, bottom: Math.max(...bottoms) - (blocks.length > 0 ? gapBetween : 0) }
}

const glyphOf = (index: number) => ({
  kind: 'line' as const,
  shape: shapeOf(index),
  dash: dashOf(index),
  look: 'solid' as const,
})

function labelText(block: Block, x: number, y: number) {
  return { x: round(x), y: round(y), lines: block.lines, anchor: 'start' as const, colour: block.series.colour }
}

function endOf(series: ChartSeries, scales: Scales) {
  const last = series.points.at(-1)
  // Beside differing values stands the last clear one, where the line is.
  const clear = series.points.findLast(({ differing }) => !differing) ?? last
  return { x: scales.x(last?.differing ? last.at : series.heldUntil), y: scales.y(clear?.value ?? 0) }
}
