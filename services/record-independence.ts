import { loadOpenIndependences } from '@/db/repositories/read-decisions'
import { isSourceOf } from '@/db/repositories/read-for-writing'
import { withdrawIndependenceRow, writeIndependence } from '@/db/repositories/write-sources'
import type { Crisis } from '@/domain/crisis/crisis'
import type { RecordedIndependence } from '@/domain/reconciliation/headline'
import { deskRoles } from '@/domain/workflow/waiting'
import { asServiceErrors } from '@/services/as-service-errors'
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

/**
 * Takes back that two sources are independent: it was found that they are not. What was shown before stays as it was known then.
 * @throws ServiceError `forbidden`, `not-found` (it does not hold in this crisis), `invalid` (no reason)
 */
export async function withdrawIndependence({
  ctx,
  input: { crisis, id, reason: given },
}: {
  ctx: Context
  input: { crisis: string; id: string; reason: string }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  const reason = requireReason(given)
  await runUseCase({ ctx, actor, action: 'withdraw-independence', crisis }, async (tx) => {
    const source = await withdrawIndependenceRow(tx, { id, crisisId: crisis, reason, closerId: actor.id })
    if (!source) throw new ServiceError('not-found', 'No such independence holds in this crisis.')
    return { result: undefined, subject: `source:${source}`, details: { reason }, rows: [id, reason] }
  })
}

/** Which sources are recorded as independent in a crisis, by whom and why. For people of the desk. @throws ServiceError `forbidden` */
export async function listIndependences({
  ctx,
  crisis,
}: {
  ctx: Context
  crisis: Crisis
}): Promise<RecordedIndependence[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  return await asServiceErrors(() => loadOpenIndependences(ctx.db, crisis.id))
}
