import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { people } from '@/db/schema/people'
import { scopes } from '@/db/schema/scopes'
import { sources } from '@/db/schema/sources'
import { statements } from '@/db/schema/statements'
import { asOfColumns, asOfShape, closingShape, isOpen, isUnapproved, versionColumns } from '@/db/schema/version-columns'
import type { Figure } from '@/domain/figure/figure'
import type { Qualifier } from '@/domain/quantity/quantity'

/** The ends a qualifier allows, as in `quantitySchema`: "at least 2" is low 2 and open above; "dozens" has neither end. */
const quantityShape = sql`case qualifier
  when 'exact' then low is not null and high is not null and low = high
  when 'about' then low is not null and high is not null and low = high
  when 'at-least' then low is not null and high is null
  when 'more-than' then low is not null and high is null
  when 'at-most' then low is null and high is not null
  when 'fewer-than' then low is null and high is not null and high > 0
  when 'between' then low is not null and high is not null and low <= high
  when 'unquantified' then low is null and high is null
  else false end and coalesce(low, 0) >= 0 and coalesce(high, 0) >= 0`

/** What stays the same of a figure through all its versions: whose statement it is of. */
export const figures = pgTable(
  'figures',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key'),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id),
    claimantId: text('claimant_id')
      .notNull()
      .references(() => sources.id),
  },
  (table) => [
    unique('figures_key').on(table.crisisId, table.key),
    index('figures_statement').on(table.statementId),
    index('figures_claimant').on(table.claimantId),
  ],
)

/** One version of a figure. Indicator, population, places, events, kind of basis and unit stand in its scope. */
export const figureVersions = pgTable(
  'figure_versions',
  {
    figureId: text('figure_id')
      .notNull()
      .references(() => figures.id),
    version: integer('version').notNull(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    scopeId: text('scope_id')
      .notNull()
      .references(() => scopes.id),
    claimantId: text('claimant_id')
      .notNull()
      .references(() => sources.id),
    populationWords: text('population_words'),
    low: bigint('low', { mode: 'number' }),
    high: bigint('high', { mode: 'number' }),
    qualifier: text('qualifier').$type<Qualifier>().notNull(),
    words: text('words').notNull(),
    basisStart: instant('basis_start'),
    basisEnd: instant('basis_end'),
    basisAssumed: boolean('basis_assumed').notNull(),
    nature: text('nature').$type<Figure['nature']>().notNull(),
    ...asOfColumns(),
    coverage: text('coverage'),
    /** The households and the household size a number of persons was derived from. */
    derived: jsonb('derived').$type<Figure['derived']>(),
    /** The figure this one is a part of. */
    partOf: text('part_of').references(() => figures.id),
    credibility: text('credibility').$type<Figure['credibility']>().notNull(),
    sensitivity: text('sensitivity').$type<Figure['sensitivity']>().notNull(),
    embargoUntil: instant('embargo_until'),
    ...versionColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.figureId, table.version] }),
    index('figure_versions_latest')
      .on(table.scopeId, table.claimantId, table.asOfEnd.desc(), table.knownFrom, table.knownTo)
      .where(sql`known_from is not null`),
    index('figure_versions_newest')
      .on(table.crisisId, table.asOfEnd.desc(), table.figureId, table.version)
      .where(sql`known_from is not null`),
    index('figure_versions_open').on(table.crisisId, table.scopeId, table.asOfEnd.desc()).where(isOpen),
    index('figure_versions_known_from').on(table.crisisId, table.knownFrom),
    index('figure_versions_known_to').on(table.crisisId, table.knownTo).where(sql`known_to is not null`),
    uniqueIndex('figure_versions_one_open').on(table.figureId).where(isOpen),
    check('figure_versions_quantity', quantityShape),
    check('figure_versions_basis', sql`basis_start <= basis_end`),
    check('figure_versions_as_of', asOfShape),
    check('figure_versions_closing', closingShape),
    index('figure_versions_waiting').on(table.crisisId).where(isUnapproved),
    index('figure_versions_part_of').on(table.partOf).where(sql`part_of is not null`),
  ],
)

/** Versions of an office's own check of a figure: by which method, by whom (`checked_by`, a name), when. */
export const figureChecks = pgTable(
  'figure_checks',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    figureId: text('figure_id')
      .notNull()
      .references(() => figures.id),
    method: text('method').notNull(),
    checkedBy: text('checked_by').notNull(),
    checkedAt: instant('checked_at').notNull(),
    ...versionColumns(),
  },
  (table) => [
    index('figure_checks_figure').on(table.figureId),
    uniqueIndex('figure_checks_one_open').on(table.figureId).where(isOpen),
    check('figure_checks_closing', closingShape),
  ],
)

/** A finding a person accepted when the version was entered, and why. */
export const findingAcknowledgements = pgTable(
  'finding_acknowledgements',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    figureId: text('figure_id').notNull(),
    version: integer('version').notNull(),
    code: text('code').notNull(),
    reason: text('reason').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.figureId, table.version],
      foreignColumns: [figureVersions.figureId, figureVersions.version],
    }),
    unique('finding_acknowledgements_code').on(table.figureId, table.version, table.code),
  ],
)
