import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { people } from '@/db/schema/people'
import type { DraftContent, DraftState } from '@/domain/sitrep/draft'

/**
 * A sitrep that is being written, and what became of it. Unlike what the ledger holds, a draft changes; once it is published or
 * discarded it does not any more.
 */
export const sitrepDrafts = pgTable(
  'sitrep_drafts',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    number: integer('number').notNull(),
    edition: integer('edition').notNull(),
    version: integer('version').notNull(),
    state: text('state').$type<DraftState>().notNull(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    /** Ids of all who saved it, the first first. */
    authors: text('authors').array().notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => people.id),
    requestedBy: text('requested_by').references(() => people.id),
    approvedBy: text('approved_by').references(() => people.id),
    publishBy: text('publish_by').references(() => people.id),
    scheduledDay: date('scheduled_day', { mode: 'string' }),
    trouble: text('trouble'),
  },
  (table) => [
    uniqueIndex('sitrep_drafts_edition')
      .on(table.crisisId, table.number, table.edition)
      .where(sql`state <> 'discarded'`),
    // However many workers come to a cut-off, the day has one draft.
    uniqueIndex('sitrep_drafts_day').on(table.crisisId, table.scheduledDay),
    index('sitrep_drafts_publishing').on(table.updatedAt).where(sql`state = 'publishing'`),
    check(
      'sitrep_drafts_state',
      sql`state in ('draft', 'requested', 'approved', 'publishing', 'published', 'discarded')`,
    ),
    check('sitrep_drafts_requested', sql`state in ('draft', 'discarded') or requested_by is not null`),
    check(
      'sitrep_drafts_approved',
      sql`state not in ('approved', 'publishing', 'published') or approved_by is not null`,
    ),
    check('sitrep_drafts_publish', sql`state not in ('publishing', 'published') or publish_by is not null`),
  ],
)
