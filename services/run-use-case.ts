import type { Transaction } from '@/db/client'
import { type AuditNews, appendAudit } from '@/db/repositories/write-audit'
import { lockCrisis } from '@/db/repositories/write-crisis'
import { writePeople } from '@/db/repositories/write-people'
import type { Actor } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { toServiceError } from '@/services/database-errors'

/** What a use case did: its answer, and what the audit log says of it. */
export interface Done<Result> extends Pick<AuditNews, 'subject' | 'details' | 'rows'> {
  result: Result
}

/**
 * Runs a writing use case in one transaction: the crisis (null: every one) is locked first, so that its instants come in the order of its
 * commits; the audit row is written last. `isOfAccounts`: it writes nothing that a crisis shows, and none is locked.
 * @throws ServiceError `conflict`, `invalid` or `unavailable` where the database refuses
 */
export async function runUseCase<Result>(
  {
    ctx,
    actor,
    action,
    crisis,
    isOfAccounts = false,
  }: { ctx: Context; actor: Actor; action: string; crisis: string | null; isOfAccounts?: boolean },
  work: (tx: Transaction) => Promise<Done<Result>>,
): Promise<Result> {
  try {
    return await ctx.db.transaction(async (tx) => {
      if (!isOfAccounts) await lockCrisis(tx, crisis)
      await writePeople(tx, [actor])
      const { result, ...news } = await work(tx)
      await appendAudit(tx, { ...news, actorId: actor.id, actorName: actor.name, action, crisisId: crisis })
      return result
    })
  } catch (error) {
    throw toServiceError(error)
  }
}
