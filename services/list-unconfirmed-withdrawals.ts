import { loadUnconfirmedWithdrawals, type UnconfirmedWithdrawal } from '@/db/repositories/read-withdrawals'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

/** A second person confirms a withdrawal within so many hours. */
export const hoursToConfirm = 24

/**
 * The withdrawals of a crisis (by its id) that are overdue, oldest first: made more than `hours` ago and confirmed by nobody. With `hours` 0,
 * all that wait. For reviewers and administrators.
 * @throws ServiceError `forbidden`, `unavailable`
 */
export async function listUnconfirmedWithdrawals({
  ctx,
  crisis,
  hours = hoursToConfirm,
}: {
  ctx: Context
  crisis: string
  hours?: number
}): Promise<UnconfirmedWithdrawal[]> {
  requireRole(ctx, crisis, 'reviewer', 'administrator')
  const until = new Date(ctx.now().getTime() - hours * 3_600_000).toISOString()
  return await asServiceErrors(() => loadUnconfirmedWithdrawals(ctx.db, { crisisId: crisis, until }))
}
