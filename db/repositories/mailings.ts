import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { mailings, subscribers } from '@/db/schema/sending'
import { sitreps } from '@/db/schema/sitreps'
import type { ListedMailing, MailingState } from '@/domain/sending/subscription'
import type { Instant } from '@/domain/time/instant'

export type MailingKey = Pick<typeof mailings.$inferSelect, 'subscriberId' | 'sitrepId' | 'edition'>

/**
 * Makes a mailing for each confirmed subscriber and each edition published since they confirmed, and after `since`; one that there is stays as it is, so
 * that however many ask for it, each is made once.
 */
export async function makeMailings(db: Queryable, { now, since }: { now: Instant; since: Instant }): Promise<void> {
  await db.execute(sql`
    insert into mailings (subscriber_id, sitrep_id, edition, crisis_id, state, next_at)
    select subscribers.id, editions.sitrep_id, editions.edition, editions.crisis_id, 'waiting', ${now}::timestamptz
    from editions join subscribers on subscribers.crisis_id = editions.crisis_id
    where subscribers.state = 'confirmed' and editions.published_at > subscribers.confirmed_at
      and editions.published_at > ${since}::timestamptz and editions.published_at <= ${now}::timestamptz
    on conflict do nothing`)
}

/** Takes the mailing that is due longest, for this process alone; null where none is due. */
export async function takeMailing(db: Queryable, now: Instant) {
  const [row] = await db
    .update(mailings)
    .set({ state: 'sending', attempts: sql`${mailings.attempts} + 1`, startedAt: now })
    .where(
      sql`(${mailings.subscriberId}, ${mailings.sitrepId}, ${mailings.edition}) = (
        select subscriber_id, sitrep_id, edition from mailings
        where state = 'waiting' and next_at <= ${now}::timestamptz
        order by next_at limit 1 for update skip locked)`,
    )
    .returning()
  return row ?? null
}

/** Keeps what became of a mailing this process took. */
export async function settleMailing(
  db: Queryable,
  key: MailingKey,
  outcome: { state: MailingState; doneAt?: Instant; nextAt?: Instant; error: string | null },
): Promise<void> {
  await db
    .update(mailings)
    .set(outcome)
    .where(
      and(
        eq(mailings.subscriberId, key.subscriberId),
        eq(mailings.sitrepId, key.sitrepId),
        eq(mailings.edition, key.edition),
        eq(mailings.state, 'sending'),
      ),
    )
}

/** Mailings whose process ended while it sent them: nobody knows whether they are out, so they are not sent again. */
export async function giveUpInterrupted(db: Queryable, startedBefore: Instant, now: Instant): Promise<void> {
  await db
    .update(mailings)
    .set({ state: 'unknown', doneAt: now, error: 'Interrupted while it was sent.' })
    .where(and(eq(mailings.state, 'sending'), sql`${mailings.startedAt} < ${startedBefore}::timestamptz`))
}

/** How many mailings of a crisis came to what. */
export async function countMailings(db: Queryable, crisisId: string) {
  return await db
    .select({ state: mailings.state, count: count() })
    .from(mailings)
    .where(eq(mailings.crisisId, crisisId))
    .groupBy(mailings.state)
}

/** Mailings of a crisis that are not out for sure, or were refused; the newest first, at most `most`. */
export async function listTroubledMailings(db: Queryable, crisisId: string, most: number): Promise<ListedMailing[]> {
  return await db
    .select({
      number: sitreps.number,
      edition: mailings.edition,
      language: subscribers.language,
      domain: sql<string | null>`split_part(${subscribers.email}, '@', 2)`,
      state: mailings.state,
      attempts: mailings.attempts,
      at: sql<string>`${mailings.startedAt}`.mapWith(mailings.startedAt),
      error: mailings.error,
    })
    .from(mailings)
    .innerJoin(subscribers, eq(subscribers.id, mailings.subscriberId))
    .innerJoin(sitreps, eq(sitreps.id, mailings.sitrepId))
    .where(
      and(
        eq(mailings.crisisId, crisisId),
        sql`${mailings.startedAt} is not null`,
        sql`(${inArray(mailings.state, ['failed', 'unknown'])} or (${mailings.state} = 'waiting' and ${mailings.error} is not null))`,
      ),
    )
    .orderBy(desc(mailings.startedAt))
    .limit(most)
}
