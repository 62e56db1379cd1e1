import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { auditLog } from '@/db/schema/audit-log'
import { sha256 } from '@/db/sha256'
import { type AuditEntry, auditPreimage } from '@/domain/audit/audit-row'
import { canonicalJson } from '@/domain/canonical/canonical-json'

/** What a use case tells of itself. `rows`: everything it wrote, whose digest the log keeps. */
export interface AuditNews
  extends Pick<AuditEntry, 'actorId' | 'actorName' | 'action' | 'crisisId' | 'subject' | 'details'> {
  rows: unknown
}

/** Appends to the chain. The last thing a transaction does: the head stays locked until its end, and every writer needs it. */
export async function appendAudit(tx: Transaction, { rows, ...news }: AuditNews): Promise<void> {
  const [head] = await tx.execute(sql`select seq, hash, ledger_clock() as at from audit_head where id = 1 for update`)
  if (!head) throw new Error('The audit chain has no head.')
  const prevHash = String(head.hash)
  const entry: AuditEntry = {
    ...news,
    seq: Number(head.seq) + 1,
    at: new Date(String(head.at)).toISOString(),
    digest: sha256(canonicalJson(rows)),
  }
  await tx.insert(auditLog).values({ ...entry, prevHash, hash: sha256(auditPreimage(prevHash, entry)) })
}
