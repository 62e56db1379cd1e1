import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'

/**
 * A writing request that was answered, kept for 30 days in the transaction of what it wrote, so that the same request sent again is answered
 * alike and writes nothing. `address`: method and path; `body_hash`: SHA-256 of the body's bytes and the `If-Match`.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    address: text('address').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** Null only inside the transaction that makes the answer. */
    status: integer('status'),
    answer: text('answer'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
)
