import { and, eq, isNotNull } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { figures } from '@/db/schema/figures'
import { notes } from '@/db/schema/notes'

/** The ids of a crisis's figures and notes by the keys they had in the dataset they were loaded from. */
export async function readKeys(
  db: Queryable,
  crisisId: string,
): Promise<Record<'figure' | 'note', ReadonlyMap<string | null, string>>> {
  const keyed = async (table: typeof figures | typeof notes) => {
    const rows = await db
      .select({ id: table.id, key: table.key })
      .from(table)
      .where(and(eq(table.crisisId, crisisId), isNotNull(table.key)))
    return new Map(rows.map(({ id, key }) => [key, id]))
  }
  return { figure: await keyed(figures), note: await keyed(notes) }
}
