import { forgetOldKeys } from '@/db/repositories/idempotency-keys'
import { dropOldTries } from '@/db/repositories/rate-limits'
import { forgetUnconfirmed } from '@/db/repositories/subscribers'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

const day = 24 * 60 * 60_000

/**
 * Forgets what is kept for a time alone: answers to repeated requests after 30 days, tries that are counted no more after a day, and addresses that
 * nobody confirmed once their link opens no longer.
 */
export async function forgetOld({ ctx }: { ctx: Context }): Promise<void> {
  const now = ctx.now()
  await asServiceErrors(async () => {
    await forgetOldKeys(ctx.db)
    await dropOldTries(ctx.db, new Date(now.getTime() - day))
    await forgetUnconfirmed(ctx.db, now.toISOString())
  })
}
