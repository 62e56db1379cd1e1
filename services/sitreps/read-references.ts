import { loadPlaces, loadSources } from '@/db/repositories/read-names'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { openView } from '@/domain/ledger/ledger-view'
import { indexReferences, type ReferenceIndex } from '@/domain/sitrep/find-references'
import { makeWording } from '@/domain/wording/wording'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

/**
 * Everything that prose can refer to in a slice, found by words of any of its names' scripts.
 * @throws ServiceError `forbidden`, `unavailable`
 */
export async function readReferences({ ctx, slice }: { ctx: Context; slice: LedgerSlice }): Promise<ReferenceIndex> {
  const { crisis, viewpoint, figures, notes, indicators } = slice
  requireRole(ctx, crisis.id, 'editor', 'reviewer', 'administrator')
  const who = [...figures.map(({ claimant }) => claimant.id), ...notes.map(({ saidBy }) => saidBy.id)]
  const where = [...figures, ...notes].flatMap(({ places }) => places.map(({ id }) => id))
  const [sources, places] = await asServiceErrors(() =>
    Promise.all([loadSources(ctx.db, who, viewpoint), loadPlaces(ctx.db, where, viewpoint, crisis.namingPreference)]),
  )
  const namesOf = new Map(
    [...sources, ...places].map(([id, { names }]) => [id, names.map(({ name }) => name)] as const),
  )
  return indexReferences(
    { view: openView(slice), wording: makeWording(viewpoint.locale, crisis, indicators, viewpoint.asOf) },
    namesOf,
  )
}
