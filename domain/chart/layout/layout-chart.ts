import type { DrawnChart } from '@/domain/chart/chart-model'
import { placeAnnotations } from '@/domain/chart/layout/annotation-layout'
import { layoutTimeTicks, type Plot, round, scalesOf } from '@/domain/chart/layout/axis-layout'
import { barLabels, crowdedFlows, layoutBars, layoutRows } from '@/domain/chart/layout/bar-layout'
import {
  type Box,
  type ChartLayout,
  type LayoutLabel,
  type LayoutText,
  lineHeight,
  narrowBelow,
  textSize,
} from '@/domain/chart/layout/chart-layout'
import { isolateText } from '@/domain/chart/layout/isolate-text'
import { glyphWidth, labelBlocks, labelsAtEnds, labelsBelow, stackedHeight } from '@/domain/chart/layout/label-layout'
import { coveredBy, layoutLine } from '@/domain/chart/layout/line-layout'
import { textWidth, wrapText } from '@/domain/chart/layout/text-width'

export interface ChartSize {
  width: number
  /** The height of the whole; grows where labels need more. Without one the plot's own proportion decides. */
  height?: number
}

const axisHeight = 28
/** More lines than this are named under the chart, in two columns. */
const mostLabelsBeside = 7

/**
 * Lays a chart out for the width it has: no text below 12 px, labels beside the lines where there is room and under the chart where not,
 * fewer ticks on a narrow one. Pure, and shared by the static and the live renderer, so that one can stand in for the other.
 */
export function layoutChart(model: DrawnChart, { width, height }: ChartSize): ChartLayout {
  const isNarrow = width < narrowBelow
  const isBeside = model.kind === 'steps' && !isNarrow && model.series.length <= mostLabelsBeside
  const columnLimit = Math.min(width * 0.3, 200) - glyphWidth
  const columns = isNarrow ? 1 : 2
  const blocks = labelBlocks(model, isBeside ? columnLimit : width / columns - glyphWidth - 8)
  const column = isBeside && blocks.length > 0 ? 12 + glyphWidth + Math.max(...blocks.map((block) => block.width)) : 8
  const yLabels = Math.max(0, ...model.y.ticks.map(({ label }) => textWidth(label, textSize)))
  const top = 18
  const wanted = height ? height - axisHeight : isNarrow ? 200 : 250
  const plotHeight = Math.max(wanted, isBeside ? stackedHeight(blocks) + lineHeight : 0) - top
  const plot: Plot = {
    left: Math.ceil(yLabels) + 10,
    top,
    right: Math.floor(width - column - (isBeside ? 2 : 0)),
    bottom: Math.round(top + plotHeight),
  }
  const scales = scalesOf(model, plot)
  const lines = model.series.map((series, index) => layoutLine(series, index, scales))
  const apart = crowdedFlows(model)
  const bars = layoutBars(model, apart, scales, plot)
  const barBoxes: Box[] = bars.map((bar) => ({ ...bar, y: bar.y - lineHeight, height: bar.height + lineHeight }))
  const { placed, unplaced } = placeAnnotations(model, scales, plot, [...coveredBy(model, lines, scales), ...barBoxes])
  const rows = layoutRows(apart, scales, plot, plot.bottom + axisHeight)
  const axisBottom = rows.bottom
  const below = labelsUnder(model, blocks, axisBottom + 6, width, columns, isBeside)
  const labels = isBeside ? labelsAtEnds(blocks, scales, plot, plot.bottom + axisHeight / 2) : below.labels
  const notes = notesUnder(unplaced, below.bottom + 6, width)
  return isolateTexts(model.direction, {
    width,
    height: Math.ceil(notes.bottom),
    plot,
    xTicks: layoutTimeTicks(model.x.ticks, scales, plot, width),
    yTicks: model.y.ticks.map(({ value, label }) => ({ y: scales.y(value), label })),
    band: model.band.map(({ from, to, low, high, stated }) => {
      const x = scales.x(from)
      const y = scales.y(high ?? stated)
      return { x, y, width: round(scales.x(to) - x), height: round(scales.y(low) - y), open: high === null }
    }),
    markers: model.markers.map(({ at, label }) => ({ x: scales.x(at), key: `${at} ${label}` })),
    lines,
    bars: [...bars, ...rows.bars],
    labels,
    annotations: [...placed, ...rows.texts],
    notes: notes.texts,
  })
}

function isolateTexts(direction: DrawnChart['direction'], layout: ChartLayout): ChartLayout {
  if (direction === 'ltr') return layout
  const isolate = (text: string) => isolateText(text, direction)
  const block = <Text extends LayoutText>(text: Text): Text => ({
    ...text,
    lines: text.lines.map((line) => ({ ...line, text: isolate(line.text) })),
  })
  return {
    ...layout,
    xTicks: layout.xTicks.map((tick) => ({ ...tick, label: isolate(tick.label) })),
    yTicks: layout.yTicks.map((tick) => ({ ...tick, label: isolate(tick.label) })),
    bars: layout.bars.map((bar) => ({ ...bar, label: bar.label && isolate(bar.label) })),
    labels: layout.labels.map(block),
    annotations: layout.annotations.map(block),
    notes: layout.notes.map(block),
  }
}

function labelsUnder(
  model: DrawnChart,
  blocks: ReturnType<typeof labelBlocks>,
  top: number,
  width: number,
  columns: number,
  isBeside: boolean,
): { labels: LayoutLabel[]; bottom: number } {
  if (model.kind === 'bars') return finish(barLabels(model, top, width), top)
  return isBeside ? { labels: [], bottom: top - 6 } : finish(labelsBelow(blocks, top, width, columns), top)
}

const finish = (laid: { labels: LayoutLabel[]; bottom: number }, top: number) =>
  laid.labels.length > 0 ? laid : { labels: [], bottom: top - 6 }

function notesUnder(unplaced: readonly string[], top: number, width: number): { texts: LayoutText[]; bottom: number } {
  let y = top
  const texts = unplaced.map((note): LayoutText => {
    const lines = wrapText(note, textSize, width, 400, Number.POSITIVE_INFINITY).map((text) => ({
      text,
      strong: false,
      muted: true,
    }))
    const text: LayoutText = { x: 0, y: y + lineHeight / 2, lines, anchor: 'start', colour: null }
    y += lines.length * lineHeight + 4
    return text
  })
  return { texts, bottom: unplaced.length > 0 ? y : top - 6 }
}
