import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { writeCrisis } from '@/db/repositories/write-crisis'
import { crisisSchema } from '@/domain/crisis/crisis'
import type { Context } from '@/services/context'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

export const createCrisisSchema = crisisSchema.omit({ id: true, revision: true })

/**
 * Creates a crisis. Answers its id.
 * @throws ServiceError `forbidden`, `invalid`, `conflict` (the slug is taken)
 */
export async function createCrisis({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof createCrisisSchema>
}): Promise<{ id: string }> {
  const actor = requireRole(ctx, null, 'administrator')
  const crisis = { ...parseInput(createCrisisSchema, input), id: newId(), revision: 1 }
  return await runUseCase({ ctx, actor, action: 'create-crisis', crisis: crisis.id }, async (tx) => {
    await writeCrisis(tx, crisis)
    return { result: { id: crisis.id }, subject: `crisis:${crisis.id}`, details: { slug: crisis.slug }, rows: crisis }
  })
}
