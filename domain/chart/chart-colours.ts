import type { ChartColour } from '@/domain/chart/chart-model'

/** A claimant's colour: its place in the crisis's fixed order, the same on every page and in every edition; 6 for all after the fifth. */
export function colourOf(claimant: string, claimantOrder: readonly string[]): ChartColour {
  const index = claimantOrder.indexOf(claimant)
  return index < 0 || index > 4 ? 6 : ((index + 1) as ChartColour)
}

/**
 * One colour for each series of a chart. The first series of a claimant keeps the claimant's colour; its further ones (another
 * population) take colours no claimant of this chart has, lowest first, and 6 when none is left.
 */
export function colourSeries(claimants: readonly string[], claimantOrder: readonly string[]): ChartColour[] {
  const taken = new Set(claimants.map((claimant) => colourOf(claimant, claimantOrder)))
  const seen = new Set<string>()
  return claimants.map((claimant) => {
    if (!seen.has(claimant)) {
      seen.add(claimant)
      return colourOf(claimant, claimantOrder)
    }
    // The third colour stands furthest from the first, for readers of every kind of colour vision.
    const free = ([3, 2, 4, 5, 1] as const).find((colour) => !taken.has(colour)) ?? 6
    taken.add(free)
    return free
  })
}
