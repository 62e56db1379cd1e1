import type { Box } from '@/domain/chart/layout/chart-layout'

const spacing = 6

/** Slanted lines that fill a box, as an SVG path: drawn out, because patterns break at their tiles' edges in some renderers. */
export function hatchPath({ x, y, width, height }: Box): string {
  const f = (value: number) => Math.round(value * 10) / 10
  let path = ''
  for (let sum = spacing; sum < width + height; sum += spacing) {
    const right = Math.min(sum, width)
    const low = Math.min(sum, height)
    const run = f(right + low - sum)
    path += `M${f(x + right)} ${f(y + sum - right)}l${-run} ${run}`
  }
  return path
}

/** A line along the top of a box with its ends bent down. */
export function levelPath({ x, y, width }: Pick<Box, 'x' | 'y' | 'width'>): string {
  return `M${x} ${y + 7}V${y}h${width}v7`
}
