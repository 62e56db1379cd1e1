import { and, eq, lt, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { idempotencyKeys } from '@/db/schema/idempotency-keys'

export interface KeyedRequest {
  userId: string
  key: string
  /** Method and path. */
  address: string
  bodyHash: string
}

export type KeyedAnswer = { status: number; answer: string }

/**
 * Takes the key for this transaction; null where it is free. Where another transaction holds it, waits for its end. An answer that was
 * given is handed back, `other-request` where the key was used for something else.
 */
export async function takeKey(tx: Transaction, request: KeyedRequest): Promise<KeyedAnswer | 'other-request' | null> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ ...request, at: sql<string>`ledger_clock()` })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length > 0) return null
  const [held] = await tx.select().from(idempotencyKeys).where(isKey(request))
  if (!held || held.address !== request.address || held.bodyHash !== request.bodyHash) return 'other-request'
  return { status: held.status ?? 200, answer: held.answer ?? 'null' }
}

/** Keeps the answer under the key this transaction took. */
export async function keepAnswer(tx: Transaction, request: KeyedRequest, answer: KeyedAnswer): Promise<void> {
  await tx.update(idempotencyKeys).set(answer).where(isKey(request))
}

/** Forgets answers older than 30 days. */
export async function forgetOldKeys(db: Queryable): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.at, sql<string>`now() - interval '30 days'`))
}

const isKey = ({ userId, key }: KeyedRequest) => and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key))
