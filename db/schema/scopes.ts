import { index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { crises } from '@/db/schema/crises'
import { indicators } from '@/db/schema/indicators'
import { sources } from '@/db/schema/sources'
import { statements } from '@/db/schema/statements'
import type { BasisKind, PlaceRef } from '@/domain/figure/figure'
import type { Unit } from '@/domain/indicator/indicator'
import type { Population } from '@/domain/population/population'

/** Whom a number counts. Written once; `key` is the domain's `scopeKey`. Places and events are kept by id, names are the reader's. */
export const scopes = pgTable(
  'scopes',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key').notNull(),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.key),
    population: jsonb('population').$type<Population>().notNull(),
    places: jsonb('places').$type<Pick<PlaceRef, 'role' | 'id'>[]>().notNull(),
    events: jsonb('events').$type<string[]>().notNull(),
    basis: text('basis').$type<BasisKind>().notNull(),
    unit: text('unit').$type<Unit>().notNull(),
  },
  (table) => [
    unique('scopes_key').on(table.crisisId, table.key),
    index('scopes_indicator').on(table.crisisId, table.indicator),
  ],
)

/** Who ever gave a figure of a scope: from here the latest of each claimant is found by one index walk each. */
export const scopeClaimants = pgTable(
  'scope_claimants',
  {
    scopeId: text('scope_id')
      .notNull()
      .references(() => scopes.id),
    claimantId: text('claimant_id')
      .notNull()
      .references(() => sources.id),
  },
  (table) => [
    primaryKey({ columns: [table.scopeId, table.claimantId] }),
    index('scope_claimants_claimant').on(table.claimantId),
  ],
)

/**
 * Statements of which a scope has several figures, whose relays may differ; kept by the database as figures are written, so that a
 * dashboard need not compare all figures of a crisis.
 */
export const relayedStatements = pgTable(
  'relayed_statements',
  {
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    scopeId: text('scope_id')
      .notNull()
      .references(() => scopes.id),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id),
  },
  (table) => [primaryKey({ columns: [table.crisisId, table.scopeId, table.statementId] })],
)
