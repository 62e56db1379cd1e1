import type { ChartModel } from '@/domain/chart/chart-model'
import { type ChartLayout, lineHeight, textSize } from '@/domain/chart/layout/chart-layout'
import { isolateText } from '@/domain/chart/layout/isolate-text'
import { layoutChart } from '@/domain/chart/layout/layout-chart'
import { wrapText } from '@/domain/chart/layout/text-width'
import { legendText } from '@/domain/chart/legend-text'
import {
  type Drawing,
  drawAxes,
  drawBand,
  drawBar,
  drawLabel,
  drawLine,
  drawText,
  onLines,
  textAt,
} from '@/formats/svg/chart-marks'
import { type ChartPaint, type ChartTheme, chartPaints } from '@/formats/svg/chart-theme'
import { element, escapeXml } from '@/formats/svg/svg-element'

export interface ChartSvgOptions {
  /** px; the drawing is made for this width, text is never under 12 px at it. */
  width: number
  /** px of the plot with its axis; more where labels need it. */
  height?: number
  theme: ChartTheme
  /** Letters, digits and hyphens; unlike any other drawing's on the page. */
  idPrefix: string
}

/**
 * Draws a chart as SVG by presentation attributes alone (no style element or attribute: a page's content policy may forbid them), with
 * title and description for readers who cannot see it. Title, subtitle and footnote are the page's to set; `renderChartCard` sets them.
 */
export function renderChartSvg(model: ChartModel, options: ChartSvgOptions): string {
  const layout = layoutChart(model, options)
  const drawing: Drawing = { paint: chartPaints[options.theme] }
  return wrapSvg(
    model,
    drawing,
    options.idPrefix,
    { width: layout.width, height: layout.height },
    drawChart(model, layout, drawing),
  )
}

/** A chart that stands alone, as a file or in another's page: with its ground, title, subtitle, sources and the words for its marks. */
export function renderChartCard(model: ChartModel, options: ChartSvgOptions & { sourceLine: string }): string {
  const paint = chartPaints[options.theme]
  const drawing: Drawing = { paint }
  const margin = 20
  const inner = options.width - 2 * margin
  const head = [
    ...wrapText(model.title, 17, inner, 600, 3).map((text) => ({
      text,
      size: 17,
      weight: 600,
      fill: paint.ink,
      step: 23,
    })),
    ...wrapText(model.subtitle, 13, inner, 400, 3).map((text) => ({
      text,
      size: 13,
      weight: null,
      fill: paint.muted,
      step: 18,
    })),
  ]
  const foot = [options.sourceLine, legendText(model)].flatMap((text) => wrapText(text, 12, inner, 400, 8))
  let y = margin + 14
  const headText = head.map((line) => {
    const written = writeLine(model, line, margin, y, inner)
    y += line.step
    return written
  })
  const layout = layoutChart(model, { ...options, width: inner })
  const chartTop = y - 4
  let footY = chartTop + layout.height + 24
  const rule = element('line', { x1: margin, x2: margin + inner, y1: footY - 17, y2: footY - 17, stroke: paint.line })
  const footText = foot.map((text) => {
    const written = writeLine(model, { text, size: 12, weight: null, fill: paint.muted }, margin, footY, inner)
    footY += lineHeight
    return written
  })
  const height = Math.ceil(footY - lineHeight + margin)
  const ground = element('rect', { width: options.width, height, fill: paint.ground })
  const chart = element('g', { transform: `translate(${margin} ${chartTop})` }, drawChart(model, layout, drawing))
  return wrapSvg(
    model,
    drawing,
    options.idPrefix,
    { width: options.width, height },
    ground + headText.join('') + chart + rule + footText.join(''),
  )
}

function writeLine(
  { direction }: ChartModel,
  { text, size, weight, fill }: { text: string; size: number; weight: number | null; fill: string },
  left: number,
  y: number,
  inner: number,
): string {
  const isRightToLeft = direction === 'rtl'
  const x = isRightToLeft ? left + inner : left
  const anchor = isRightToLeft ? 'end' : null
  return element(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill },
    escapeXml(isolateText(text, direction)),
  )
}

function drawChart(model: ChartModel, layout: ChartLayout, drawing: Drawing): string {
  const { paint } = drawing
  if (model.empty) return drawEmpty(model.empty, layout, drawing)
  return [
    drawBand(drawing, layout),
    drawAxes(drawing, layout),
    ...layout.markers.map(({ x }) => hairline(paint, x, layout.plot.top - 6, x, layout.plot.bottom)),
    ...layout.bars.map((bar) => drawBar(drawing, bar)),
    ...layout.annotations.map(({ leader }) =>
      leader ? hairline(paint, leader.from.x, leader.from.y, leader.to.x, leader.to.y) : '',
    ),
    ...[...layout.lines].reverse().map((line) => drawLine(drawing, line)),
    onLines(drawing, ...layout.annotations.map((text) => drawText(drawing, text))),
    ...layout.labels.map((label) => drawLabel(drawing, label)),
    ...layout.notes.map((note) => drawText(drawing, note)),
  ].join('')
}

function drawEmpty(text: string, { plot }: ChartLayout, drawing: Drawing): string {
  const base = element('line', { x1: 0, x2: plot.right, y1: plot.bottom, y2: plot.bottom, stroke: drawing.paint.line })
  return (
    base +
    textAt({
      x: plot.right / 2,
      y: (plot.top + plot.bottom) / 2,
      text,
      fill: drawing.paint.muted,
      anchor: 'middle',
    })
  )
}

function hairline(paint: ChartPaint, x1: number, y1: number, x2: number, y2: number): string {
  return element('line', { x1, y1, x2, y2, stroke: paint.muted, 'stroke-width': 1, 'stroke-dasharray': '2 3' })
}

function wrapSvg(
  model: ChartModel,
  { paint }: Drawing,
  idPrefix: string,
  { width, height }: { width: number; height: number },
  content: string,
): string {
  const drawn = {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    direction: 'ltr',
    'font-size': textSize,
    'font-family': paint.fontFamily,
    'font-variant-numeric': 'tabular-nums',
  }
  // In a page the element around the drawings, of which one is seen, says the same once for both.
  if (paint.fontFamily === null) return element('svg', { ...drawn, 'aria-hidden': 'true' }, content)
  const titleId = `${idPrefix}-title`
  const descriptionId = `${idPrefix}-desc`
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...drawn,
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
      'xml:lang': model.language,
    },
    element('title', { id: titleId }, escapeXml(model.title)),
    element('desc', { id: descriptionId }, escapeXml(model.alt)),
    content,
  )
}
