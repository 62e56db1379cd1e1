import type { Sparkline } from '@/domain/chart/chart-model'

const width = 112
const height = 28

/** The small line of steps in a tile. Its alternative text is the model's. */
export function SparklinePicture({ sparkline, isStale }: { sparkline: Sparkline; isStale: boolean }) {
  const points = sparkline.points.map(({ x, y }) => ({ x: round(x * width), y: round((1 - y) * height) }))
  const [first, ...rest] = points
  if (!first || rest.length === 0) return null
  const last = rest.at(-1) ?? first
  const path = `M${first.x} ${first.y}${rest.map(({ x, y }) => `H${x}V${y}`).join('')}`
  return (
    <svg
      role="img"
      aria-label={sparkline.alt}
      width={width + 8}
      height={height + 8}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      className={isStale ? 'text-muted' : 'text-series-1'}
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="round" />
      <circle cx={last.x} cy={last.y} r="2.75" fill="currentColor" />
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
