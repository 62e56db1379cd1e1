import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { closeCheck } from '@/db/repositories/change-versions'
import { figureChecks } from '@/db/schema/figures'
import type { Instant } from '@/domain/time/instant'

export interface NewOfficeCheck {
  figureId: string
  method: string
  /** Who checked, by name. */
  by: string
  at: Instant
}

/** Records an office's own check of a figure; the check that held until then is closed by it. Answers the record's id. */
export async function writeOfficeCheck(
  tx: Transaction,
  { figureId, method, by: checkedBy, at }: NewOfficeCheck,
  { crisisId, authorId }: { crisisId: string; authorId: string },
): Promise<string> {
  const id = newId()
  await closeCheck(tx, figureId, { by: 'corrected', reason: method, closerId: authorId, at })
  await tx
    .insert(figureChecks)
    .values({ id, figureId, method, checkedBy, checkedAt: at, crisisId, authorId, knownFrom: at })
  return id
}

/** Closes the check of a figure of the crisis that holds. Answers false where there is none. */
export async function withdrawCheck(
  tx: Transaction,
  { crisisId, figureId, reason, closerId }: { crisisId: string; figureId: string; reason: string; closerId: string },
): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from figure_checks where figure_id = ${figureId} and crisis_id = ${crisisId} and known_to is null`,
  )
  if (rows.length === 0) return false
  await closeCheck(tx, figureId, { by: 'withdrawn', reason, closerId, at: null })
  return true
}
