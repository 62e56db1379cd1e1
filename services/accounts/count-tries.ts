import type { Queryable } from '@/db/client'
import { countTry, dropOldTries, forgetTries, forgiveTry, type Limit } from '@/db/repositories/rate-limits'
import { sha256 } from '@/db/sha256'
import { failuresOfAccount, failuresOfAddress } from '@/services/accounts/limits'

/** Where a try is counted: for the network address and path, and, where it may be a guess at a password, for the account. */
export interface Tries {
  address: string
  account: string | null
}

/** `email`: the address one signs in with, in lower case, whether or not anybody has it. */
export function triesOf(headers: Headers, path: string, email: string | null): Tries {
  // Set by the server that stands before the pages; the development server has none and counts for all.
  const address = headers.get('x-attest-client') ?? 'any'
  return { address: `address:${address}|${path}`, account: email === null ? null : `account:${sha256(email)}` }
}

/** Counts a try, before it is made. Answers the seconds to wait where there were too many failures, else null. */
export async function countTries(db: Queryable, { address, account }: Tries, now: Date): Promise<number | null> {
  const limits: [string | null, Limit][] = [
    [address, failuresOfAddress],
    [account, failuresOfAccount],
  ]
  for (const [key, limit] of limits) {
    const wait = key === null ? null : await countTry(db, key, limit, now)
    if (wait !== null) return wait
  }
  return null
}

/** Only failures count: takes back a try that went well, and forgets what failed for the account before. */
export async function forgiveTries(db: Queryable, { address, account }: Tries, now: Date): Promise<void> {
  await forgiveTry(db, address)
  if (account !== null) await forgetTries(db, account)
  await dropOldTries(db, new Date(now.getTime() - Math.max(failuresOfAddress.window, failuresOfAccount.window)))
}
