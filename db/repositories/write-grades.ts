import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { closeGrade } from '@/db/repositories/change-versions'
import { enteredAndApproved, writeWorkflow } from '@/db/repositories/write-workflow'
import { sourceGrades, sources } from '@/db/schema/sources'
import type { Claimant } from '@/domain/figure/figure'
import type { Instant } from '@/domain/time/instant'

export interface NewGrade {
  id: string
  sourceId: string
  reliability: Claimant['reliability']
  reason: string
  knownFrom: Instant | null
}

/** Inserts one grade, approved where an approver is given; the grade that held until then is closed by it. */
export async function writeGrade(
  tx: Transaction,
  { knownFrom, ...grade }: NewGrade,
  by: { authorId: string; approverId: string | null },
): Promise<void> {
  const { id, sourceId, reason } = grade
  const [source] = await tx.select({ crisisId: sources.crisisId }).from(sources).where(eq(sources.id, sourceId))
  const crisisId = source?.crisisId ?? null
  const isApproved = by.approverId !== null
  if (by.approverId !== null) {
    await closeGrade(tx, sourceId, { by: 'corrected', reason, closerId: by.approverId, at: knownFrom })
  }
  await tx.insert(sourceGrades).values({ ...grade, crisisId, ...by, knownFrom: isApproved ? knownFrom : null })
  await writeWorkflow(tx, enteredAndApproved('grade', { id, version: 1, at: knownFrom }, by), crisisId)
}

/** A grade as the log tells of it; all null where none held. */
export interface ToldGrade {
  grade: string | null
  reliability: Claimant['reliability'] | null
}

/** Approves a grade that was entered, closing the one that held. Answers its source and both grades; undefined where it is not waiting. */
export async function approveGradeRow(
  tx: Transaction,
  id: string,
  approverId: string,
): Promise<{ source: string; before: ToldGrade; after: ToldGrade } | undefined> {
  const [grade] = await tx.select().from(sourceGrades).where(eq(sourceGrades.id, id)).for('update')
  if (!grade || grade.knownFrom !== null) return undefined
  const { sourceId, reliability } = grade
  const [held] = await tx
    .select({ grade: sourceGrades.id, reliability: sourceGrades.reliability })
    .from(sourceGrades)
    .where(and(eq(sourceGrades.sourceId, sourceId), isNotNull(sourceGrades.knownFrom), isNull(sourceGrades.knownTo)))
  await closeGrade(tx, sourceId, { by: 'corrected', reason: grade.reason ?? '', closerId: approverId, at: null })
  await tx.update(sourceGrades).set({ approverId }).where(eq(sourceGrades.id, id))
  await writeWorkflow(
    tx,
    [{ subject: 'grade', subjectId: id, version: 1, state: 'approved', personId: approverId }],
    grade.crisisId,
  )
  return { source: sourceId, before: held ?? { grade: null, reliability: null }, after: { grade: id, reliability } }
}

/** Whether the grade needs a second person: the rule of its crisis, or, where it serves all, of any. */
export async function needsSecondPerson(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.execute<{ needed: boolean }>(
    sql`select needs_second_person(crisis_id) as needed from source_grades where id = ${id}`,
  )
  return row?.needed ?? true
}
