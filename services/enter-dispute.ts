import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { readFigureIdentity } from '@/db/repositories/read-for-writing'
import { readDisputeToCorrect } from '@/db/repositories/read-versions'
import { writeDisputeVersions } from '@/db/repositories/write-disputes'
import { correctionTold } from '@/domain/audit/before-after'
import { type disputeCorrectionSchema, disputeEntrySchema } from '@/domain/figure/figure-entry'
import { toDisputeEntry } from '@/domain/figure/to-entry'
import type { Context } from '@/services/context'
import { buildDispute } from '@/services/entry/build-dispute'
import { nextVersion } from '@/services/entry/next-version'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Enters that a source denies or questions a figure, with its own citation, and submits it.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (fields, quotes that are not in the text)
 */
export async function enterDispute({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof disputeEntrySchema>
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const { crisis: crisisId, ...entry } = parseInput(disputeEntrySchema, input)
  return await runUseCase({ ctx, actor, action: 'enter-dispute', crisis: crisisId }, async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    if (!(await readFigureIdentity(tx, crisis.id, entry.figure))) {
      throw new ServiceError('not-found', 'There is no such figure.')
    }
    const written = await buildDispute(tx, crisis, entry, { id: newId(), version: 1, reason: null })
    const { id, figure, aspect } = written.dispute
    await writeDisputeVersions(tx, [written], { crisisId: crisis.id, authorId: actor.id, approverId: null })
    const details = { figure, aspect }
    return { result: { id, version: 1 }, subject: `dispute:${id}`, details, rows: written.dispute }
  })
}

/**
 * Enters the corrected content of a dispute as its next version and submits it: what `content` leaves out stays as it is. `version` is the
 * one the person saw.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (a newer version exists, or it was withdrawn), `invalid`
 */
export async function correctDispute({
  ctx,
  input,
}: {
  ctx: Context
  input: {
    crisis: string
    dispute: string
    version: number
    reason: string
    content: Omit<z.input<typeof disputeCorrectionSchema>, 'reason'>
  }
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, input.crisis, 'contributor', 'reviewer')
  const reason = requireReason(input.reason)
  return await runUseCase({ ctx, actor, action: 'correct-dispute', crisis: input.crisis }, async (tx) => {
    const crisis = await requireCrisis(tx, input.crisis)
    const named = { crisis: crisis.id, id: input.dispute, version: input.version, reason }
    const next = await nextVersion(tx, 'dispute', named)
    const dispute = await readDisputeToCorrect(tx, crisis, { id: next.id, version: next.from })
    const was = toDisputeEntry(dispute)
    const { crisis: _, ...entry } = parseInput(disputeEntrySchema, { crisis: crisis.id, ...was, ...input.content })
    const written = await buildDispute(tx, crisis, entry, next)
    await writeDisputeVersions(tx, [written], { crisisId: crisis.id, authorId: actor.id, approverId: null })
    const { id, version } = next
    const details = { version, reason, ...correctionTold(was, entry) }
    return { result: { id, version }, subject: `dispute:${id}`, details, rows: written.dispute }
  })
}
