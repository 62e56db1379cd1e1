import { type Boundary, type LonLat, mostPositions } from '@/domain/place/boundary'

/** Five decimals of a degree are about a metre. */
const decimals = 5

/**
 * A boundary with at most `mostPositions` positions: rounded to about a metre, and thinned (Douglas and Peucker 1973) no further than needed. Rings that
 * thin away are left out, but never the largest. Closed rings stay closed.
 */
export function simplifyBoundary(boundary: Boundary): Boundary {
  const rounded = mapRings(boundary, (ring) => ring.map(([lon, lat]): LonLat => [round(lon), round(lat)]))
  for (let tolerance = 0.0005; ; tolerance *= 2) {
    if (rounded.coordinates.flat(2).length <= mostPositions && tolerance === 0.0005) return rounded
    const thinned = withoutSlivers(mapRings(rounded, (ring) => thin(ring, tolerance)))
    if (thinned.coordinates.flat(2).length <= mostPositions || tolerance > 1) return thinned
  }
}

const round = (degrees: number) => Number(degrees.toFixed(decimals))

const mapRings = ({ type, coordinates }: Boundary, change: (ring: LonLat[]) => LonLat[]): Boundary => ({
  type,
  coordinates: coordinates.map((rings) => rings.map(change)),
})

/** Polygons whose outer ring is left with fewer than four positions fall away, holes likewise; one polygon always stays. */
function withoutSlivers({ type, coordinates }: Boundary): Boundary {
  const kept = coordinates
    .filter(([outer]) => outer && outer.length > 4)
    .map(([outer, ...holes]) => [outer as LonLat[], ...holes.filter((hole) => hole.length > 4)])
  const largest = coordinates.reduce((most, one) => ((one[0]?.length ?? 0) > (most[0]?.length ?? 0) ? one : most))
  return { type, coordinates: kept.length > 0 ? kept : [largest.slice(0, 1)] }
}

/** A closed ring, thinned between its first position and the one farthest from it. */
function thin(ring: LonLat[], tolerance: number): LonLat[] {
  const start = ring[0] as LonLat
  const far = ring.reduce(
    (most, one, index) => (distance(one, start) > distance(ring[most] as LonLat, start) ? index : most),
    0,
  )
  const keep = new Set([0, far, ring.length - 1])
  const spans = [
    [0, far],
    [far, ring.length - 1],
  ]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from = 0, to = 0] = span
    let farthest = -1
    let most = tolerance
    for (let index = from + 1; index < to; index += 1) {
      const off = offLine(ring[index] as LonLat, ring[from] as LonLat, ring[to] as LonLat)
      if (off > most) [farthest, most] = [index, off]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    spans.push([from, farthest], [farthest, to])
  }
  const thinned = ring.filter((_, index) => keep.has(index))
  // A triangle is the least a ring can be.
  return thinned.length >= 4
    ? thinned
    : ([start, ring[Math.floor(ring.length / 3)], ring[Math.floor((2 * ring.length) / 3)], start] as LonLat[])
}

const distance = ([a, b]: LonLat, [c, d]: LonLat) => Math.hypot(a - c, b - d)

/** How far a position lies from the line between two others, in degrees. */
function offLine(position: LonLat, from: LonLat, to: LonLat): number {
  const length = distance(from, to)
  if (length === 0) return distance(position, from)
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const along = ((position[0] - from[0]) * x + (position[1] - from[1]) * y) / length ** 2
  const at: LonLat = [from[0] + Math.min(1, Math.max(0, along)) * x, from[1] + Math.min(1, Math.max(0, along)) * y]
  return distance(position, at)
}
