import { loadIndicators, withPolicyOf } from '@/db/repositories/read-crises'
import { loadIndependences, loadResolutions } from '@/db/repositories/read-decisions'
import { hasKey, matchesFilter } from '@/db/repositories/read-figure-selection'
import { loadLatestFigures } from '@/db/repositories/read-ledger'
import { showCrisis } from '@/db/repositories/read-shown-places'
import type { Crisis } from '@/domain/crisis/crisis'
import { type LedgerView, openView } from '@/domain/ledger/ledger-view'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import { takesPart } from '@/domain/viewpoint/in-view'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'

/**
 * The latest of every claimant in every scope the filter lets through, or in those of `keys` alone, at hand as headlines. Its cost grows with
 * scopes, not figures.
 */
export async function loadHeadlineView(
  { db }: Context,
  crisis: Crisis,
  viewpoint: Viewpoint,
  filter: FigureFilter,
  keys: string[] | null = null,
): Promise<LedgerView> {
  const reading = { crisis, viewpoint }
  const where = await matchesFilter(db, reading, filter)
  const [shown, { figures, hashes }, indicators, resolutions, independences] = await Promise.all([
    withPolicyOf(db, crisis, viewpoint).then((then) => showCrisis(db, then, reading)),
    loadLatestFigures(db, reading, keys && hasKey(keys), where),
    loadIndicators(db),
    loadResolutions(db, reading),
    loadIndependences(db, reading),
  ])
  const taking = figures.filter((figure) => takesPart(figure, viewpoint))
  const slice = { crisis: shown, viewpoint, indicators, figures: taking, resolutions, independences, hashes }
  return openView({ ...slice, notes: [], documents: [], events: [], closed: [], thinned: false })
}
