import { hashPassword } from 'better-auth/crypto'
import { newId } from '@/db/new-id'
import { writeAccount } from '@/db/repositories/write-accounts'
import type { HeldRole, Role } from '@/domain/workflow/actor'
import { type AuthAnswer, answerAuth } from '@/services/accounts/answer-auth'
import { readActor } from '@/services/accounts/read-actor'
import type { Context } from '@/services/context'
import type { OpenLedger } from '@/tests/support/open-ledger'

export const password = 'correct horse battery staple'
let hash: Promise<string> | undefined

/** Makes a person who can sign in with `password`; roles are for all crises unless they say otherwise. */
export async function addAccount(
  { db }: Pick<OpenLedger, 'db'>,
  roles: readonly (Role | HeldRole)[],
  { name = 'A person', email = `${newId()}@example.org` }: { name?: string; email?: string } = {},
) {
  hash ??= hashPassword(password)
  const held = roles.map((role) => (typeof role === 'string' ? { role, crisis: null } : role))
  const account = { id: newId(), name, email, passwordHash: await hash, roles: held, grantedBy: null }
  await db.transaction((tx) => writeAccount(tx, account, new Date().toISOString()))
  return account
}

/** A browser at the door: keeps the cookies it is given. `address`: where it is in the network. */
export function openBrowser({ db }: Pick<OpenLedger, 'db'>, { address = newId(), now = () => new Date() } = {}) {
  const jar = new Map<string, string>()
  const headers = () => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({ 'x-attest-client': address, ...(cookie ? { cookie } : {}) })
  }
  return {
    jar,
    headers,
    ask: async (path: string, input: Record<string, unknown> = {}): Promise<AuthAnswer> => {
      const answer = await answerAuth({ ctx: { db, now }, path, headers: headers(), input, isSecure: false })
      for (const line of answer.cookies) {
        const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
        if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
        else jar.set(name, value)
      }
      return answer
    },
    whoAmI: async () => readActor({ db, headers: headers(), now: now() }),
  }
}

/** A context of whoever is signed in at a browser. */
export async function contextOf(
  ledger: OpenLedger,
  browser: Pick<ReturnType<typeof openBrowser>, 'whoAmI'>,
): Promise<Context> {
  return ledger.as((await browser.whoAmI())?.actor ?? null)
}
