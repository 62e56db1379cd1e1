import { and, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { toAsOf } from '@/db/repositories/read-as-of'
import { statements } from '@/db/schema/statements'

/** One statement of a crisis as an entry names it; undefined where there is none. */
export async function readStatement(db: Queryable, crisisId: string, id: string) {
  const [row] = await db
    .select()
    .from(statements)
    .where(and(eq(statements.id, id), eq(statements.crisisId, crisisId)))
  if (!row) return undefined
  const { claimantId: claimant, speaker, occasion } = row
  const saidAt = toAsOf(row.saidStart, row.saidEnd, row.saidPrecision, row.saidStated, row.saidNote)
  return { id, claimant, speaker, occasion, saidAt }
}
