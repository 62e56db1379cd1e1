import { loadEditionsOfFigures } from '@/db/repositories/read-editions'
import { matchesFilter } from '@/db/repositories/read-figure-selection'
import { loadClosedVersions, loadClosers } from '@/db/repositories/read-ledger'
import type { Correction } from '@/domain/correction/correction'
import type { Crisis } from '@/domain/crisis/crisis'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/**
 * The corrections ledger: every correction and withdrawal of a figure the reader could see, known by the viewpoint, newest first, with the
 * editions in which the old number had been published by then.
 */
export async function listCorrections({
  ctx,
  crisis,
  viewpoint,
  filter,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
}): Promise<Correction[]> {
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const closed = await loadClosedVersions(ctx.db, reading, await matchesFilter(ctx.db, reading, filter))
    const ids = closed.map(({ was }) => was.id)
    const [editions, closers] = await Promise.all([
      loadEditionsOfFigures(ctx.db, ids, viewpoint.knownAt),
      loadClosers(ctx.db, ids),
    ])
    return closed.map(({ was, now, reason, at }) => {
      const key = `${was.id}:${was.version}`
      return {
        figure: was.id,
        was,
        now,
        reason,
        at,
        approvedBy: closers.get(key) ?? null,
        editions: editions.get(key) ?? [],
      }
    })
  })
}
