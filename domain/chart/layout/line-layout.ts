import type { ChartPoint, ChartSeries, DrawnChart } from '@/domain/chart/chart-model'
import type { Scales } from '@/domain/chart/layout/axis-layout'
import { type Box, type LayoutLine, type LayoutMark, type Shape, shapes } from '@/domain/chart/layout/chart-layout'

const dashes = ['', '', '', '6 3', '2 3', '8 3 2 3', '10 4', '4 2 1 2']
/** Beyond so many statements plain marks would hide the line they stand on. */
const mostPlainMarks = 60

/** The dash pattern of a series by its order: solid up to the third. */
export function dashOf(index: number): string {
  return dashes[Math.min(index, dashes.length - 1)] ?? ''
}

/** The marker shape of a series by its order. */
export function shapeOf(index: number): Shape {
  return shapes[index % shapes.length] ?? 'circle'
}

/** A series as a path of steps and its marks. */
export function layoutLine(series: ChartSeries, index: number, scales: Scales): LayoutLine {
  const shape = shapeOf(index)
  const { path, stub } = stepPaths(series, scales)
  const isDense = series.points.length > mostPlainMarks
  const marks = series.points
    .filter((point) => !isDense || point.open || point.contested || point.differing)
    .map((point) => layoutMark(point, shape, scales))
  return { key: series.key, colour: series.colour, dash: dashOf(index), shape, path, stub, marks }
}

function layoutMark(point: ChartPoint, shape: Shape, scales: Scales): LayoutMark {
  const isSpan = Date.parse(point.at) - Date.parse(point.from) > 3_600_000
  return {
    figure: point.figure,
    x: scales.x(point.at),
    y: scales.y(point.value),
    shape: point.contested || point.differing ? 'diamond' : shape,
    hollow: point.open !== null || point.differing,
    open: point.open,
    whiskerX: isSpan ? scales.x(point.from) : null,
    highY: point.high === null ? null : scales.y(point.high),
  }
}

/** Steps: a value holds until the next statement, then the line rises or falls to it at once. */
function stepPaths({ points, heldUntil }: ChartSeries, { x, y }: Scales): { path: string; stub: string } {
  const drawn = points.filter(({ differing }) => !differing)
  let path = ''
  let stub = ''
  let isOpen = false
  for (const [index, point] of drawn.entries()) {
    const next = drawn[index + 1]
    path += isOpen ? `V${y(point.value)}` : `M${x(point.at)} ${y(point.value)}`
    const end = point.until ?? next?.at ?? heldUntil
    if (!next && point.earlier) stub = `M${x(point.at)} ${y(point.value)}H${x(end)}`
    else path += `H${x(end)}`
    isOpen = point.until === null
  }
  return { path, stub }
}

/** The boxes a series' lines and marks cover, for text to keep clear of. */
export function coveredBy(model: DrawnChart, lines: readonly LayoutLine[], scales: Scales): Box[] {
  const boxes: Box[] = []
  for (const { points, heldUntil } of model.series) {
    const drawn = points.filter(({ differing }) => !differing)
    for (const [index, point] of drawn.entries()) {
      const next = drawn[index + 1]
      const from = scales.x(point.at)
      const to = scales.x(point.until ?? next?.at ?? heldUntil)
      const level = scales.y(point.value)
      boxes.push({ x: from, y: level - 2, width: Math.max(to - from, 1), height: 4 })
      if (!next || point.until) continue
      const target = scales.y(next.value)
      boxes.push({ x: to - 2, y: Math.min(level, target), width: 4, height: Math.abs(target - level) })
    }
  }
  for (const mark of lines.flatMap(({ marks }) => marks)) {
    const up = mark.open === 'up' ? 16 : 5
    const left = mark.whiskerX ?? mark.x - 5
    boxes.push({ x: left, y: mark.y - 5, width: mark.x + 5 - left, height: 10 })
    boxes.push({ x: mark.x - 5, y: mark.y - up, width: 10, height: up + (mark.open === 'down' ? 16 : 5) })
  }
  return boxes
}
