import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { crises } from '@/db/schema/crises'
import { closingShape, isOpen, versionColumns } from '@/db/schema/version-columns'
import type { Boundary } from '@/domain/place/boundary'

/** Gazetteer. `crisis_id`: the crisis it was entered for; null where it serves all. */
export const places = pgTable(
  'places',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    key: text('key'),
    level: text('level').$type<'country' | 'admin1' | 'admin2' | 'admin3' | 'settlement' | 'site'>().notNull(),
    parentId: text('parent_id').references((): AnyPgColumn => places.id),
    pcode: text('pcode'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    /** GeoJSON geometry, where there is one. */
    boundary: jsonb('boundary').$type<Boundary>(),
    /** Rises with every change of the row or of its names. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('places_key').on(sql`coalesce(crisis_id, '')`, table.key),
    uniqueIndex('places_pcode').on(sql`coalesce(crisis_id, '')`, table.pcode).where(sql`pcode is not null`),
    index('places_parent').on(table.parentId),
  ],
)

/** One row: what the public's tokens of withheld places are made with, so that nobody who knows a place's id can tell its token. */
export const placeVeil = pgTable('place_veil', {
  id: smallint('id').primaryKey(),
  secret: text('secret').notNull(),
})

/** Versions of a place's names; the lowest `position` is the one to fall back on. `used_by`: whose usage it is. */
export const placeNames = pgTable(
  'place_names',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    placeId: text('place_id')
      .notNull()
      .references(() => places.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    usedBy: text('used_by').notNull(),
    ...versionColumns(),
  },
  (table) => [
    index('place_names_place').on(table.placeId, table.position),
    uniqueIndex('place_names_one_open').on(table.placeId, table.position).where(isOpen),
    check('place_names_closing', closingShape),
  ],
)
