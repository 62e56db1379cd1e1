import { databaseUrl } from '@/config/env'
import { type OpenDatabase, openDatabase } from '@/db/client'

/** Kept on the global object: a development server reloads this module, and each reload would open another pool. */
const holder: typeof globalThis & { attestLedger?: OpenDatabase } = globalThis

/** The connection pool of this process to the ledger at DATABASE_URL, opened at the first use. */
export function ledgerConnection(): OpenDatabase {
  holder.attestLedger ??= openDatabase(databaseUrl())
  return holder.attestLedger
}
