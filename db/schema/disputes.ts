import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { figures } from '@/db/schema/figures'
import { sources } from '@/db/schema/sources'
import { closingShape, isOpen, isUnapproved, versionColumns } from '@/db/schema/version-columns'
import type { Dispute } from '@/domain/figure/figure'
import type { Precision } from '@/domain/time/instant'

/** A source denies or questions a figure, through all versions. */
export const disputes = pgTable(
  'disputes',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key'),
    figureId: text('figure_id')
      .notNull()
      .references(() => figures.id),
  },
  (table) => [unique('disputes_key').on(table.crisisId, table.key), index('disputes_figure').on(table.figureId)],
)

export const disputeVersions = pgTable(
  'dispute_versions',
  {
    disputeId: text('dispute_id')
      .notNull()
      .references(() => disputes.id),
    version: integer('version').notNull(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    byId: text('by_id')
      .notNull()
      .references(() => sources.id),
    aspect: text('aspect').$type<Dispute['aspect']>().notNull(),
    statedStart: instant('stated_start'),
    statedEnd: instant('stated_end'),
    statedPrecision: text('stated_precision').$type<Precision>(),
    statedStated: boolean('stated_stated'),
    statedNote: text('stated_note'),
    words: text('words').notNull(),
    ...versionColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.disputeId, table.version] }),
    uniqueIndex('dispute_versions_one_open').on(table.disputeId).where(isOpen),
    check('dispute_versions_closing', closingShape),
    index('dispute_versions_waiting').on(table.crisisId).where(isUnapproved),
    index('dispute_versions_known_from').on(table.crisisId, table.knownFrom),
  ],
)
