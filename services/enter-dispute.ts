import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { readFigureIdentity, readNamed } from '@/db/repositories/read-for-writing'
import { writeDisputeVersions } from '@/db/repositories/write-disputes'
import type { Dispute } from '@/domain/figure/figure'
import { disputeEntrySchema } from '@/domain/figure/figure-entry'
import { endByPublication } from '@/domain/time/publication'
import type { Context } from '@/services/context'
import { approveWaiting } from '@/services/entry/approve-versions'
import { citeDocuments } from '@/services/entry/cite-documents'
import { requireCrisis } from '@/services/entry/require-crisis'
import { type FieldError, ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
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
    const errors: FieldError[] = []
    const [citations = []] = await citeDocuments(tx, crisis.id, [{ pointer: '', citations: entry.citations }], errors)
    const named = await readNamed(tx, crisis, { sources: [entry.by], places: [], events: [] })
    const source = named.sources.get(entry.by)
    if (!source) errors.push({ pointer: '/by', message: 'There is no such source.' })
    if (errors.length > 0 || !source) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
    const { id, name, kind, party, reliability } = source
    const dispute: Dispute = {
      ...entry,
      id: newId(),
      version: 1,
      by: { id, name, kind, party, reliability },
      statedAt: endByPublication(
        entry.statedAt,
        citations.map(({ document }) => document.publishedAt),
      ),
      citations,
      state: 'submitted',
      knownFrom: null,
      knownTo: null,
    }
    const by = { crisisId: crisis.id, authorId: actor.id, approverId: null }
    await writeDisputeVersions(tx, [{ dispute, key: null, reason: null }], by)
    return {
      result: { id: dispute.id, version: 1 },
      subject: `dispute:${dispute.id}`,
      details: { figure: dispute.figure, aspect: dispute.aspect },
      rows: dispute,
    }
  })
}

/**
 * Approves a dispute that waits.
 * @throws ServiceError `forbidden`, `not-found`, `conflict`, `invalid` (the approver is its author)
 */
export async function approveDispute({
  ctx,
  input: { crisis, dispute, version },
}: {
  ctx: Context
  input: { crisis: string; dispute: string; version: number }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  await runUseCase({ ctx, actor, action: 'approve-dispute', crisis }, async (tx) => {
    await approveWaiting(tx, 'dispute', { crisis, id: dispute, version, approverId: actor.id })
    return { result: undefined, subject: `dispute:${dispute}`, details: { version }, rows: [dispute, version] }
  })
}
