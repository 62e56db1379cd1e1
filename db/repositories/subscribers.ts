import { and, count, eq, lt, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { subscribers } from '@/db/schema/sending'
import type { Wants } from '@/domain/sending/subscription'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

export interface NewSubscriber {
  id: string
  crisisId: string
  email: string
  language: Locale
  wants: Wants
  confirmHash: string
  confirmBy: Instant
  requestedAt: Instant
}

/**
 * Keeps that an address was given, until it is confirmed; given again before, the newest link is the one that opens. Answers the subscriber's id
 * where the address is subscribed already, and changes nothing then; else null.
 */
export async function writeSubscriber(db: Queryable, row: NewSubscriber): Promise<string | null> {
  const { language, wants, confirmHash, confirmBy, requestedAt } = row
  const written = await db
    .insert(subscribers)
    .values({ ...row, state: 'waiting' })
    .onConflictDoUpdate({
      target: [subscribers.crisisId, subscribers.email],
      set: { language, wants, confirmHash, confirmBy, requestedAt },
      setWhere: eq(subscribers.state, 'waiting'),
    })
    .returning({ id: subscribers.id })
  if (written.length > 0) return null
  const [known] = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(eq(subscribers.crisisId, row.crisisId), eq(subscribers.email, row.email)))
  return known?.id ?? null
}

const isOpen = (confirmHash: string, now: Instant) =>
  and(
    eq(subscribers.confirmHash, confirmHash),
    eq(subscribers.state, 'waiting'),
    sql`${subscribers.confirmBy} > ${now}::timestamptz`,
  )

/** The subscription a link confirms, while it opens. */
export async function findWaiting(db: Queryable, confirmHash: string, now: Instant) {
  const [row] = await db.select().from(subscribers).where(isOpen(confirmHash, now))
  return row
}

/** Confirms the address of a link. Answers the subscriber, or undefined where the link opens no longer. */
export async function confirmSubscriber(tx: Transaction, confirmHash: string, now: Instant) {
  const [row] = await tx
    .update(subscribers)
    .set({ state: 'confirmed', confirmedAt: now, confirmHash: null, confirmBy: null })
    .where(isOpen(confirmHash, now))
    .returning()
  return row
}

export async function readSubscriber(db: Queryable, id: string) {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id))
  return row
}

/** Ends a subscription and forgets its address. Answers whether it stood. */
export async function endSubscriber(tx: Transaction, id: string, now: Instant): Promise<boolean> {
  const ended = await tx
    .update(subscribers)
    .set({ state: 'ended', email: null, confirmHash: null, confirmBy: null, endedAt: now })
    .where(and(eq(subscribers.id, id), sql`${subscribers.state} <> 'ended'`))
    .returning({ id: subscribers.id })
  return ended.length > 0
}

/** Forgets addresses whose link was not opened in time. */
export async function forgetUnconfirmed(db: Queryable, before: Instant): Promise<void> {
  await db.delete(subscribers).where(and(eq(subscribers.state, 'waiting'), lt(subscribers.confirmBy, before)))
}

/** How many subscribe to a crisis, by state, language and what they want. */
export async function countSubscribers(db: Queryable, crisisId: string) {
  const { state, language, wants } = subscribers
  return await db
    .select({ state, language, wants, count: count() })
    .from(subscribers)
    .where(eq(subscribers.crisisId, crisisId))
    .groupBy(state, language, wants)
    .orderBy(state, language, wants)
}
