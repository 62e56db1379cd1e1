import type { z } from 'zod'
import { loadCrisis } from '@/db/repositories/read-crises'
import { beginLoading } from '@/db/repositories/write-crisis'
import { writePeople } from '@/db/repositories/write-people'
import { editionRequestSchema } from '@/domain/sitrep/edition-request'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'
import { freezeEdition, type PublishedEdition, type Renderers } from '@/services/sitreps/freeze-edition'

/**
 * Composes an edition for the public, sets it as PDF and freezes both, without a draft: for loading a reconstruction. The crisis is locked
 * meanwhile; of two that publish the same edition at once, one is refused. Its proof names the audit head before it.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (prose without citation, a moment to come, author and approver the same),
 * `conflict` (the edition exists)
 */
export async function publishEdition({
  ctx,
  input,
  ...renderers
}: {
  ctx: Context
  input: z.input<typeof editionRequestSchema>
} & Renderers): Promise<PublishedEdition> {
  const crisis = await loadCrisis(ctx.db, input.crisis)
  const actor = requireRole(ctx, crisis?.id ?? null, 'editor')
  if (!crisis) throw new ServiceError('not-found', `There is no crisis "${input.crisis}".`)
  const { author, request, publishedAt, asOf, knownAt, locale, further } = parseInput(editionRequestSchema, input)
  return await runUseCase({ ctx, actor, action: 'publish-edition', crisis: crisis.id }, async (tx) => {
    await writePeople(tx, [author])
    if (publishedAt !== null) await beginLoading(tx, crisis.id)
    const freezing = {
      crisis,
      asOf,
      knownAt,
      languages: [locale, ...further],
      authorId: author.id,
      approverId: actor.id,
      request,
    }
    const { edition, rows } = await freezeEdition(tx, ctx, { ...freezing, publishedAt }, renderers)
    const { sitrep, publishedAt: _, ...facts } = edition
    return { result: edition, subject: `sitrep:${sitrep}`, details: { ...facts, author: author.name }, rows }
  })
}
