import { closeVersion, lockVersions } from '@/db/repositories/change-versions'
import { isWithdrawalConfirmed } from '@/db/repositories/read-withdrawals'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import type { Context } from '@/services/context'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Withdraws a figure at once; a second person confirms it within a day (`confirmWithdrawal`). `version` is the one the person saw.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version is known), `invalid` (no reason)
 */
export async function withdrawFigure({
  ctx,
  input: { crisis, figure, version, reason: given },
}: {
  ctx: Context
  input: { crisis: string; figure: string; version: number; reason: string }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'contributor', 'reviewer')
  const reason = requireReason(given)
  await runUseCase({ ctx, actor, action: 'withdraw-figure', crisis }, async (tx) => {
    await requireCrisis(tx, crisis)
    const versions = await lockVersions(tx, 'figure', crisis, figure)
    if (versions.length === 0) throw new ServiceError('not-found', 'There is no such figure.')
    const open = versions.find(({ isApproved, isClosed }) => isApproved && !isClosed)
    if (open?.version !== version) {
      throw new ServiceError('conflict', open ? `Version ${open.version} is known by now.` : 'The figure is not known.')
    }
    await closeVersion(tx, 'figure', { id: figure, version }, { by: 'withdrawn', reason, closerId: actor.id, at: null })
    await writeWorkflow(
      tx,
      [{ subject: 'figure', subjectId: figure, version, state: 'withdrawn', personId: actor.id, comment: reason }],
      crisis,
    )
    return { result: undefined, subject: `figure:${figure}`, details: { version, reason }, rows: [figure, version] }
  })
}

/**
 * Confirms a withdrawal: a second person has looked.
 * @throws ServiceError `forbidden` (the same person, unless four eyes are switched off), `not-found`, `conflict` (nothing to confirm, or confirmed before)
 */
export async function confirmWithdrawal({
  ctx,
  input: { crisis, figure, version },
}: {
  ctx: Context
  input: { crisis: string; figure: string; version: number }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  await runUseCase({ ctx, actor, action: 'confirm-withdrawal', crisis }, async (tx) => {
    const { fourEyes } = await requireCrisis(tx, crisis)
    const versions = await lockVersions(tx, 'figure', crisis, figure)
    const withdrawn = versions.find((one) => one.version === version)
    if (!withdrawn) throw new ServiceError('not-found', 'There is no such version of the figure.')
    if (withdrawn.withdrawnBy === null) throw new ServiceError('conflict', 'The figure was not withdrawn.')
    if (fourEyes && withdrawn.withdrawnBy === actor.id) {
      throw new ServiceError('forbidden', 'Whoever withdrew the figure cannot confirm it: a second person is needed.')
    }
    if (await isWithdrawalConfirmed(tx, { figure, version })) {
      throw new ServiceError('conflict', 'The withdrawal was confirmed before.')
    }
    await writeWorkflow(
      tx,
      [{ subject: 'figure', subjectId: figure, version, state: 'withdrawal-confirmed', personId: actor.id }],
      crisis,
    )
    return { result: undefined, subject: `figure:${figure}`, details: { version }, rows: [figure, version] }
  })
}
