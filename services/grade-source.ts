import { newId } from '@/db/new-id'
import { lockVersions } from '@/db/repositories/change-versions'
import { isSourceOf } from '@/db/repositories/read-for-writing'
import { approveGradeRow, needsSecondPerson, writeGrade } from '@/db/repositories/write-grades'
import type { Claimant } from '@/domain/figure/figure'
import type { Context } from '@/services/context'
import { refuseDecided } from '@/services/entry/approve-versions'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Enters a source's reliability (A-F) with its reason. It holds once a second person approves it; until then the last grade does, or F.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (no reason)
 */
export async function gradeSource({
  ctx,
  input: { source, reliability, reason: given },
}: {
  ctx: Context
  input: { source: string; reliability: Claimant['reliability']; reason: string }
}): Promise<{ id: string }> {
  const actor = requireRole(ctx, null, 'reviewer', 'administrator')
  const reason = requireReason(given)
  return await runUseCase({ ctx, actor, action: 'grade-source', crisis: null }, async (tx) => {
    if (!(await isSourceOf(tx, null, source))) throw new ServiceError('not-found', 'There is no such source.')
    const grade = { id: newId(), sourceId: source, reliability, reason, knownFrom: null }
    await writeGrade(tx, grade, { authorId: actor.id, approverId: null })
    return { result: { id: grade.id }, subject: `source:${source}`, details: { reliability, reason }, rows: grade }
  })
}

/**
 * Approves a grade that waits; the one that held is closed by it.
 * @throws ServiceError `forbidden` (no role, or its author), `not-found`, `conflict` (it does not wait)
 */
export async function approveGrade({
  ctx,
  input: { grade },
}: {
  ctx: Context
  input: { grade: string }
}): Promise<void> {
  const actor = requireRole(ctx, null, 'reviewer', 'administrator')
  await runUseCase({ ctx, actor, action: 'approve-grade', crisis: null }, async (tx) => {
    const versions = await lockVersions(tx, 'grade', null, grade)
    refuseDecided('grade', versions, { approverId: actor.id, fourEyes: await needsSecondPerson(tx, grade) })
    const approved = await approveGradeRow(tx, grade, actor.id)
    if (!approved) throw new ServiceError('not-found', 'No such grade waits for approval.')
    const { source, before, after } = approved
    return {
      result: undefined,
      subject: `source:${source}`,
      details: { before: { ...before }, after: { ...after } },
      rows: [grade],
    }
  })
}
