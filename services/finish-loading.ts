import { markLoaded } from '@/db/repositories/write-crisis'
import type { Context } from '@/services/context'
import { requireCrisis } from '@/services/entry/require-crisis'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Ends the loading of a crisis for good: from now on every instant in it is the database's clock. Once ended, it stays so.
 * @throws ServiceError `forbidden`, `not-found`
 */
export async function finishLoading({
  ctx,
  input: { crisis },
}: {
  ctx: Context
  input: { crisis: string }
}): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  await runUseCase({ ctx, actor, action: 'finish-loading', crisis }, async (tx) => {
    const row = await requireCrisis(tx, crisis)
    if (row.loadedAt === null) await markLoaded(tx, crisis)
    return { result: undefined, subject: `crisis:${crisis}`, details: { slug: row.slug }, rows: [] }
  })
}
