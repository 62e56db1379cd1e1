import { eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { crises } from '@/db/schema/crises'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Instant } from '@/domain/time/instant'

/** Inserts a crisis; its revision begins at 1. */
export async function writeCrisis(tx: Transaction, { version: _, revision: __, ...crisis }: Crisis): Promise<void> {
  await tx.insert(crises).values(crisis)
}

/** Lets this transaction set instants of the past in a crisis marked as a reconstruction that was never loaded; has no effect on others. */
export async function beginLoading(tx: Transaction, crisisId: string): Promise<void> {
  await tx.execute(sql`select set_config('attest.loading', ${crisisId}, true)`)
}

/** Ends loading for good. */
export async function markLoaded(tx: Transaction, crisisId: string): Promise<void> {
  await tx.update(crises).set({ loadedAt: sql`ledger_clock()` }).where(eq(crises.id, crisisId))
}

/** Lets no other use case write to the crisis (null: to any) until this transaction ends; reading goes on. */
export async function lockCrisis(tx: Transaction, crisisId: string | null): Promise<void> {
  const which = crisisId === null ? sql`true` : sql`id = ${crisisId}`
  await tx.execute(sql`select from crises where ${which} order by id for no key update`)
}

/** What writing to a crisis depends on; undefined where there is none with that id. */
export async function readCrisisForWriting(db: Queryable, id: string) {
  const [row] = await db.select().from(crises).where(eq(crises.id, id))
  return row
}
export type CrisisForWriting = NonNullable<Awaited<ReturnType<typeof readCrisisForWriting>>>

/** Every crisis with when its loading was finished, if it was. */
export async function readLoadedCrises(
  db: Queryable,
): Promise<{ id: string; slug: string; loadedAt: Instant | null }[]> {
  return await db.select({ id: crises.id, slug: crises.slug, loadedAt: crises.loadedAt }).from(crises)
}
