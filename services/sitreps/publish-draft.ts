import { readPerson } from '@/db/repositories/read-people'
import { loadDraft, loadPublishing, lockDraft, updateDraft } from '@/db/repositories/sitrep-drafts'
import { requestOf, type SitrepDraft } from '@/domain/sitrep/draft'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'
import { composeForDesk } from '@/services/sitreps/compose-for-desk'
import { freezeEdition, type PublishedEdition, type Renderers } from '@/services/sitreps/freeze-edition'
import { crisisOfDraft, requireDraft } from '@/services/sitreps/require-draft'
import { tellDraft } from '@/services/sitreps/write-draft'

/**
 * Keeps that somebody who may pressed "publish" on an approved draft: from here on it goes out, whatever becomes of this process.
 * Pressing again, or by another, changes nothing.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (changed meanwhile, not approved), `invalid` (something grave is to be mended)
 */
export async function pressPublish({
  ctx,
  input,
}: {
  ctx: Context
  input: { draft: string; version: number }
}): Promise<void> {
  const crisis = await crisisOfDraft(ctx, input.draft)
  const actor = requireRole(ctx, crisis.id, 'editor')
  const kept = await loadDraft(ctx.db, input.draft)
  if (kept?.draft.version === input.version && isPressed(kept.draft.state)) return
  if (kept?.draft.version === input.version && kept.draft.state === 'approved') await requireMended(ctx, kept.draft)
  await runUseCase({ ctx, actor, action: 'press-publish', crisis: crisis.id }, async (tx) => {
    const { draft } = await requireDraft(tx, input, ['approved', 'publishing', 'published'])
    if (draft.state === 'approved') await updateDraft(tx, input.draft, { state: 'publishing', publishBy: actor.id })
    return { result: undefined, subject: `sitrep:${input.draft}`, details: { version: input.version }, rows: input }
  })
}

/** What is grave stops a report while somebody is there to mend it. @throws ServiceError `invalid` */
async function requireMended(ctx: Context, draft: SitrepDraft): Promise<void> {
  const { lints } = await composeForDesk({ ctx, draft, content: draft.content, findLoadedWords: () => [] })
  const errors = lints.filter(({ grave }) => grave).map(({ at, message }) => ({ pointer: at, message }))
  if (errors.length === 0) return
  throw new ServiceError('invalid', `It cannot go out yet: ${errors.map(({ message }) => message).join(' ')}`, errors)
}

const isPressed = (state: string) => state === 'publishing' || state === 'published'

/**
 * Publishes a draft that was pressed: composes, sets and freezes it in one transaction, so that it is out whole or not at all. Whoever comes
 * second finds it published. Null where it is published already. What may not be published goes back to its authors with the reason.
 * @throws ServiceError `not-found`, and whatever setting the PDF fails with
 */
export async function finishPublishing({
  ctx,
  draft: id,
  ...renderers
}: { ctx: Context; draft: string } & Renderers): Promise<PublishedEdition | null> {
  const crisis = await crisisOfDraft(ctx, id)
  const pressed = await loadDraft(ctx.db, id)
  if (pressed?.draft.state !== 'publishing' || pressed.publisherId === null) return null
  const actor = await readPerson(ctx.db, pressed.publisherId)
  try {
    return await runUseCase({ ctx, actor, action: 'publish-edition', crisis: crisis.id }, async (tx) => {
      const kept = await lockDraft(tx, id)
      const subject = `sitrep:${id}`
      if (kept?.draft.state !== 'publishing') throw new AlreadyPublished()
      const { draft, authorIds, approverId } = kept
      const { asOf, knownAt, languages } = draft.content
      const freezing = {
        crisis,
        asOf,
        knownAt,
        languages,
        authorId: authorIds[0] ?? actor.id,
        approverId: approverId ?? actor.id,
        request: requestOf(draft, ctx.now().toISOString()),
        publishedAt: null,
        sitrepId: id,
      }
      const { edition, rows } = await freezeEdition(tx, ctx, freezing, renderers)
      await updateDraft(tx, id, { state: 'published' })
      const { sitrep: _, publishedAt: __, ...facts } = edition
      const authors = draft.authors.map(({ name }) => name)
      return { result: edition, subject, details: { ...facts, authors, approver: draft.approvedBy }, rows }
    })
  } catch (error) {
    if (error instanceof AlreadyPublished) return null
    if (error instanceof ServiceError && (error.code === 'invalid' || error.code === 'conflict')) {
      await sendBack(ctx, { id, crisisId: crisis.id, personId: actor.id, trouble: error.message })
    }
    throw error
  }
}

class AlreadyPublished extends Error {}

/** Publishes whatever was pressed and is not out: what a process left behind that ended in between. Answers how many went out. */
export async function finishAllPublishing({ ctx, ...renderers }: { ctx: Context } & Renderers): Promise<number> {
  let published = 0
  for (const { id } of await loadPublishing(ctx.db)) {
    const edition = await finishPublishing({ ctx, draft: id, ...renderers }).catch((error: unknown) => {
      if (error instanceof ServiceError) return null
      throw error
    })
    if (edition) published += 1
  }
  return published
}

async function sendBack(
  ctx: Context,
  { id, crisisId, personId, trouble }: { id: string; crisisId: string; personId: string; trouble: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const kept = await lockDraft(tx, id)
    if (kept?.draft.state !== 'publishing') return
    await updateDraft(tx, id, { state: 'draft', approvedBy: null, trouble })
    await tellDraft(tx, { id, version: kept.draft.version }, 'returned', personId, crisisId, trouble)
  })
}
