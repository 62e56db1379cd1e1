import { fileURLToPath } from 'node:url'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { openDatabase, type Transaction } from '@/db/client'
import { indicators } from '@/db/schema/indicators'
import { codelist } from '@/domain/indicator/codelist'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
const oldestVersion = 15
/** Any number: held while migrating, so that two starts at once migrate once. */
const migrationLock = 4_271_960

/**
 * Brings the database at `url` to this release's schema and fills the codelist with rows it lacks. Safe to run again, and at once from two
 * processes.
 * @throws Error with one sentence where the server is older than 15; the driver's own where it cannot be reached.
 */
export async function migrate(url: string): Promise<void> {
  const { db, sql: connection, close } = openDatabase(url, { connections: 1 })
  try {
    const [server] = await connection`select current_setting('server_version_num')::int / 10000 as version`
    if (server && server.version < oldestVersion) {
      throw new Error(`The database server is PostgreSQL ${server.version}: ${oldestVersion} or newer is needed.`)
    }
    await connection`select pg_advisory_lock(${migrationLock})`
    await runMigrations(db, { migrationsFolder })
    await db.transaction(fillCodelist)
  } finally {
    await close()
  }
}

/** Adds missing rows alone: an office may have changed labels and limits of the others. */
async function fillCodelist(tx: Transaction) {
  const known = await tx.select({ key: indicators.key }).from(indicators)
  const keys = new Set(known.map(({ key }) => key))
  const missing = codelist
    .map((indicator, position) => ({ ...indicator, position }))
    .filter(({ key }) => !keys.has(key))
  if (missing.length > 0) await tx.insert(indicators).values(missing)
}
