import { newId } from '@/db/new-id'
import { lockVersions } from '@/db/repositories/change-versions'
import { readFigureIdentity } from '@/db/repositories/read-for-writing'
import { approveResolutionRow, readScopeOfFigure, writeResolution } from '@/db/repositories/write-resolutions'
import type { ResolutionRule } from '@/domain/reconciliation/headline'
import type { Context } from '@/services/context'
import { refuseDecided } from '@/services/entry/approve-versions'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Enters an editor's decision with its rule and reason: which figure stands in its scope or, `ofStatement`, which of the differing relays of its
 * statement is right. It holds once a second person approves it.
 * @throws ServiceError `forbidden`, `not-found` (no such figure that is known), `invalid` (no reason)
 */
export async function recordResolution({
  ctx,
  input: { crisis, figure, ofStatement, rule, reason: given },
}: {
  ctx: Context
  input: { crisis: string; figure: string; ofStatement: boolean; rule: ResolutionRule; reason: string }
}): Promise<{ id: string }> {
  const actor = requireRole(ctx, crisis, 'editor')
  const reason = requireReason(given)
  return await runUseCase({ ctx, actor, action: 'record-resolution', crisis }, async (tx) => {
    const identity = await readFigureIdentity(tx, crisis, figure)
    const scopeId = await readScopeOfFigure(tx, { crisisId: crisis, figureId: figure })
    if (!identity || !scopeId) throw new ServiceError('not-found', 'There is no such figure that is known.')
    const statementId = ofStatement ? identity.statementId : null
    const resolution = { id: newId(), scopeId, figureId: figure, statementId, rule, reason, knownFrom: null }
    await writeResolution(tx, resolution, { crisisId: crisis, authorId: actor.id, approverId: null })
    return { result: { id: resolution.id }, subject: `figure:${figure}`, details: { rule, reason }, rows: resolution }
  })
}

/**
 * Approves a decision that waits; the one that held is closed by it.
 * @throws ServiceError `forbidden` (no role, or its author), `not-found`, `conflict` (it does not wait)
 */
export async function approveResolution({
  ctx,
  input: { crisis, resolution },
}: {
  ctx: Context
  input: { crisis: string; resolution: string }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer', 'editor')
  await runUseCase({ ctx, actor, action: 'approve-resolution', crisis }, async (tx) => {
    const { fourEyes } = await requireCrisis(tx, crisis)
    const versions = await lockVersions(tx, 'resolution', crisis, resolution)
    refuseDecided('resolution', versions, { approverId: actor.id, fourEyes })
    const told = await approveResolutionRow(tx, { id: resolution, crisisId: crisis, approverId: actor.id })
    if (!told) throw new ServiceError('not-found', 'No such decision waits for approval.')
    return { result: undefined, subject: `resolution:${resolution}`, details: { ...told }, rows: [resolution] }
  })
}
