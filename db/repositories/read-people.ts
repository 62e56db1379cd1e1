import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { people } from '@/db/schema/people'
import type { Actor } from '@/domain/workflow/actor'

/** Somebody who acted before, by the name under which the ledger shows them; without roles, which are asked for when one acts. */
export async function readPerson(db: Queryable, id: string): Promise<Actor> {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return { id, name: row?.name ?? id, roles: [] }
}
