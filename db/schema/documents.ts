import { index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { bytes, instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { sources } from '@/db/schema/sources'
import type { Precision } from '@/domain/time/instant'
import type { Audience } from '@/domain/viewpoint/viewpoint'

/**
 * Something published that can be cited. `published_at` is the end of the stated interval (a day's end in the crisis's zone); `sha256`
 * is of the original bytes, else of the text's UTF-8; `full_text` says who may read the whole text.
 */
export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    crisisId: text('crisis_id')
      .notNull()
      .references(() => crises.id),
    key: text('key'),
    publisherId: text('publisher_id')
      .notNull()
      .references(() => sources.id),
    title: text('title').notNull(),
    url: text('url'),
    publishedAt: instant('published_at'),
    publishedPrecision: text('published_precision').$type<Precision>(),
    language: text('language').notNull(),
    retrievedAt: instant('retrieved_at').notNull(),
    text: text('text'),
    bytes: bytes('bytes'),
    mediaType: text('media_type'),
    sha256: text('sha256'),
    sensitivity: text('sensitivity').$type<Audience>().notNull(),
    fullText: text('full_text').$type<Audience>().notNull(),
    knownFrom: instant('known_from').notNull(),
  },
  (table) => [
    unique('documents_key').on(table.crisisId, table.key),
    index('documents_newest').on(table.crisisId, table.publishedAt.desc(), table.id),
  ],
)
