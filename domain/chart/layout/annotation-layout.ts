import type { DrawnChart } from '@/domain/chart/chart-model'
import { type Plot, round, type Scales } from '@/domain/chart/layout/axis-layout'
import { type Box, type LayoutAnnotation, lineHeight, textSize } from '@/domain/chart/layout/chart-layout'
import { textWidth, wrapText } from '@/domain/chart/layout/text-width'
import { groupBy } from '@/domain/collection/group-by'

interface Wanted {
  text: string
  /** What it says under the chart, away from what it speaks of. */
  note: string
  /** What it says something of: a mark, or the top of a marker's hairline. */
  x: number
  y: number
  /** A marker's hairline leads to its label already. */
  needsLeader: boolean
}

/**
 * Coverage caveats and markers' words inside the plot, where they cover no line, mark or other text; those without room are returned
 * as texts for under the chart. A caveat that several values share is said once.
 */
export function placeAnnotations(
  model: DrawnChart,
  scales: Scales,
  plot: Plot,
  obstacles: readonly Box[],
): { placed: LayoutAnnotation[]; unplaced: string[] } {
  const hairlines = model.markers.map(({ at }) => ({
    x: scales.x(at) - 1,
    y: plot.top,
    width: 2,
    height: plot.bottom - plot.top,
  }))
  const taken = [...obstacles, ...hairlines]
  const placed: LayoutAnnotation[] = []
  const unplaced: string[] = []
  const widest = Math.min(190, (plot.right - plot.left) * 0.48)
  for (const wanted of wantedOf(model, scales, plot)) {
    // A narrow column may fit where a broad one does not.
    const found = [widest, 84].flatMap((limit) => tryWidth(wanted, limit, plot, taken)).at(0)
    if (!found) {
      unplaced.push(wanted.note)
      continue
    }
    taken.push(found.box)
    placed.push(found.annotation)
  }
  return { placed, unplaced }
}

function tryWidth(
  wanted: Wanted,
  limit: number,
  plot: Plot,
  taken: readonly Box[],
): { box: Box; annotation: LayoutAnnotation }[] {
  // A caveat is never cut: what needs more lines than this stands under the chart.
  const lines = wrapText(wanted.text, textSize, limit, 400, Number.POSITIVE_INFINITY)
  if (lines.length > 5) return []
  const width = Math.max(...lines.map((line) => textWidth(line, textSize)))
  const found = candidates(wanted, { width, height: lines.length * lineHeight }, plot).find(
    ({ box, leader }) =>
      isInside(box, plot) && !taken.some((other) => overlaps(grow(box, 3), other)) && !crosses(leader, taken, wanted),
  )
  if (!found) return []
  const { box, anchor, leader } = found
  const annotation = {
    x: round(anchor === 'start' ? box.x : box.x + width),
    y: round(box.y + lineHeight / 2),
    lines: lines.map((text) => ({ text, strong: false, muted: true })),
    anchor,
    colour: null,
    leader: wanted.needsLeader ? leader : null,
  }
  return [{ box, annotation }]
}

function wantedOf(model: DrawnChart, scales: Scales, plot: Plot): Wanted[] {
  const caveated = model.series.flatMap(({ points }) =>
    points.filter(({ coverage }, index) => coverage !== null && coverage !== points[index - 1]?.coverage),
  )
  const caveats = [...groupBy(caveated, ({ coverage }) => coverage)].map(([coverage, points]) => ({
    text: `${points.map(({ valueText }) => valueText).join(', ')}: ${coverage}`,
    note: `${points.map(({ valueText, atText }) => `${valueText} (${atText})`).join(', ')}: ${coverage}`,
    x: scales.x(points[0]?.at ?? model.x.from),
    y: scales.y(points[0]?.value ?? 0),
    needsLeader: true,
  }))
  const markers = model.markers.map(({ at, atText, label }) => ({
    text: label,
    note: `${atText}: ${label}`,
    x: scales.x(at),
    y: plot.top,
    needsLeader: false,
  }))
  return [...markers, ...caveats]
}

interface Candidate {
  box: Box
  anchor: 'start' | 'end'
  leader: { from: { x: number; y: number }; to: { x: number; y: number } }
}

/** Places to try, nearest first: beside a hairline over the mark, rising (or sinking) step by step, to the right and to the left. */
function candidates({ x, y, needsLeader }: Wanted, size: { width: number; height: number }, plot: Plot): Candidate[] {
  const tops: number[] = []
  if (needsLeader) {
    for (let top = y - size.height - 14; top >= plot.top; top -= 10) tops.push(top)
    for (let top = y + 14; top + size.height <= plot.bottom - 2; top += 10) tops.push(top)
  } else {
    for (let top = plot.top; top + size.height <= plot.bottom - 2; top += 10) tops.push(top)
  }
  return tops.flatMap((top) =>
    (['start', 'end'] as const).map((anchor): Candidate => {
      const box = { x: anchor === 'start' ? x + 6 : x - 6 - size.width, y: top, ...size }
      const isAbove = top < y
      return {
        box,
        anchor,
        leader: { from: { x, y: isAbove ? y - 7 : y + 7 }, to: { x, y: isAbove ? top + 3 : top + size.height - 3 } },
      }
    }),
  )
}

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const isInside = (box: Box, plot: Plot) =>
  box.x >= plot.left && box.x + box.width <= plot.right && box.y >= plot.top - 2 && box.y + box.height <= plot.bottom

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whether a leader would run through something that is not the mark it leads to. */
function crosses({ from, to }: Candidate['leader'], taken: readonly Box[], { x, y, needsLeader }: Wanted): boolean {
  if (!needsLeader) return false
  const line: Box = { x: x - 1, y: Math.min(from.y, to.y), width: 2, height: Math.abs(to.y - from.y) }
  return taken.some((box) => overlaps(line, box) && !overlaps(box, { x: x - 6, y: y - 6, width: 12, height: 12 }))
}
