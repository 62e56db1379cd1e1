import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { webhookDeliveries, webhooks } from '@/db/schema/sending'
import type { DeliveryState, WebhookEvent } from '@/domain/sending/webhook'
import type { Instant } from '@/domain/time/instant'

export type WebhookRow = typeof webhooks.$inferSelect

export async function writeWebhook(
  tx: Transaction,
  row: Pick<WebhookRow, 'id' | 'crisisId' | 'url' | 'events' | 'createdAt' | 'createdBy'>,
): Promise<void> {
  await tx.insert(webhooks).values(row)
}

/** Ends a webhook of a crisis; what still waits for it has failed. Answers whether it stood. */
export async function endWebhook(
  db: Queryable,
  { id, crisisId, at, why }: { id: string; crisisId: string; at: Instant; why: string },
): Promise<boolean> {
  const ended = await db
    .update(webhooks)
    .set({ endedAt: at, endedWhy: why })
    .where(and(eq(webhooks.id, id), eq(webhooks.crisisId, crisisId), isNull(webhooks.endedAt)))
    .returning({ id: webhooks.id })
  if (ended.length === 0) return false
  await db
    .update(webhookDeliveries)
    .set({ state: 'failed', doneAt: at, error: why })
    .where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'waiting')))
  return true
}

/** The webhooks of a crisis, those that stand first, with who registered them. */
export async function listWebhookRows(db: Queryable, crisisId: string) {
  return await db
    .select({
      id: webhooks.id,
      url: webhooks.url,
      events: webhooks.events,
      createdAt: webhooks.createdAt,
      createdBy: people.name,
      endedAt: webhooks.endedAt,
      endedWhy: webhooks.endedWhy,
    })
    .from(webhooks)
    .innerJoin(people, eq(people.id, webhooks.createdBy))
    .where(eq(webhooks.crisisId, crisisId))
    .orderBy(sql`${webhooks.endedAt} is not null`, asc(webhooks.createdAt))
}

/** The webhooks that stand, of all crises, for an event. */
export async function listStanding(db: Queryable, event: WebhookEvent): Promise<WebhookRow[]> {
  return await db
    .select()
    .from(webhooks)
    .where(sql`${webhooks.endedAt} is null and ${event} = any(${webhooks.events})`)
    .orderBy(asc(webhooks.crisisId), asc(webhooks.id))
}

/** Keeps up to which state of the ledger corrections were looked for. */
export async function noteLooked(db: Queryable, id: string, lookedAt: string): Promise<void> {
  await db.update(webhooks).set({ lookedAt }).where(eq(webhooks.id, id))
}

/** The editions published since a webhook was registered, and after `since`, of which it was not told yet. */
export async function listUntoldEditions(
  db: Queryable,
  { id, crisisId, createdAt }: WebhookRow,
  { now, since }: { now: Instant; since: Instant },
): Promise<{ sitrepId: string; edition: number }[]> {
  const rows = await db.execute(sql`
    select editions.sitrep_id, editions.edition from editions
    where editions.crisis_id = ${crisisId} and editions.published_at > ${createdAt}::timestamptz
      and editions.published_at > ${since}::timestamptz and editions.published_at <= ${now}::timestamptz
      and not exists (select from webhook_deliveries where webhook_id = ${id} and event = 'sitrep.published'
        and subject = 'sitrep:' || editions.sitrep_id || ':' || editions.edition)
    order by editions.published_at`)
  return rows.map((row) => ({ sitrepId: String(row.sitrep_id), edition: Number(row.edition) }))
}

/** Keeps that an event is to be told to a webhook; where that is kept already, changes nothing. */
export async function writeDelivery(
  db: Queryable,
  row: Pick<
    typeof webhookDeliveries.$inferSelect,
    'id' | 'webhookId' | 'crisisId' | 'event' | 'subject' | 'payload' | 'createdAt'
  >,
): Promise<void> {
  await db
    .insert(webhookDeliveries)
    .values({ ...row, state: 'waiting', nextAt: row.createdAt })
    .onConflictDoNothing()
}

/**
 * Takes the delivery that is due longest, for this process alone, with the address it goes to; null where none is due. One whose process ended
 * is due again: receivers know a message by its id.
 */
export async function takeDelivery(db: Queryable, { now, interrupted }: { now: Instant; interrupted: Instant }) {
  const [row] = await db
    .update(webhookDeliveries)
    .set({ state: 'sending', attempts: sql`${webhookDeliveries.attempts} + 1`, startedAt: now })
    .where(
      sql`${webhookDeliveries.id} = (
        select id from webhook_deliveries
        where (state = 'waiting' and next_at <= ${now}::timestamptz)
          or (state = 'sending' and started_at < ${interrupted}::timestamptz)
        order by next_at limit 1 for update skip locked)`,
    )
    .returning()
  if (!row) return null
  const [webhook] = await db.select({ url: webhooks.url }).from(webhooks).where(eq(webhooks.id, row.webhookId))
  return { ...row, url: webhook?.url ?? '' }
}

/** Keeps what came of the try a process took. `startedAt` tells its try from one that came after it. */
export async function settleDelivery(
  db: Queryable,
  { id, startedAt }: { id: string; startedAt: Instant | null },
  outcome: {
    state: DeliveryState
    nextAt?: Instant
    doneAt?: Instant
    status: number | null
    error: string | null
    milliseconds: number
  },
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set(outcome)
    .where(
      and(
        eq(webhookDeliveries.id, id),
        eq(webhookDeliveries.state, 'sending'),
        sql`${webhookDeliveries.startedAt} = ${startedAt}::timestamptz`,
      ),
    )
}

/** Makes a delivery of a crisis due again, from its first try, where its webhook stands. Answers whether there is such a one. */
export async function redeliverRow(
  tx: Transaction,
  { id, crisisId, now }: { id: string; crisisId: string; now: Instant },
): Promise<boolean> {
  const due = await tx
    .update(webhookDeliveries)
    .set({ state: 'waiting', attempts: 0, nextAt: now, doneAt: null })
    .where(
      sql`${webhookDeliveries.id} = ${id} and ${webhookDeliveries.crisisId} = ${crisisId} and ${webhookDeliveries.state} <> 'sending'
        and exists (select from webhooks where webhooks.id = ${webhookDeliveries.webhookId} and ended_at is null)`,
    )
    .returning({ id: webhookDeliveries.id })
  return due.length > 0
}

/** The newest deliveries of a crisis, at most `most`. */
export async function listDeliveryRows(db: Queryable, crisisId: string, most: number) {
  const { payload: _, crisisId: __, webhookId, startedAt: ___, ...shown } = getTableColumns(webhookDeliveries)
  return await db
    .select({ ...shown, webhook: webhookId, url: webhooks.url })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(eq(webhookDeliveries.crisisId, crisisId))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(most)
}
