import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { toAsOf } from '@/db/repositories/read-as-of'
import { statements } from '@/db/schema/statements'

/** One statement as an entry names it; undefined where there is none. */
export async function readStatement(db: Queryable, id: string) {
  const [row] = await db.select().from(statements).where(eq(statements.id, id))
  if (!row) return undefined
  const { claimantId: claimant, speaker, occasion } = row
  const saidAt = toAsOf(row.saidStart, row.saidEnd, row.saidPrecision, row.saidStated, row.saidNote)
  return { id, claimant, speaker, occasion, saidAt }
}
