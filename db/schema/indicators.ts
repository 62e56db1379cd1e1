import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Indicator, IndicatorGroup, Unit } from '@/domain/indicator/indicator'

/** The codelist: one row each. `position` is the order in which lists show them. */
export const indicators = pgTable('indicators', {
  key: text('key').primaryKey(),
  position: integer('position').notNull(),
  group: text('group').$type<IndicatorGroup>().notNull(),
  unit: text('unit').$type<Unit>().notNull(),
  measure: text('measure').$type<Indicator['measure']>().notNull(),
  windowHours: integer('window_hours').notNull(),
  staleHours: integer('stale_hours').notNull(),
  labels: jsonb('labels').$type<Indicator['labels']>().notNull(),
  definition: text('definition').notNull(),
  version: integer('version').notNull().default(1),
})
