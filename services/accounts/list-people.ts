import { readAccounts, readCrisisTitles, readOpenInvitations } from '@/db/repositories/read-accounts'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { requireRole } from '@/services/require-role'

/**
 * Everybody who can sign in, or could, the invitations that wait, and the crises a role can be held for.
 * @throws ServiceError `forbidden`, `unavailable`
 */
export async function listPeople({ ctx }: { ctx: Context }) {
  requireRole(ctx, null, 'administrator')
  return await asServiceErrors(async () => {
    const [people, invitations, crises] = await Promise.all([
      readAccounts(ctx.db),
      readOpenInvitations(ctx.db, ctx.now().toISOString()),
      readCrisisTitles(ctx.db),
    ])
    return { people, invitations, crises }
  })
}
