import { type KeyedAnswer, type KeyedRequest, keepAnswer, takeKey } from '@/db/repositories/idempotency-keys'
import type { Context } from '@/services/context'
import { toServiceError } from '@/services/database-errors'
import { ServiceError } from '@/services/errors'

/**
 * Does what a request asks once, however often it arrives: work and answer are kept in one transaction under the request's key, and a copy
 * that arrives meanwhile waits for it. What was refused or failed is not kept, and may be tried again under the same key.
 * @throws ServiceError `invalid` where the key was used for another request, and whatever `work` throws
 */
export async function answerOnce(
  { ctx, request }: { ctx: Context; request: KeyedRequest },
  work: (ctx: Context) => Promise<KeyedAnswer>,
): Promise<KeyedAnswer> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const held = await takeKey(tx, request)
      if (held === 'other-request') {
        throw new ServiceError('invalid', 'This Idempotency-Key was used for another request: make a new one.')
      }
      if (held) return held
      const made = await work({ ...ctx, db: tx })
      await keepAnswer(tx, request, made)
      return made
    })
  } catch (error) {
    throw toServiceError(error)
  }
}
