import { eq, lt, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { rateLimits } from '@/db/schema/accounts'

/** At most so many tries within a window, in milliseconds, that begins with the first of them. */
export interface Limit {
  most: number
  window: number
}

/**
 * Counts a try before it is made, so that tries at once cannot slip past together. Answers the seconds to wait where the limit is spent,
 * else null.
 */
export async function countTry(db: Queryable, key: string, { most, window }: Limit, now: Date): Promise<number | null> {
  const at = now.toISOString()
  const isOver = sql`${rateLimits.began} <= ${new Date(now.getTime() - window).toISOString()}`
  const [row] = await db
    .insert(rateLimits)
    .values({ key, count: 1, began: at })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimits.count} + 1 end`,
        began: sql`case when ${isOver} then ${at}::timestamptz else ${rateLimits.began} end`,
      },
    })
    .returning({ count: rateLimits.count, began: rateLimits.began })
  if (!row || row.count <= most) return null
  return Math.max(1, Math.ceil((Date.parse(row.began) + window - now.getTime()) / 1000))
}

/** Takes back a try that was no failure. */
export async function forgiveTry(db: Queryable, key: string): Promise<void> {
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(eq(rateLimits.key, key))
}

/** Forgets the tries of a key. */
export async function forgetTries(db: Queryable, key: string): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, key))
}

/** Forgets every window that began before an instant. */
export async function dropOldTries(db: Queryable, before: Date): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.began, before.toISOString()))
}
