import { z } from 'zod'
import { newId } from '@/db/new-id'
import { insertDraft, loadDraft, loadDrafts, nextNumber, updateDraft } from '@/db/repositories/sitrep-drafts'
import { readSitrep, readViewpointBefore } from '@/db/repositories/write-editions'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import type { Crisis } from '@/domain/crisis/crisis'
import { beginDraft } from '@/domain/sitrep/begin-draft'
import { type DraftState, draftContentSchema, type SitrepDraft } from '@/domain/sitrep/draft'
import { instantSchema } from '@/domain/time/instant'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'
import { crisisOfDraft, requireDraft } from '@/services/sitreps/require-draft'

/** Who may see drafts: whoever writes, approves or publishes them. */
const deskRoles = ['editor', 'reviewer', 'administrator'] as const
const openStates: DraftState[] = ['draft', 'requested', 'approved', 'publishing']

export const newDraftSchema = z.object({
  kind: z.enum(['situation-report', 'flash-update']),
  /** Null: now. */
  asOf: instantSchema.nullable().default(null),
  knownAt: instantSchema.nullable().default(null),
  /** Null: since the last report. */
  period: draftContentSchema.shape.period.nullable().default(null),
  /** Null: the next cut-off. */
  nextIssue: instantSchema.nullable().default(null),
  /** Of a flash update; null: a day. */
  expiresHours: draftContentSchema.shape.expiresHours.default(null),
})

/**
 * Begins a sitrep for a viewpoint, with the next number of the crisis.
 * @throws ServiceError `forbidden`, `invalid`
 */
export async function createDraft({
  ctx,
  crisis,
  input,
}: {
  ctx: Context
  crisis: Crisis
  input: z.input<typeof newDraftSchema>
}): Promise<SitrepDraft> {
  const actor = requireRole(ctx, crisis.id, 'editor')
  const asked = parseInput(newDraftSchema, input)
  const now = ctx.now().toISOString()
  return await runUseCase({ ctx, actor, action: 'begin-sitrep', crisis: crisis.id }, async (tx) => {
    const number = await nextNumber(tx, crisis.id)
    const before = await readViewpointBefore(tx, crisis.id, number)
    const begun = beginDraft(crisis, {
      kind: asked.kind,
      asOf: asked.asOf ?? now,
      knownAt: asked.knownAt ?? now,
      before: before?.asOf ?? null,
    })
    const content = parseInput(draftContentSchema, {
      ...begun,
      period: asked.period ?? begun.period,
      nextIssue: asked.nextIssue ?? begun.nextIssue,
      expiresHours: asked.expiresHours ?? begun.expiresHours,
    })
    const id = newId()
    await insertDraft(tx, {
      ...emptyRow,
      id,
      crisisId: crisis.id,
      number,
      edition: 1,
      content,
      authors: [actor.id],
      updatedBy: actor.id,
    })
    await tellDraft(tx, { id, version: 1 }, 'draft', actor.id, crisis.id)
    const result = await requireKept(tx, id)
    return { result, subject: `sitrep:${id}`, details: { number, kind: asked.kind }, rows: content }
  })
}

/**
 * Saves what was written, as the draft's next version. An approval that was asked for or given is lost: it was of other words. `version` is
 * the one the person saw.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (somebody saved meanwhile, or it is out), `invalid`
 */
export async function saveDraft({
  ctx,
  input: { draft: id, version, content: given },
}: {
  ctx: Context
  input: { draft: string; version: number; content: z.input<typeof draftContentSchema> }
}): Promise<SitrepDraft> {
  const crisis = await crisisOfDraft(ctx, id)
  const actor = requireRole(ctx, crisis.id, 'editor')
  const content = parseInput(draftContentSchema, given)
  return await runUseCase({ ctx, actor, action: 'save-sitrep', crisis: crisis.id }, async (tx) => {
    const { authorIds, draft } = await requireDraft(tx, { draft: id, version }, ['draft', 'requested', 'approved'])
    if (draft.edition > 1 && content.erratum === null) {
      throw new ServiceError('invalid', 'An edition that mends another says what changed and why.', [
        { pointer: '/erratum', message: 'Say what changed, and why.' },
      ])
    }
    if (draft.edition > 1 && content.kind !== draft.content.kind) {
      throw new ServiceError('invalid', 'An erratum is of the kind of what it mends.', [
        { pointer: '/kind', message: `Keep it a ${draft.content.kind}.` },
      ])
    }
    const authors = authorIds.includes(actor.id) ? authorIds : [...authorIds, actor.id]
    await updateDraft(tx, id, {
      content,
      version: version + 1,
      state: 'draft',
      authors,
      updatedBy: actor.id,
      approvedBy: null,
      trouble: null,
    })
    const result = await requireKept(tx, id)
    return { result, subject: `sitrep:${id}`, details: { version: version + 1 }, rows: content }
  })
}

/**
 * Gives a draft up: its number is free again.
 * @throws ServiceError `forbidden`, `not-found`, `conflict`
 */
export async function discardDraft({
  ctx,
  input: { draft: id, version },
}: {
  ctx: Context
  input: { draft: string; version: number }
}): Promise<void> {
  const crisis = await crisisOfDraft(ctx, id)
  const actor = requireRole(ctx, crisis.id, 'editor')
  await runUseCase({ ctx, actor, action: 'discard-sitrep', crisis: crisis.id }, async (tx) => {
    await requireDraft(tx, { draft: id, version }, ['draft', 'requested', 'approved'])
    await updateDraft(tx, id, { state: 'discarded', updatedBy: actor.id })
    await tellDraft(tx, { id, version }, 'withdrawn', actor.id, crisis.id)
    return { result: undefined, subject: `sitrep:${id}`, details: {}, rows: [id, version] }
  })
}

/**
 * Begins the next edition of a published sitrep, which mends it: with what its last draft held, where there is one.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (an erratum is being written already), `invalid` (no reason)
 */
export async function beginErratum({
  ctx,
  crisis,
  input,
}: {
  ctx: Context
  crisis: Crisis
  input: { number: number; what: string; why: string }
}): Promise<SitrepDraft> {
  const actor = requireRole(ctx, crisis.id, 'editor')
  const { what, why } = parseInput(erratumSchema, input)
  return await runUseCase({ ctx, actor, action: 'begin-erratum', crisis: crisis.id }, async (tx) => {
    const published = await readSitrep(tx, crisis.id, input.number)
    if (!published) throw new ServiceError('not-found', `No sitrep ${input.number} is published.`)
    const edition = published.editions + 1
    const open = await loadDrafts(tx, crisis.id, openStates)
    if (open.some(({ draft }) => draft.number === input.number)) {
      throw new ServiceError('conflict', `An erratum of sitrep ${input.number} is being written already.`)
    }
    const [last] = (await loadDrafts(tx, crisis.id, ['published'])).filter(({ draft }) => draft.number === input.number)
    const viewpoint = await readViewpointBefore(tx, crisis.id, input.number + 1)
    const now = ctx.now().toISOString()
    const begun = beginDraft(crisis, {
      kind: published.kind,
      asOf: viewpoint?.asOf ?? now,
      knownAt: viewpoint?.knownAt ?? now,
      before: (await readViewpointBefore(tx, crisis.id, input.number))?.asOf ?? null,
    })
    const content = { ...(last?.draft.content ?? begun), erratum: { what, why } }
    const id = newId()
    await insertDraft(tx, {
      ...emptyRow,
      id,
      crisisId: crisis.id,
      number: input.number,
      edition,
      content,
      authors: [actor.id],
      updatedBy: actor.id,
    })
    await tellDraft(tx, { id, version: 1 }, 'draft', actor.id, crisis.id)
    const result = await requireKept(tx, id)
    return { result, subject: `sitrep:${id}`, details: { number: input.number, edition, what, why }, rows: content }
  })
}

export const erratumSchema = z.object({
  number: z.number().int().min(1),
  what: z.string().trim().min(1, 'Say what changed.').max(1000),
  why: z.string().trim().min(1, 'Say why.').max(1000),
})

/** The drafts of a crisis that are open, newest number first. @throws ServiceError `forbidden` */
export async function listDrafts({ ctx, crisis }: { ctx: Context; crisis: Crisis }): Promise<SitrepDraft[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  return (await loadDrafts(ctx.db, crisis.id, openStates)).map(({ draft }) => draft)
}

/** One draft with its crisis. @throws ServiceError `not-found`, `forbidden` */
export async function readDraft({
  ctx,
  id,
}: {
  ctx: Context
  id: string
}): Promise<{ crisis: Crisis; draft: SitrepDraft }> {
  const crisis = await crisisOfDraft(ctx, id)
  requireRole(ctx, crisis.id, ...deskRoles)
  return { crisis, draft: await requireKept(ctx.db, id) }
}

/** What a new draft has not been through yet. */
export const emptyRow = {
  version: 1,
  state: 'draft' as const,
  requestedBy: null,
  approvedBy: null,
  publishBy: null,
  scheduledDay: null,
  trouble: null,
}

/** Keeps what became of a draft beside what became of all else. */
export async function tellDraft(
  tx: Parameters<typeof writeWorkflow>[0],
  { id, version }: { id: string; version: number },
  state: Parameters<typeof writeWorkflow>[1][number]['state'],
  personId: string,
  crisisId: string,
  comment?: string,
): Promise<void> {
  await writeWorkflow(tx, [{ subject: 'sitrep', subjectId: id, version, state, personId, comment }], crisisId)
}

async function requireKept(db: Parameters<typeof loadDraft>[0], id: string): Promise<SitrepDraft> {
  const kept = await loadDraft(db, id)
  if (kept) return kept.draft
  throw new ServiceError('not-found', 'There is no such draft.')
}
