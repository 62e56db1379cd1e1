import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { people } from '@/db/schema/people'
import { editions } from '@/db/schema/sitreps'
import type { MailingState, SubscriberState, Wants } from '@/domain/sending/subscription'
import type { DeliveryState, WebhookEvent } from '@/domain/sending/webhook'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/*
 * How editions go out: by mail to who asked for them, and to other programs. Unlike what the ledger holds, these rows change, and what need not be kept
 * is not: whoever ends a subscription leaves no address behind.
 */

const crisisId = () =>
  text('crisis_id')
    .notNull()
    .references(() => crises.id)

/** Who gets a crisis's sitreps by mail. The address is in lower case; it is gone once the subscription has ended. */
export const subscribers = pgTable(
  'subscribers',
  {
    id: text('id').primaryKey(),
    crisisId: crisisId(),
    email: text('email'),
    language: text('language').$type<Locale>().notNull(),
    wants: text('wants').$type<Wants>().notNull(),
    state: text('state').$type<SubscriberState>().notNull(),
    /** SHA-256 of the token in the link by which the address is confirmed, hex; null once it was. */
    confirmHash: text('confirm_hash').unique(),
    confirmBy: instant('confirm_by'),
    requestedAt: instant('requested_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('subscribers_address').on(table.crisisId, table.email),
    check('subscribers_state', sql`state in ('waiting', 'confirmed', 'ended')`),
    check('subscribers_email', sql`(email is null) = (state = 'ended')`),
    check('subscribers_waiting', sql`(state = 'waiting') = (confirm_hash is not null and confirm_by is not null)`),
    check('subscribers_confirmed', sql`state <> 'confirmed' or confirmed_at is not null`),
    check('subscribers_ended', sql`(state = 'ended') = (ended_at is not null)`),
  ],
)

/** One edition to one subscriber. Only what is surely not out is tried again, so nobody gets it twice. */
export const mailings = pgTable(
  'mailings',
  {
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscribers.id),
    sitrepId: text('sitrep_id').notNull(),
    edition: integer('edition').notNull(),
    crisisId: crisisId(),
    state: text('state').$type<MailingState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    startedAt: instant('started_at'),
    doneAt: instant('done_at'),
    /** What the mail server said, without the address. */
    error: text('error'),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.sitrepId, table.edition] }),
    foreignKey({ columns: [table.sitrepId, table.edition], foreignColumns: [editions.sitrepId, editions.edition] }),
    index('mailings_due').on(table.nextAt).where(sql`state = 'waiting'`),
    index('mailings_crisis').on(table.crisisId, table.state),
    check('mailings_state', sql`state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped')`),
  ],
)

/** An address another program is told at. Its secret is not kept: it is derived from one of the installation and its id. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    crisisId: crisisId(),
    url: text('url').notNull(),
    events: text('events').array().$type<WebhookEvent[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    endedAt: instant('ended_at'),
    endedWhy: text('ended_why'),
    /** The state of the ledger up to which corrections were looked for. */
    lookedAt: text('looked_at'),
  },
  (table) => [
    index('webhooks_crisis').on(table.crisisId),
    check('webhooks_ended', sql`(ended_at is null) = (ended_why is null)`),
  ],
)

/** One event to one address, with the bytes that are sent each time it is tried. The id is the message's, by which receivers know it again. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id),
    crisisId: crisisId(),
    event: text('event').$type<WebhookEvent>().notNull(),
    /** What it is about: `sitrep:ID:EDITION`, `figure:ID:VERSION`. */
    subject: text('subject').notNull(),
    payload: text('payload').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    nextAt: instant('next_at').notNull(),
    startedAt: instant('started_at'),
    doneAt: instant('done_at'),
    /** What the last try came to: the status that was answered, or why there was none. */
    status: integer('status'),
    error: text('error'),
    milliseconds: integer('milliseconds'),
  },
  (table) => [
    unique('webhook_deliveries_once').on(table.webhookId, table.event, table.subject),
    index('webhook_deliveries_due').on(table.nextAt).where(sql`state in ('waiting', 'sending')`),
    index('webhook_deliveries_crisis').on(table.crisisId, table.createdAt.desc()),
    check('webhook_deliveries_state', sql`state in ('waiting', 'sending', 'delivered', 'failed')`),
  ],
)
