import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { crises } from '@/db/schema/crises'
import { disputeVersions } from '@/db/schema/disputes'
import { documents } from '@/db/schema/documents'
import { figureVersions } from '@/db/schema/figures'
import { noteVersions } from '@/db/schema/notes'
import type { Citation } from '@/domain/figure/figure'
import { nameWithheld } from '@/domain/reading/mask-names'

/** A condition in the words of the index, which serves only whoever asks in the same words. */
export const holdsMark = `(${Object.values(nameWithheld)
  .map((mark) => `quote like '%${mark}%'`)
  .join(' or ')})`

/** Ties one version of a figure, note or dispute (exactly one of the three) to a document. Offsets count UTF-16 units of its text. */
export const citations = pgTable(
  'citations',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    figureId: text('figure_id'),
    noteId: text('note_id'),
    disputeId: text('dispute_id'),
    version: integer('version').notNull(),
    position: integer('position').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    quote: text('quote').notNull(),
    language: text('language').notNull(),
    relation: text('relation').$type<Citation['relation']>().notNull(),
    quoteStart: integer('quote_start'),
    quoteEnd: integer('quote_end'),
  },
  (table) => [
    foreignKey({
      columns: [table.figureId, table.version],
      foreignColumns: [figureVersions.figureId, figureVersions.version],
    }),
    foreignKey({ columns: [table.noteId, table.version], foreignColumns: [noteVersions.noteId, noteVersions.version] }),
    foreignKey({
      columns: [table.disputeId, table.version],
      foreignColumns: [disputeVersions.disputeId, disputeVersions.version],
    }),
    check('citations_one_owner', sql`num_nonnulls(figure_id, note_id, dispute_id) = 1`),
    check('citations_position', sql`(quote_start is null and quote_end is null) or quote_start < quote_end`),
    index('citations_figure').on(table.figureId, table.version),
    index('citations_note').on(table.noteId, table.version),
    index('citations_dispute').on(table.disputeId, table.version),
    index('citations_document').on(table.documentId),
    // The few in which a name is withheld: asked for whenever others of their document are shown.
    index('citations_masked').on(table.documentId).where(sql.raw(holdsMark)),
  ],
)
