import type {
  Box,
  ChartLayout,
  LayoutBar,
  LayoutLabel,
  LayoutLine,
  LayoutMark,
  LayoutText,
} from '@/domain/chart/layout/chart-layout'
import { lineHeight } from '@/domain/chart/layout/chart-layout'
import { hatchPath, levelPath } from '@/domain/chart/layout/hatch-path'
import { markPath, openPath } from '@/domain/chart/layout/mark-path'
import type { ChartPaint } from '@/formats/svg/chart-theme'
import { element, escapeXml } from '@/formats/svg/svg-element'

export interface Drawing {
  paint: ChartPaint
}

const halfCapital = 4.3
const openEdge = 10

/** A text at a point, of the size the drawing's root sets. */
export function textAt({
  x,
  y,
  text,
  fill = null,
  anchor = 'start',
  strong = false,
}: {
  x: number
  y: number
  text: string
  /** Null where the group it stands in sets it; the anchor likewise, by "start". */
  fill?: string | null
  anchor?: LayoutText['anchor']
  strong?: boolean
}): string {
  return element(
    'text',
    {
      x,
      y: Math.round((y + halfCapital) * 10) / 10,
      fill,
      'font-weight': strong ? 600 : null,
      'text-anchor': anchor === 'start' ? null : anchor,
    },
    escapeXml(text),
  )
}

/** Texts with the ground's colour round their letters, where they stand on lines. */
export function onLines({ paint }: Drawing, ...texts: string[]): string {
  const content = texts.join('')
  if (!content) return ''
  const halo = { stroke: paint.ground, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
  return element('g', halo, content)
}

/** The lines of a text block. */
export function drawText({ paint }: Drawing, block: LayoutText): string {
  return block.lines
    .map(({ text, strong, muted }, index) => {
      const fill = muted ? paint.muted : strong && block.colour ? paint.series[block.colour] : paint.ink
      return textAt({
        x: block.x,
        y: block.y + index * lineHeight,
        text,
        fill,
        anchor: block.anchor,
        strong,
      })
    })
    .join('')
}

/** Axes: hairlines for the values, a base line, and ticks for time. */
export function drawAxes({ paint }: Drawing, { plot, xTicks, yTicks }: ChartLayout): string {
  const hairlines = yTicks.map(({ y }) => {
    const isBase = y >= plot.bottom - 0.5
    return element('path', { d: `M${plot.left} ${y}H${plot.right}`, stroke: isBase ? paint.muted : null })
  })
  const values = yTicks.map(({ y, label }) => textAt({ x: plot.left - 8, y, text: label }))
  const ticks = xTicks.map(({ x }) => `M${x} ${plot.bottom}v5`).join('')
  const times = xTicks
    .filter(({ label }) => label !== '')
    .map(({ labelX, label, anchor }) => textAt({ x: labelX, y: plot.bottom + 15, text: label, anchor }))
  return (
    element('g', { stroke: paint.line }, ...hairlines) +
    element('g', { fill: paint.muted, 'text-anchor': 'end' }, ...values) +
    (ticks ? element('path', { d: ticks, stroke: paint.muted }) : '') +
    element('g', { fill: paint.muted }, ...times)
  )
}

/** The range of standing positions; where it is open upward, a lighter edge above the highest number stated. */
export function drawBand({ paint }: Drawing, { band }: ChartLayout): string {
  return band
    .map(({ x, y, width, height, open }) => {
      const solid = element('rect', { x, y, width, height, fill: paint.muted, 'fill-opacity': 0.17 })
      const edge = element('rect', {
        x,
        y: y - openEdge,
        width,
        height: openEdge,
        fill: paint.muted,
        'fill-opacity': 0.07,
      })
      return open ? edge + solid : solid
    })
    .join('')
}

/** A series: steps, the dotted end of an earlier value, whiskers, marks, open ends. */
export function drawLine({ paint }: Drawing, line: LayoutLine): string {
  const path = element('path', {
    d: line.path,
    'stroke-width': 2.2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': line.dash,
  })
  const stub = line.stub ? element('path', { d: line.stub, 'stroke-width': 1.6, 'stroke-dasharray': '1.5 3' }) : ''
  const stroke = paint.series[line.colour]
  return element('g', { fill: 'none', stroke }, path, stub, ...line.marks.map((mark) => drawMark(paint, mark, stroke)))
}

function drawMark(paint: ChartPaint, mark: LayoutMark, stroke: string): string {
  const whisker =
    mark.whiskerX === null
      ? ''
      : element('path', { d: `M${mark.whiskerX} ${mark.y}H${mark.x}`, 'stroke-width': 1, 'stroke-opacity': 0.7 })
  const range =
    mark.highY === null
      ? ''
      : element('path', { d: `M${mark.x} ${mark.y}V${mark.highY}M${mark.x - 4} ${mark.highY}h8`, 'stroke-width': 1.6 })
  const transform = `translate(${mark.x} ${mark.y})`
  const arrow = mark.open ? element('path', { d: openPath(mark.open), 'stroke-width': 1.6, transform }) : ''
  const shape = element('path', {
    d: markPath(mark.shape),
    fill: mark.hollow ? paint.ground : stroke,
    'stroke-width': mark.hollow || mark.shape === 'cross' ? 1.8 : 0.8,
    transform,
  })
  return whisker + range + arrow + shape
}

/** A bar by its look, its open end and its value above it. */
export function drawBar(drawing: Drawing, bar: LayoutBar): string {
  const { paint } = drawing
  const stroke = paint.series[bar.colour]
  const middle = bar.x + bar.width / 2
  const arrow = bar.open
    ? element('path', {
        d: openPath(bar.open),
        transform: `translate(${middle} ${bar.y + (bar.open === 'up' ? 3 : -3)})`,
        fill: 'none',
        stroke,
        'stroke-width': 1.6,
      })
    : ''
  const lift = bar.open === 'up' ? 21 : 9
  const label = bar.label
    ? onLines(
        drawing,
        textAt({
          x: Math.round(middle * 10) / 10,
          y: bar.y - lift,
          text: bar.label,
          fill: paint.ink,
          anchor: 'middle',
        }),
      )
    : ''
  return drawBarShape(drawing, bar) + arrow + label
}

function drawBarShape({ paint }: Drawing, { look, colour, ...box }: Box & Pick<LayoutBar, 'look' | 'colour'>): string {
  const stroke = paint.series[colour]
  const { x, y, width, height } = box
  if (look === 'solid') return element('rect', { x, y, width, height, fill: stroke })
  if (look === 'level') return element('path', { d: levelPath(box), fill: 'none', stroke, 'stroke-width': 2.2 })
  const inset = { x: x + 0.75, y: y + 0.75, width: Math.max(width - 1.5, 0.5), height: Math.max(height - 0.75, 0.5) }
  const ground = element('rect', { ...inset, fill: paint.ground })
  const hatch = element('path', {
    d: hatchPath(inset),
    fill: 'none',
    stroke,
    'stroke-width': 1,
    'stroke-opacity': 0.55,
  })
  return ground + hatch + element('rect', { ...inset, fill: 'none', stroke, 'stroke-width': 1.5 })
}

/** A name with the line, mark or bar it names, and a leader where it had to move. */
export function drawLabel(drawing: Drawing, label: LayoutLabel): string {
  const { paint } = drawing
  const { glyph, colour } = label
  const stroke = paint.series[colour ?? 6]
  const leader = label.leader
    ? element('line', {
        x1: label.leader.from.x,
        y1: label.leader.from.y,
        x2: label.leader.to.x,
        y2: label.leader.to.y,
        stroke: paint.muted,
        'stroke-width': 0.8,
        'stroke-opacity': 0.8,
      })
    : ''
  const sign =
    glyph.kind === 'bar'
      ? drawBarShape(drawing, {
          x: glyph.x + 1,
          y: glyph.y - 6,
          width: 14,
          height: 12,
          look: glyph.look,
          colour: colour ?? 6,
        })
      : element('line', {
          x1: glyph.x,
          x2: glyph.x + 18,
          y1: glyph.y,
          y2: glyph.y,
          stroke,
          'stroke-width': 2.2,
          'stroke-dasharray': glyph.dash,
        }) +
        element('path', {
          d: markPath(glyph.shape),
          transform: `translate(${glyph.x + 9} ${glyph.y})`,
          fill: stroke,
          stroke,
          'stroke-width': glyph.shape === 'cross' ? 1.8 : 0.8,
        })
  return leader + sign + drawText(drawing, label)
}
