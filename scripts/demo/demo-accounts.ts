import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { readAccountByEmail } from '@/db/repositories/read-accounts'
import { writeAccount } from '@/db/repositories/write-accounts'
import { roles } from '@/domain/workflow/actor'

/** An account of the demo as it is told: its password where it is known. */
export interface DemoAccount {
  email: string
  password: string | null
}

const emailOf = (role: string) => `${role}@example.org`

/**
 * Makes one account per role, each for all crises, unless it is there. Passwords are random, hashed in the database, and kept in `file` for
 * its owner alone; one that `file` names already is taken. Answers the accounts that can sign in.
 */
export async function makeDemoAccounts(db: Database, file: string): Promise<DemoAccount[]> {
  const passwords = await readPasswords(file)
  const accounts: DemoAccount[] = []
  for (const role of roles) {
    const email = emailOf(role)
    const known = await readAccountByEmail(db, email)
    if (known?.disabledAt) continue
    const password = passwords.get(email) ?? (known ? null : randomBytes(12).toString('base64url'))
    if (password) passwords.set(email, password)
    accounts.push({ email, password })
    if (known || !password) continue
    // Kept first: an account whose password nobody knows would be of no use.
    await writePasswords(file, passwords)
    const name = `Demo ${role}`
    const account = { id: newId(), name, email, passwordHash: await hashPassword(password), grantedBy: null }
    await db.transaction((tx) =>
      writeAccount(tx, { ...account, roles: [{ role, crisis: null }] }, new Date().toISOString()),
    )
  }
  return accounts
}

/** A line an account: address, space, password. */
async function readPasswords(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(' ')
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : []
    }),
  )
}

async function writePasswords(file: string, passwords: Map<string, string>) {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, [...passwords].map(([email, password]) => `${email} ${password}\n`).join(''), { mode: 0o600 })
  await chmod(file, 0o600)
}
