import { boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { sources } from '@/db/schema/sources'
import type { Precision } from '@/domain/time/instant'

/** One utterance of one claimant. `said_*`: when it was said, an interval; null where nobody tells. */
export const statements = pgTable(
  'statements',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key'),
    claimantId: text('claimant_id')
      .notNull()
      .references(() => sources.id),
    speaker: text('speaker'),
    occasion: text('occasion'),
    saidStart: instant('said_start'),
    saidEnd: instant('said_end'),
    saidPrecision: text('said_precision').$type<Precision>(),
    saidStated: boolean('said_stated'),
    saidNote: text('said_note'),
  },
  (table) => [
    unique('statements_key').on(table.crisisId, table.key),
    index('statements_claimant').on(table.claimantId),
  ],
)
