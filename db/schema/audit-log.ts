import { bigint, index, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import type { Json } from '@/domain/canonical/canonical-json'

/**
 * One row per use case, each bound to the one before: `hash` is SHA-256 of `prev_hash` and the row's canonical JSON. `digest`: SHA-256 of
 * the rows a batch wrote. No foreign keys: the log outlives what it tells of.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    crisisId: text('crisis_id'),
    subject: text('subject').notNull(),
    details: jsonb('details').$type<Json>().notNull(),
    digest: text('digest').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [index('audit_log_crisis').on(table.crisisId, table.seq)],
)

/** One row: the last link of the chain. Locked last in every writing transaction; moved by the database alone. */
export const auditHead = pgTable('audit_head', {
  id: smallint('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})
