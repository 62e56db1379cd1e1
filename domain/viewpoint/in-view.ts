import type { Figure } from '@/domain/figure/figure'
import type { Instant } from '@/domain/time/instant'
import { canSee, type Viewpoint } from '@/domain/viewpoint/viewpoint'

/** Whether a version was known at an instant: approved by then, and not yet corrected or withdrawn. */
function wasKnown(version: { knownFrom: Instant | null; knownTo: Instant | null }, knownAt: Instant): boolean {
  return (
    version.knownFrom !== null &&
    version.knownFrom <= knownAt &&
    (version.knownTo === null || version.knownTo > knownAt)
  )
}

/** Whether a reader at the viewpoint may know of a version at all, whatever its as-of. */
function isVisible(
  figure: Pick<Figure, 'knownFrom' | 'knownTo' | 'sensitivity' | 'state'>,
  viewpoint: Viewpoint,
): boolean {
  return (
    figure.state === 'approved' && wasKnown(figure, viewpoint.knownAt) && canSee(viewpoint.audience, figure.sensitivity)
  )
}

/**
 * Whether a figure takes part in headlines and series at the viewpoint: visible, its as-of interval ended by `asOf`, and a count or
 * an estimate. Undated figures, projections, baselines and rates are kept and cited, and never take part.
 */
export function takesPart(
  figure: Figure,
  viewpoint: Viewpoint,
): figure is Figure & { asOf: NonNullable<Figure['asOf']> } {
  const isCounted = figure.nature === 'count' || figure.nature === 'estimate'
  return isCounted && figure.asOf !== null && figure.asOf.end <= viewpoint.asOf && isVisible(figure, viewpoint)
}
