import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { crises } from '@/db/schema/crises'
import { closingShape, isOpen, versionColumns } from '@/db/schema/version-columns'
import type { Claimant } from '@/domain/figure/figure'

/** Who states or publishes. `crisis_id`: the crisis it was entered for; null where it serves all. */
export const sources = pgTable(
  'sources',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    key: text('key'),
    kind: text('kind').notNull(),
    parentId: text('parent_id').references((): AnyPgColumn => sources.id),
    party: text('party'),
    /** Rises with every change of the row or of its names. */
    version: integer('version').notNull().default(1),
  },
  (table) => [uniqueIndex('sources_key').on(sql`coalesce(crisis_id, '')`, table.key)],
)

/** Versions of a source's names; the lowest `position` is its name, the others are names in other languages. */
export const sourceNames = pgTable(
  'source_names',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    ...versionColumns(),
  },
  (table) => [
    index('source_names_source').on(table.sourceId, table.position),
    uniqueIndex('source_names_one_open').on(table.sourceId, table.position).where(isOpen),
    check('source_names_closing', closingShape),
  ],
)

/** Versions of a source's reliability, A-F. No row known: F, cannot be judged. `reason` is the grader's. */
export const sourceGrades = pgTable(
  'source_grades',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    reliability: text('reliability').$type<Claimant['reliability']>().notNull(),
    ...versionColumns(),
  },
  (table) => [
    index('source_grades_source').on(table.sourceId),
    uniqueIndex('source_grades_one_open').on(table.sourceId).where(isOpen),
    check('source_grades_reliability', sql`reliability in ('A', 'B', 'C', 'D', 'E', 'F')`),
    check('source_grades_closing', closingShape),
  ],
)

/** Two sources recorded by a reviewer as independent of each other, `reason` says why. `a` sorts before `b`. */
export const sourceIndependences = pgTable(
  'source_independences',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    a: text('a')
      .notNull()
      .references(() => sources.id),
    b: text('b')
      .notNull()
      .references(() => sources.id),
    ...versionColumns(),
  },
  (table) => [
    uniqueIndex('source_independences_one_open').on(sql`coalesce(crisis_id, '')`, table.a, table.b).where(isOpen),
    check('source_independences_order', sql`a < b`),
    check('source_independences_closing', closingShape),
  ],
)
