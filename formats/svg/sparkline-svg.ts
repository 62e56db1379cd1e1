import type { ChartColour, Sparkline } from '@/domain/chart/chart-model'
import { type ChartTheme, chartPaints } from '@/formats/svg/chart-theme'
import { element, escapeXml } from '@/formats/svg/svg-element'

/** The small line of steps of a tile, with a dot at the last statement; empty where there are fewer than two points. */
export function renderSparklineSvg(
  sparkline: Sparkline,
  {
    width = 112,
    height = 28,
    theme,
    colour = 1,
  }: { width?: number; height?: number; theme: ChartTheme; colour?: ChartColour },
): string {
  const inset = 4
  const round = (value: number) => Math.round(value * 10) / 10
  const points = sparkline.points.map(({ x, y }) => ({
    x: round(inset + x * (width - 2 * inset)),
    y: round(inset + (1 - y) * (height - 2 * inset)),
  }))
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ''
  const stroke = chartPaints[theme].series[colour]
  const path = `M${first.x} ${first.y}${rest.map(({ x, y }) => `H${x}V${y}`).join('')}`
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    element('title', {}, escapeXml(sparkline.alt)),
    element('path', { d: path, fill: 'none', stroke, 'stroke-width': 1.75, 'stroke-linejoin': 'round' }),
    element('circle', { cx: last.x, cy: last.y, r: 2.75, fill: stroke }),
  )
}
