import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { closeResolution } from '@/db/repositories/change-versions'
import type { WrittenBy } from '@/db/repositories/write-figures'
import { enteredAndApproved, writeWorkflow } from '@/db/repositories/write-workflow'
import { figureVersions } from '@/db/schema/figures'
import { resolutions } from '@/db/schema/resolutions'
import type { ResolutionRule } from '@/domain/reconciliation/headline'
import type { Instant } from '@/domain/time/instant'

export interface NewResolution {
  id: string
  scopeId: string
  figureId: string
  statementId: string | null
  rule: ResolutionRule
  reason: string
  knownFrom: Instant | null
}

/** Inserts a decision for a scope; approved at once where an approver is given, and then closes the one that held. */
export async function writeResolution(
  tx: Transaction,
  { knownFrom, ...resolution }: NewResolution,
  by: WrittenBy,
): Promise<void> {
  const { id, reason } = resolution
  if (by.approverId !== null) {
    await closeResolution(tx, resolution, { by: 'corrected', reason, closerId: by.approverId, at: knownFrom })
  }
  await tx.insert(resolutions).values({ ...resolution, ...by, knownFrom: by.approverId === null ? null : knownFrom })
  await writeWorkflow(tx, enteredAndApproved('resolution', { id, version: 1, at: knownFrom }, by), by.crisisId)
}

/** A decision as the log tells of it: which figure stands; `statement`: among its relays alone. */
export type ToldResolution = Record<'resolution' | 'figure' | 'statement', string | null>

/** Approves a decision that was entered, closing the one that held. Answers both; undefined where it is not waiting. */
export async function approveResolutionRow(
  tx: Transaction,
  { id, crisisId, approverId }: { id: string; crisisId: string; approverId: string },
): Promise<{ before: ToldResolution; after: ToldResolution } | undefined> {
  const [row] = await tx
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.id, id), eq(resolutions.crisisId, crisisId)))
    .for('update')
  if (!row || row.knownFrom !== null) return undefined
  const [held] = await tx
    .select()
    .from(resolutions)
    .where(
      and(
        eq(resolutions.scopeId, row.scopeId),
        row.statementId === null ? isNull(resolutions.statementId) : eq(resolutions.statementId, row.statementId),
        isNotNull(resolutions.knownFrom),
        isNull(resolutions.knownTo),
      ),
    )
  await closeResolution(tx, row, { by: 'corrected', reason: row.reason ?? '', closerId: approverId, at: null })
  await tx.update(resolutions).set({ approverId }).where(eq(resolutions.id, id))
  await writeWorkflow(
    tx,
    [{ subject: 'resolution', subjectId: id, version: 1, state: 'approved', personId: approverId }],
    crisisId,
  )
  return { before: toToldResolution(held), after: toToldResolution(row) }
}

const toToldResolution = (row: typeof resolutions.$inferSelect | undefined): ToldResolution => ({
  resolution: row?.id ?? null,
  figure: row?.figureId ?? null,
  statement: row?.statementId ?? null,
})

/** The scope of the version of a figure that is known now; undefined where none is. */
export async function readScopeOfFigure(
  tx: Transaction,
  { crisisId, figureId }: { crisisId: string; figureId: string },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ scopeId: figureVersions.scopeId })
    .from(figureVersions)
    .where(
      and(
        eq(figureVersions.figureId, figureId),
        eq(figureVersions.crisisId, crisisId),
        isNotNull(figureVersions.knownFrom),
        isNull(figureVersions.knownTo),
      ),
    )
  return row?.scopeId
}
