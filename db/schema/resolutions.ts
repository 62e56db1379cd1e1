import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { crises } from '@/db/schema/crises'
import { figures } from '@/db/schema/figures'
import { scopes } from '@/db/schema/scopes'
import { statements } from '@/db/schema/statements'
import { closingShape, isOpen, versionColumns } from '@/db/schema/version-columns'
import type { ResolutionRule } from '@/domain/reconciliation/headline'

/**
 * Versions of an editor's decision for a scope: which figure stands; with `statement_id`, which of that statement's differing relays is
 * right. `reason` is the decision's own.
 */
export const resolutions = pgTable(
  'resolutions',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    scopeId: text('scope_id')
      .notNull()
      .references(() => scopes.id),
    figureId: text('figure_id')
      .notNull()
      .references(() => figures.id),
    statementId: text('statement_id').references(() => statements.id),
    /** By which rule the editor decided. */
    rule: text('rule').$type<ResolutionRule>().notNull(),
    ...versionColumns(),
  },
  (table) => [
    index('resolutions_scope').on(table.scopeId),
    index('resolutions_crisis').on(table.crisisId),
    uniqueIndex('resolutions_one_open').on(table.scopeId, sql`coalesce(statement_id, '')`).where(isOpen),
    check('resolutions_closing', closingShape),
    check(
      'resolutions_rule',
      sql`rule in ('preferred-sources', 'majority', 'most-recent', 'most-direct', 'judgement')`,
    ),
  ],
)
