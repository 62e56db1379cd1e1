import { readFigureIdentity } from '@/db/repositories/read-for-writing'
import { withdrawCheck, writeOfficeCheck } from '@/db/repositories/write-checks'
import { type Instant, instantSchema } from '@/domain/time/instant'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Records how this office itself checked a figure, by whom and when; it says nothing about corroboration or disputes.
 * @throws ServiceError `forbidden`, `not-found`, `invalid`
 */
export async function recordOfficeCheck({
  ctx,
  input,
}: {
  ctx: Context
  input: { crisis: string; figure: string; method: string; by: string; at: Instant }
}): Promise<{ id: string }> {
  const { crisis, figure } = input
  const actor = requireRole(ctx, crisis, 'reviewer')
  const method = requireReason(input.method, '/method')
  const by = requireReason(input.by, '/by')
  const at = parseInput(instantSchema, input.at)
  return await runUseCase({ ctx, actor, action: 'record-office-check', crisis }, async (tx) => {
    if (!(await readFigureIdentity(tx, crisis, figure))) throw new ServiceError('not-found', 'There is no such figure.')
    const check = { figureId: figure, method, by, at }
    const id = await writeOfficeCheck(tx, check, { crisisId: crisis, authorId: actor.id })
    return { result: { id }, subject: `figure:${figure}`, details: { method }, rows: check }
  })
}

/**
 * Takes back the office check of a figure that holds: it was of something else, or did not hold.
 * @throws ServiceError `forbidden`, `not-found` (none holds), `invalid` (no reason)
 */
export async function withdrawOfficeCheck({
  ctx,
  input: { crisis, figure, reason: given },
}: {
  ctx: Context
  input: { crisis: string; figure: string; reason: string }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  const reason = requireReason(given)
  await runUseCase({ ctx, actor, action: 'withdraw-office-check', crisis }, async (tx) => {
    const isWithdrawn = await withdrawCheck(tx, { crisisId: crisis, figureId: figure, reason, closerId: actor.id })
    if (!isWithdrawn) throw new ServiceError('not-found', 'No office check of such a figure holds.')
    return { result: undefined, subject: `figure:${figure}`, details: { reason }, rows: [figure, reason] }
  })
}
