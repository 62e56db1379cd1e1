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
