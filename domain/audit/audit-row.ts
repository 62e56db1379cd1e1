import { canonicalJson, type Json } from '@/domain/canonical/canonical-json'
import type { Instant } from '@/domain/time/instant'

/** One use case in the log, before it is bound to the chain. `digest`: SHA-256 of the rows it wrote, hex. */
export interface AuditEntry {
  seq: number
  at: Instant
  actorId: string
  actorName: string
  action: string
  crisisId: string | null
  subject: string
  details: Json
  digest: string
}

export interface AuditRow extends AuditEntry {
  prevHash: string
  hash: string
}

/** The head of a chain that has no row yet. */
export const emptyChain = { seq: 0, hash: '0'.repeat(64) }

/** What is hashed to bind an entry to the row before it: that row's hash, then the entry's canonical JSON. */
export function auditPreimage(prevHash: string, entry: AuditEntry): string {
  const { seq, at, actorId, actorName, action, crisisId, subject, details, digest } = entry
  return prevHash + canonicalJson({ seq, at, actorId, actorName, action, crisisId, subject, details, digest })
}
