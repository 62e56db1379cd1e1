import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { databaseUrl, readEnv } from '@/config/env'
import { openDatabase } from '@/db/client'
import { readLoadedCrises } from '@/db/repositories/write-crisis'
import { makeDemoAccounts } from '@/scripts/demo/demo-accounts'
import { inviteFirstAdministrator } from '@/services/accounts/first-administrator'

/*
 * What a start tells of accounts: node --import tsx scripts/accounts.ts <address> [<file of the demo's passwords>]. With the file,
 * and the demo loaded, the demo's accounts are made where they are missing and printed. While nobody can administrate, a one-time link is printed by which the
 * first administrator joins; each start makes a new one.
 */
const [address = '', demoFile] = process.argv.slice(2)
const { db, close } = openDatabase(databaseUrl(), { connections: 1 })
try {
  if (demoFile && (await isDemoLoaded())) {
    const accounts = await makeDemoAccounts(db, demoFile)
    if (accounts.length > 0) console.log(`\nAccounts of the demo, to sign in at ${address}/sign-in\n${table(accounts)}`)
  }
  const token = await inviteFirstAdministrator({ db, now: new Date() })
  if (token) {
    const link = `${readEnv().ATTEST_URL ?? address}/invitations/${token}`
    console.log(
      `\nNobody can administrate yet. This link makes the first administrator, once, within 24 hours:\n${link}`,
    )
  }
} finally {
  await close()
}

/** Whether this ledger is the demo's: an office's own gets no accounts whose passwords are printed. */
async function isDemoLoaded(): Promise<boolean> {
  const names = await readdir(fileURLToPath(new URL('./demo', import.meta.url)))
  return (await readLoadedCrises(db)).some(({ slug }) => names.includes(slug))
}

function table(accounts: { email: string; password: string | null }[]): string {
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return accounts
    .map(({ email, password }) => `  ${email.padEnd(width)}  ${password ?? '(password changed or not kept here)'}`)
    .join('\n')
}
