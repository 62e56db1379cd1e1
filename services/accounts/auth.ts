import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor } from 'better-auth/plugins'
import type { Queryable } from '@/db/client'
import { newId } from '@/db/new-id'
import { readOrCreateSecret } from '@/db/repositories/installation-secrets'
import { isEnabled } from '@/db/repositories/read-accounts'
import { credentials, sessions, twoFactors, users, verifications } from '@/db/schema/accounts'
import {
  absoluteLimit,
  idleLimit,
  inSeconds,
  leastPasswordLength,
  mostPasswordLength,
} from '@/services/accounts/limits'
import { cookiePrefix } from '@/services/accounts/session-cookie'

/**
 * better-auth over the ledger's database: passwords (scrypt), sessions, authenticators. Its secret is made at the first use and kept in the
 * database. It is asked by us alone, under the address `authOrigin` (`answer-auth.ts`), which has checked where a request comes from and how often; so it
 * knows of no other address and limits nothing itself.
 */
function makeAuth(db: Queryable, secret: string, isSecure: boolean) {
  return betterAuth({
    appName: 'Attest',
    baseURL: authOrigin(isSecure),
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: users,
        session: sessions,
        account: credentials,
        verification: verifications,
        twoFactor: twoFactors,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      maxPasswordLength: mostPasswordLength,
      revokeSessionsOnPasswordReset: true,
    },
    // The cookie lives as long as a session can; how long a session lives is written in its row, and judged by `readActor`.
    session: { expiresIn: inSeconds(absoluteLimit), disableSessionRefresh: true, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    plugins: [twoFactor({ issuer: 'Attest', backupCodeOptions: { amount: 10, length: 10 } })],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await isEnabled(db, session.userId))) return false
            return { data: { ...session, expiresAt: new Date(Date.now() + idleLimit) } }
          },
        },
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: isSecure,
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-attest-client'] },
    },
    logger: {
      level: 'error',
      // That a disabled person gets no session is how it should be.
      log: (_, message, ...rest) => {
        if (message !== 'Failed to create session') console.error('better-auth:', message, ...rest)
      },
    },
    telemetry: { enabled: false },
  })
}

export type Auth = ReturnType<typeof makeAuth>

/** The address better-auth believes to be at; no browser ever sees it. */
export const authOrigin = (isSecure: boolean) => (isSecure ? 'https://attest.internal' : 'http://attest.internal')

const opened = new WeakMap<Queryable, Map<boolean, Promise<Auth>>>()

/** better-auth for a database, made at its first use; one for https, one for plain http, which differ in their cookies. */
export function openAuth(db: Queryable, isSecure: boolean): Promise<Auth> {
  const ofDatabase = opened.get(db) ?? new Map<boolean, Promise<Auth>>()
  opened.set(db, ofDatabase)
  const held = ofDatabase.get(isSecure)
  if (held) return held
  const made = readOrCreateSecret(db, 'auth', 32).then((secret) => makeAuth(db, secret.toString('base64url'), isSecure))
  ofDatabase.set(isSecure, made)
  // A database that was away is asked again.
  made.catch(() => ofDatabase.delete(isSecure))
  return made
}
