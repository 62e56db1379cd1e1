import { type Actor, holdsRole, type Role } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'

/**
 * The first line of every writing use case: the actor, who holds one of the roles for this crisis (null: for all).
 * @throws ServiceError `forbidden`
 */
export function requireRole(ctx: Context, crisis: string | null, ...anyOf: Role[]): Actor {
  const { actor } = ctx
  if (!actor) throw new ServiceError('forbidden', 'Sign in to change the ledger.')
  if (anyOf.some((role) => holdsRole(actor, role, crisis))) return actor
  throw new ServiceError('forbidden', `This needs the role ${anyOf.join(' or ')}.`)
}
