import { asc, gt } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { auditHead, auditLog } from '@/db/schema/audit-log'
import { sha256 } from '@/db/sha256'
import { type AuditRow, auditPreimage, emptyChain } from '@/domain/audit/audit-row'

/** What a look through the whole chain found. `broken` names the first row that does not hold, as a sentence; null: all hold. */
export interface ChainCheck {
  rows: number
  head: string
  broken: { seq: number; message: string } | null
}

const rowsPerRead = 5000

/** The hash at the end of the chain. */
export async function readAuditHead(db: Queryable): Promise<{ seq: number; hash: string }> {
  const [head] = await db.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead)
  return head ?? emptyChain
}

/** Recomputes every link from the first row on, and compares the last with the head. Reads one snapshot, in batches. */
export async function checkAuditChain(db: Queryable): Promise<ChainCheck> {
  return db.transaction(
    async (tx) => {
      let last: { seq: number; hash: string } = emptyChain
      for (;;) {
        const rows = await tx
          .select()
          .from(auditLog)
          .where(gt(auditLog.seq, last.seq))
          .orderBy(asc(auditLog.seq))
          .limit(rowsPerRead)
        for (const row of rows) {
          const message = findBreak(last, row)
          if (message) return { rows: last.seq, head: last.hash, broken: { seq: row.seq, message } }
          last = row
        }
        if (rows.length < rowsPerRead) break
      }
      const head = await readAuditHead(tx)
      const isWhole = head.seq === last.seq && head.hash === last.hash
      const message = `The chain ends with row ${last.seq}, but its head is row ${head.seq}: rows after ${last.seq} are gone, or the head was changed.`
      return { rows: last.seq, head: last.hash, broken: isWhole ? null : { seq: last.seq + 1, message } }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

function findBreak(last: { seq: number; hash: string }, row: AuditRow): string | null {
  if (row.seq !== last.seq + 1) return `Row ${last.seq + 1} is missing: row ${row.seq} follows row ${last.seq}.`
  if (row.prevHash !== last.hash) return `Row ${row.seq} does not follow row ${last.seq}: it names another hash.`
  if (sha256(auditPreimage(row.prevHash, row)) !== row.hash)
    return `Row ${row.seq} was changed: its content does not give its hash.`
  return null
}
