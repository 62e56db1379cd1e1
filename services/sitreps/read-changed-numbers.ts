import { isOfPublishedNumber, loadNewestEditionViewpoint } from '@/db/repositories/read-changed-numbers'
import { loadEditionsOfFigures } from '@/db/repositories/read-editions'
import { loadClosedVersions } from '@/db/repositories/read-ledger'
import type { Crisis } from '@/domain/crisis/crisis'
import type { EditionRef } from '@/domain/figure/figure-detail'
import type { ClosedVersion } from '@/domain/ledger/ledger-slice'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

/** A number that stands in published editions and was corrected or withdrawn since. */
export interface ChangedNumber extends ClosedVersion {
  editions: EditionRef[]
}

/**
 * The published numbers of a crisis that changed and of which no edition tells yet: closed after the newest edition's moment of knowledge.
 * An erratum or the next report, which knows of the change, takes it off; in the corrections ledger it stays. Newest first.
 * @throws ServiceError `forbidden`, `unavailable`
 */
export async function readChangedNumbers({ ctx, crisis }: { ctx: Context; crisis: Crisis }): Promise<ChangedNumber[]> {
  requireRole(ctx, crisis.id, 'editor', 'reviewer', 'administrator')
  const now = ctx.now().toISOString()
  return await asServiceErrors(async () => {
    const newest = await loadNewestEditionViewpoint(ctx.db, crisis.id)
    if (newest === null) return []
    const viewpoint = { asOf: now, knownAt: now, audience: 'internal' as const, locale: ctx.locale }
    const closed = await loadClosedVersions(ctx.db, { crisis, viewpoint }, isOfPublishedNumber(newest))
    const editions = await loadEditionsOfFigures(
      ctx.db,
      closed.map(({ was }) => was.id),
      now,
    )
    return closed.map((one) => ({ ...one, editions: editions.get(`${one.was.id}:${one.was.version}`) ?? [] }))
  })
}
