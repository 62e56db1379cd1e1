import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { sources } from '@/db/schema/sources'
import { asOfColumns, asOfShape, closingShape, isOpen, isUnapproved, versionColumns } from '@/db/schema/version-columns'
import type { PlaceRef } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'

/** A cited piece of prose, through all its versions. */
export const notes = pgTable(
  'notes',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key'),
  },
  (table) => [unique('notes_key').on(table.crisisId, table.key)],
)

export const noteVersions = pgTable(
  'note_versions',
  {
    noteId: text('note_id')
      .notNull()
      .references(() => notes.id),
    version: integer('version').notNull(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    kind: text('kind').$type<Note['kind']>().notNull(),
    text: text('text').notNull(),
    saidById: text('said_by_id')
      .notNull()
      .references(() => sources.id),
    speaker: text('speaker'),
    ...asOfColumns(),
    places: jsonb('places').$type<Pick<PlaceRef, 'role' | 'id'>[]>().notNull(),
    /** Ids of figures it belongs with. */
    figures: jsonb('figures').$type<string[]>().notNull(),
    sensitivity: text('sensitivity').$type<Note['sensitivity']>().notNull(),
    embargoUntil: instant('embargo_until'),
    ...versionColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.noteId, table.version] }),
    index('note_versions_newest')
      .on(table.crisisId, table.asOfEnd.desc(), table.noteId)
      .where(sql`known_from is not null`),
    uniqueIndex('note_versions_one_open').on(table.noteId).where(isOpen),
    check('note_versions_as_of', asOfShape),
    check('note_versions_closing', closingShape),
    index('note_versions_waiting').on(table.crisisId).where(isUnapproved),
    index('note_versions_known_from').on(table.crisisId, table.knownFrom),
    index('note_versions_known_to').on(table.crisisId, table.knownTo).where(sql`known_to is not null`),
  ],
)
