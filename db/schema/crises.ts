import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from '@/db/schema/column-types'
import {
  type Crisis,
  type CrisisChart,
  type HeadlinePolicy,
  type KeyFigure,
  type Phrases,
  type ReliefWebSettings,
  type ReportSettings,
  reliefWebSettingsSchema,
  reportSettingsSchema,
} from '@/domain/crisis/crisis'
import type { Logo } from '@/domain/logo/logo'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** One operation that is reported on. `revision` rises in the transaction of every change to what the crisis holds. */
export const crises = pgTable('crises', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  title: text('title').notNull(),
  subtitle: text('subtitle').notNull(),
  timeZone: text('time_zone').notNull(),
  startDay: date('start_day').notNull(),
  endDay: date('end_day'),
  languages: jsonb('languages').$type<Locale[]>().notNull(),
  cutOff: text('cut_off').notNull(),
  policy: jsonb('policy').$type<HeadlinePolicy>().notNull(),
  namingPreference: jsonb('naming_preference').$type<string[]>().notNull(),
  disclaimer: text('disclaimer').notNull(),
  publisher: text('publisher').notNull(),
  contact: text('contact').notNull(),
  reconstruction: boolean('reconstruction').notNull(),
  exercise: boolean('exercise').notNull(),
  fourEyes: boolean('four_eyes').notNull(),
  /** Source id; no foreign key, since a source may belong to the crisis and is written after it. */
  ombudsman: text('ombudsman'),
  groups: jsonb('groups').$type<Crisis['groups']>().notNull(),
  keyFigures: jsonb('key_figures').$type<KeyFigure[]>().notNull(),
  charts: jsonb('charts').$type<CrisisChart[]>().notNull(),
  claimantOrder: jsonb('claimant_order').$type<string[]>().notNull(),
  publicPlaceLevel: text('public_place_level').$type<Crisis['publicPlaceLevel']>(),
  suppressBelow: integer('suppress_below'),
  report: jsonb('report').$type<ReportSettings>().notNull().default(reportSettingsSchema.parse({})),
  /** Rises with every change of what stands above; the revision rises with figures too. */
  version: integer('version').notNull().default(1),
  phrases: jsonb('phrases').$type<Phrases>().notNull().default({}),
  reliefWeb: jsonb('relief_web').$type<ReliefWebSettings>().notNull().default(reliefWebSettingsSchema.parse({})),
  /** Once set, nothing can be loaded any more: from then on `known_from` is the database's clock alone. */
  loadedAt: instant('loaded_at'),
  revision: bigint('revision', { mode: 'number' }).notNull().default(1),
})

/** Pictures that reports of a crisis carry in their head, by the SHA-256 of what is kept: checked, cleaned, and written once. */
export const logos = pgTable(
  'logos',
  {
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').$type<Logo['mediaType']>().notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.crisisId, table.sha256] })],
)

/** The headline policies of a crisis, each from when it was known: the database writes one whenever the crisis's own changes. */
export const headlinePolicies = pgTable(
  'headline_policies',
  {
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    knownFrom: instant('known_from').notNull(),
    policy: jsonb('policy').$type<HeadlinePolicy>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.crisisId, table.knownFrom] })],
)

/** One row: the revision of what spans crises (sources, places, the codelist). */
export const ledgerRevision = pgTable('ledger_revision', {
  id: smallint('id').primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
})
