import { sql } from 'drizzle-orm'
import { boolean, text } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { people } from '@/db/schema/people'
import type { Precision } from '@/domain/time/instant'

/**
 * What every version carries. Content is written once; `approver`, `known_from` are set together when it is approved, and `known_to`,
 * `closed_by`, `closed_reason`, `closer` together when it is corrected or withdrawn. Triggers refuse every other change.
 */
export const versionColumns = () => ({
  authorId: text('author_id')
    .notNull()
    .references(() => people.id),
  approverId: text('approver_id').references(() => people.id),
  /** Why this version replaced the last; null for a first one. */
  reason: text('reason'),
  knownFrom: instant('known_from'),
  knownTo: instant('known_to'),
  closedBy: text('closed_by').$type<'corrected' | 'withdrawn'>(),
  closedReason: text('closed_reason'),
  closerId: text('closer_id').references(() => people.id),
})

/** An interval of instants with its precision; all null where there is none. */
export const asOfColumns = () => ({
  asOfStart: instant('as_of_start'),
  asOfEnd: instant('as_of_end'),
  asOfPrecision: text('as_of_precision').$type<Precision>(),
  asOfStated: boolean('as_of_stated'),
  asOfNote: text('as_of_note'),
})

/** Approved and not closed: what is known now. For partial indexes. */
export const isOpen = sql`known_from is not null and known_to is null`

/** Entered and not approved. For partial indexes. */
export const isUnapproved = sql`known_from is null`

/** A closed version says how, why and by whom it was closed, and was known before. */
export const closingShape = sql`(known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null)`

/** An interval is whole, or absent, and does not end before it starts. */
export const asOfShape = sql`(as_of_start is null and as_of_end is null and as_of_precision is null and as_of_stated is null)
  or (as_of_start is not null and as_of_end is not null and as_of_start <= as_of_end
    and as_of_precision is not null and as_of_stated is not null)`
