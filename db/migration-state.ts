import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'

/** Whether every migration of this release was applied; false too where none ever was. Throws where the database is away. */
export async function isMigrated(db: Queryable): Promise<boolean> {
  const [table] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`)
  if (!table?.exists) return false
  const [row] = await db.execute(sql`select count(*)::int as applied from drizzle.__drizzle_migrations`)
  return Number(row?.applied) >= journal.entries.length
}
