import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { people } from '@/db/schema/people'

/** Makes sure that people who act are known by id; a name that was kept stays as it is. */
export async function writePeople(tx: Transaction, persons: readonly { id: string; name: string }[]): Promise<void> {
  const rows = persons.map(({ id, name }) => ({ id, name, createdAt: sql<string>`ledger_clock()` }))
  await tx.insert(people).values(rows).onConflictDoNothing()
}
