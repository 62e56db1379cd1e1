import { groupBy } from '@/domain/collection/group-by'
import type { HeadlinePolicy } from '@/domain/crisis/crisis'
import type { Figure, Finding } from '@/domain/figure/figure'
import { type Scope, scopeKey, scopeKeyOf } from '@/domain/figure/scope'
import type { Indicator } from '@/domain/indicator/indicator'
import { countIndependent, findAgreement, isCorroborated } from '@/domain/reconciliation/agreement'
import { chooseQuantity } from '@/domain/reconciliation/choose-quantity'
import type { Headline, Independence, Position, Resolution } from '@/domain/reconciliation/headline'
import { takePositions } from '@/domain/reconciliation/positions'
import type { Instant } from '@/domain/time/instant'
import { hoursBetween } from '@/domain/time/local-time'
import { takesPart } from '@/domain/viewpoint/in-view'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** A headline before it is put into words. */
export type ReconciledHeadline = Omit<Headline, 'sentence'>

export interface ReconcileContext {
  viewpoint: Viewpoint
  policy: HeadlinePolicy
  /** The scope's indicator; null where the codelist has lost it: nothing then is earlier or stale. */
  indicator: Pick<Indicator, 'windowHours' | 'staleHours'> | null
  resolutions: Resolution[]
  independences: Independence[]
}

/**
 * The reconciled answer for one scope at one viewpoint (section 6 of the domain). `figures` may hold anything in any order: what is not
 * of the scope, not known, not visible or not in view is left out here. Pure: the same input gives the same answer whatever its order.
 */
export function reconcile(scope: Scope, figures: readonly Figure[], context: ReconcileContext): ReconciledHeadline {
  const { viewpoint, policy, indicator, independences } = context
  const key = scopeKey(scope)
  const own = figures.filter((figure) => takesPart(figure, viewpoint) && scopeKeyOf(figure) === key) as (Figure & {
    asOf: NonNullable<Figure['asOf']>
  })[]
  const resolutions = context.resolutions.filter((one) => one.scopeKey === key && one.knownFrom <= viewpoint.knownAt)
  const positions = takePositions(own, scope.basis, resolutions, indicator?.windowHours ?? Number.POSITIVE_INFINITY)
  const standing = positions.filter(({ earlier }) => !earlier)
  const unresolved = claimantsWithDifferingRelays(standing)
  const ofScope = resolutions.filter(({ statement }) => statement === null)
  const resolution = ofScope.reduce<Resolution | null>(
    (last, one) => (last && last.knownFrom > one.knownFrom ? last : one),
    null,
  )
  const choice = chooseQuantity({ standing, unresolved, policy, resolution })
  const newest = choice.from.reduce<Position | null>(
    (last, one) => (last && last.asOf.end >= one.asOf.end ? last : one),
    null,
  )
  const ageHours = newest ? ageAt(newest.asOf.end, viewpoint.asOf) : null
  return {
    scope,
    agreement: findAgreement(standing, unresolved.size > 0),
    quantity: choice.quantity,
    rule: choice.rule,
    rationale: choice.rationale,
    decidedBy: choice.decidedBy ?? null,
    corroborated: isCorroborated(standing, independences),
    independentClaimants: countIndependent(standing, independences),
    asOf: newest?.asOf ?? null,
    stale: ageHours !== null && ageHours > (indicator?.staleHours ?? Number.POSITIVE_INFINITY),
    ageHours,
    findings: [...unresolved].map((claimant) =>
      describeDifferingRelays(standing.filter((one) => one.claimant.id === claimant)),
    ),
    positions,
  }
}

/** Age in hours at the start of the hour looked at: answers stand for an hour, and all of that hour they must be the same. */
function ageAt(end: Instant, asOf: Instant): number {
  return Math.max(0, hoursBetween(end, `${asOf.slice(0, 13)}:00:00.000Z`))
}

function claimantsWithDifferingRelays(standing: Position[]): Set<string> {
  const counts = groupBy(standing, ({ claimant }) => claimant.id)
  return new Set([...counts].filter(([, own]) => own.length > 1).map(([claimant]) => claimant))
}

function describeDifferingRelays(positions: Position[]): Finding {
  const values = positions.map(({ quantity }) => `"${quantity.words}"`).join(' and ')
  return {
    code: 'relays-differ',
    grave: false,
    message: `Relays of one statement by ${positions[0]?.claimant.name} differ: ${values}. Say which is right, and why; the other stays visible.`,
    figures: positions.flatMap(({ figure, relays }) => [figure, ...relays]),
    acknowledged: null,
  }
}
