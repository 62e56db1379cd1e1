import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { loadCrisis } from '@/db/repositories/read-crises'
import { writeCrisis } from '@/db/repositories/write-crisis'
import { newCrisisSchema } from '@/domain/crisis/crisis-settings'
import { checkSettings } from '@/services/check-settings'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Creates a crisis. Answers its id.
 * @throws ServiceError `forbidden`, `invalid` (fields, the slug is taken)
 */
export async function createCrisis({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof newCrisisSchema>
}): Promise<{ id: string; slug: string; version: number }> {
  const actor = requireRole(ctx, null, 'administrator')
  const crisis = { ...parseInput(newCrisisSchema, input), id: newId(), version: 1, revision: 1 }
  return await runUseCase({ ctx, actor, action: 'create-crisis', crisis: crisis.id }, async (tx) => {
    await checkSettings(tx, { ...crisis, id: null }, crisis)
    if (await loadCrisis(tx, crisis.slug)) {
      throw new ServiceError('invalid', `The address "${crisis.slug}" is taken.`, [
        { pointer: '/slug', message: 'Another crisis has this address: choose another.' },
      ])
    }
    await writeCrisis(tx, crisis)
    const { id, slug, version, title } = crisis
    return { result: { id, slug, version }, subject: `crisis:${id}`, details: { slug, title }, rows: crisis }
  })
}
