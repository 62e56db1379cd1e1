import { isSourceOf } from '@/db/repositories/read-for-writing'
import { writeIndependence } from '@/db/repositories/write-sources'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Records that two sources are independent of each other: different parties, neither citing the other nor a common origin. For one crisis,
 * or with `crisis` null for all.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (one source twice, no reason), `conflict` (recorded already)
 */
export async function recordIndependence({
  ctx,
  input: { crisis, a, b, reason: given },
}: {
  ctx: Context
  input: { crisis: string | null; a: string; b: string; reason: string }
}): Promise<{ id: string }> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  const reason = requireReason(given)
  if (a === b) {
    throw new ServiceError('invalid', 'A source is not independent of itself.', [
      { pointer: '/b', message: 'Choose another source.' },
    ])
  }
  return await runUseCase({ ctx, actor, action: 'record-independence', crisis }, async (tx) => {
    for (const source of [a, b]) {
      if (!(await isSourceOf(tx, crisis, source))) throw new ServiceError('not-found', 'There is no such source.')
    }
    const id = await writeIndependence(tx, { a, b, reason }, { crisisId: crisis, authorId: actor.id, knownFrom: null })
    return { result: { id }, subject: `source:${a}`, details: { with: b, reason }, rows: [id, a, b, reason] }
  })
}
