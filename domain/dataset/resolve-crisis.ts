import type { Crisis, ScopeSelector } from '@/domain/crisis/crisis'
import type { AssignedIds } from '@/domain/dataset/assign-ids'
import type { Dataset } from '@/domain/dataset/dataset'

/** The crisis of a dataset with the ledger's ids in place of the dataset's keys. */
export function resolveCrisis({ crisis }: Dataset, ids: AssignedIds): Crisis {
  const resolve = (scope: ScopeSelector): ScopeSelector => ({
    ...scope,
    places: scope.places.map(({ role, id }) => ({ role, id: ids.of('place', id) })),
    events: scope.events.map((event) => ids.of('event', event)),
  })
  const resolveLabelled = ({ label, scope }: { label: string; scope: ScopeSelector }) => ({
    label,
    scope: resolve(scope),
  })
  return {
    ...crisis,
    id: ids.crisis,
    version: 1,
    revision: 1,
    policy: { ...crisis.policy, preferredSources: crisis.policy.preferredSources.map((key) => ids.of('source', key)) },
    ombudsman: ids.ofMaybe('source', crisis.ombudsman),
    claimantOrder: crisis.claimantOrder.map((key) => ids.of('source', key)),
    keyFigures: crisis.keyFigures.map((keyFigure) => ({
      ...keyFigure,
      scope: resolve(keyFigure.scope),
      parts: keyFigure.parts.map(resolveLabelled),
    })),
    charts: crisis.charts.map((chart) => ({ ...chart, lines: chart.lines.map(resolveLabelled) })),
  }
}
