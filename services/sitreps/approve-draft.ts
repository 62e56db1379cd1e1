import { updateDraft } from '@/db/repositories/sitrep-drafts'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'
import { crisisOfDraft, requireDraft } from '@/services/sitreps/require-draft'
import { tellDraft } from '@/services/sitreps/write-draft'

interface AskedDraft {
  ctx: Context
  /** `version` is the one the person saw. */
  input: { draft: string; version: number }
}

/**
 * Asks for the approval of a draft as it stands. Whoever asks vouches for it, and counts as one of its authors.
 * @throws ServiceError `forbidden`, `not-found`, `conflict`
 */
export async function requestApproval({ ctx, input }: AskedDraft): Promise<void> {
  const crisis = await crisisOfDraft(ctx, input.draft)
  const actor = requireRole(ctx, crisis.id, 'editor')
  await runUseCase({ ctx, actor, action: 'request-sitrep-approval', crisis: crisis.id }, async (tx) => {
    const { authorIds } = await requireDraft(tx, input, ['draft'])
    const authors = [...new Set([...authorIds, actor.id])]
    await updateDraft(tx, input.draft, { state: 'requested', requestedBy: actor.id, authors, trouble: null })
    await tellDraft(tx, { id: input.draft, version: input.version }, 'submitted', actor.id, crisis.id)
    return { result: undefined, subject: `sitrep:${input.draft}`, details: { version: input.version }, rows: input }
  })
}

/**
 * Approves a draft as it stands; nobody who wrote in it can.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (it was changed, or does not wait), `invalid` (the approver wrote in it)
 */
export async function approveDraft({ ctx, input }: AskedDraft): Promise<void> {
  const crisis = await crisisOfDraft(ctx, input.draft)
  const actor = requireRole(ctx, crisis.id, 'editor', 'reviewer')
  await runUseCase({ ctx, actor, action: 'approve-sitrep', crisis: crisis.id }, async (tx) => {
    const { authorIds } = await requireDraft(tx, input, ['requested'])
    if (crisis.fourEyes && authorIds.includes(actor.id)) {
      throw new ServiceError('invalid', 'Whoever wrote in the draft cannot approve it: a second person is needed.')
    }
    await updateDraft(tx, input.draft, { state: 'approved', approvedBy: actor.id })
    await tellDraft(tx, { id: input.draft, version: input.version }, 'approved', actor.id, crisis.id)
    const details = { version: input.version, before: { state: 'requested' }, after: { state: 'approved' } }
    return { result: undefined, subject: `sitrep:${input.draft}`, details, rows: input }
  })
}

/**
 * Sends a draft back to whoever wrote it, with what is to be mended.
 * @throws ServiceError `forbidden`, `not-found`, `conflict`, `invalid` (no comment)
 */
export async function returnDraft({
  ctx,
  input: { comment: given, ...input },
}: {
  ctx: Context
  input: AskedDraft['input'] & { comment: string }
}): Promise<void> {
  const crisis = await crisisOfDraft(ctx, input.draft)
  const actor = requireRole(ctx, crisis.id, 'editor', 'reviewer')
  const comment = requireReason(given, '/comment')
  await runUseCase({ ctx, actor, action: 'return-sitrep', crisis: crisis.id }, async (tx) => {
    await requireDraft(tx, input, ['requested', 'approved'])
    await updateDraft(tx, input.draft, { state: 'draft', approvedBy: null, trouble: comment })
    await tellDraft(tx, { id: input.draft, version: input.version }, 'returned', actor.id, crisis.id, comment)
    return { result: undefined, subject: `sitrep:${input.draft}`, details: { comment }, rows: input }
  })
}
