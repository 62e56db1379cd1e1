import { type AnyPgColumn, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { places } from '@/db/schema/places'
import type { Precision } from '@/domain/time/instant'

/** Something that happened at a place in a span of time. `ended_at` null: no end is known. */
export const events = pgTable(
  'events',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key'),
    title: text('title').notNull(),
    placeId: text('place_id').references(() => places.id),
    startedAt: instant('started_at').notNull(),
    startedPrecision: text('started_precision').$type<Precision>().notNull(),
    endedAt: instant('ended_at'),
    endedPrecision: text('ended_precision').$type<Precision>(),
    parentId: text('parent_id').references((): AnyPgColumn => events.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [unique('events_key').on(table.crisisId, table.key)],
)
