import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { bytes, instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { figureVersions } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** A situation report or flash update, through all its editions. One sequence of numbers per crisis for both kinds. */
export const sitreps = pgTable(
  'sitreps',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<Sitrep['kind']>().notNull(),
  },
  (table) => [unique('sitreps_number').on(table.crisisId, table.number)],
)

/** A published, frozen sitrep. `audit_head`: the chain's head before its publication; `revision`: the crisis's, when it was composed. */
export const editions = pgTable(
  'editions',
  {
    sitrepId: text('sitrep_id')
      .notNull()
      .references(() => sitreps.id),
    edition: integer('edition').notNull(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    content: jsonb('content').$type<Sitrep>().notNull(),
    contentHash: text('content_hash').notNull(),
    pdf: bytes('pdf').notNull(),
    pdfSha256: text('pdf_sha256').notNull(),
    /** The same with its data inside (PDF/A-3); null where it was published before there was one. */
    dataPdf: bytes('data_pdf'),
    dataPdfSha256: text('data_pdf_sha256'),
    auditHead: text('audit_head').notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    asOf: instant('as_of').notNull(),
    knownAt: instant('known_at').notNull(),
    periodFrom: instant('period_from').notNull(),
    periodTo: instant('period_to').notNull(),
    expiresAt: instant('expires_at'),
    publishedAt: instant('published_at').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => people.id),
    approverId: text('approver_id')
      .notNull()
      .references(() => people.id),
    erratumWhat: text('erratum_what'),
    erratumWhy: text('erratum_why'),
  },
  (table) => [
    primaryKey({ columns: [table.sitrepId, table.edition] }),
    index('editions_newest').on(table.crisisId, table.publishedAt.desc()),
    index('editions_pdf').on(table.pdfSha256),
    index('editions_data_pdf').on(table.dataPdfSha256),
  ],
)

/** Which figure versions stand in an edition: what the corrections ledger is read from. */
export const editionFigures = pgTable(
  'edition_figures',
  {
    sitrepId: text('sitrep_id').notNull(),
    edition: integer('edition').notNull(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    figureId: text('figure_id').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sitrepId, table.edition, table.figureId, table.version] }),
    foreignKey({ columns: [table.sitrepId, table.edition], foreignColumns: [editions.sitrepId, editions.edition] }),
    foreignKey({
      columns: [table.figureId, table.version],
      foreignColumns: [figureVersions.figureId, figureVersions.version],
    }),
    index('edition_figures_figure').on(table.figureId, table.version),
  ],
)

/** An edition in a further language: the same numbers, set in other words. Written before its edition, never after it. */
export const editionLanguages = pgTable(
  'edition_languages',
  {
    sitrepId: text('sitrep_id').notNull(),
    edition: integer('edition').notNull(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    language: text('language').$type<Locale>().notNull(),
    content: jsonb('content').$type<Sitrep>().notNull(),
    contentHash: text('content_hash').notNull(),
    pdf: bytes('pdf').notNull(),
    pdfSha256: text('pdf_sha256').notNull(),
    dataPdf: bytes('data_pdf'),
    dataPdfSha256: text('data_pdf_sha256'),
  },
  (table) => [
    primaryKey({ columns: [table.sitrepId, table.edition, table.language] }),
    foreignKey({ columns: [table.sitrepId, table.edition], foreignColumns: [editions.sitrepId, editions.edition] }),
    index('edition_languages_pdf').on(table.pdfSha256),
    index('edition_languages_data_pdf').on(table.dataPdfSha256),
  ],
)
