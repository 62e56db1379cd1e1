import { databaseUrl } from '@/config/env'
import { openDatabase } from '@/db/client'
import { checkAuditChain } from '@/db/repositories/read-audit'

/* Recomputes the audit chain and names its first broken row: npm run audit:verify. Exits with 1 where it does not hold. */
const { db, close } = openDatabase(databaseUrl())
try {
  const { rows, head, broken } = await checkAuditChain(db)
  if (broken) {
    console.error(`The audit chain is broken at row ${broken.seq}. ${broken.message}`)
    process.exitCode = 1
  } else {
    console.log(`The audit chain holds: ${rows} rows, head ${head}.`)
  }
} finally {
  await close()
}
