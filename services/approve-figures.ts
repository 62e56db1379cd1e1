import type { Context } from '@/services/context'
import { approveWaiting } from '@/services/entry/approve-versions'
import { requireCrisis } from '@/services/entry/require-crisis'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Approves figure versions that wait: first ones and corrections. All of them or none.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (approved already, a newer wording), `invalid` (the approver is an author)
 */
export async function approveFigures({
  ctx,
  input: { crisis, figures },
}: {
  ctx: Context
  input: { crisis: string; figures: { id: string; version: number }[] }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  await runUseCase({ ctx, actor, action: 'approve-figures', crisis }, async (tx) => {
    await requireCrisis(tx, crisis)
    for (const figure of figures) await approveWaiting(tx, 'figure', { ...figure, crisis, approverId: actor.id })
    return { result: undefined, subject: `crisis:${crisis}`, details: { figures: figures.length }, rows: figures }
  })
}
