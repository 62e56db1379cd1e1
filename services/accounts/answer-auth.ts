import { readAccount, readAccountByEmail } from '@/db/repositories/read-accounts'
import { endSessionOfToken, noteUsedCode } from '@/db/repositories/write-sessions'
import { sha256 } from '@/db/sha256'
import { authOrigin, openAuth } from '@/services/accounts/auth'
import { type AuthRefusal, needsSession, refusalOfCode, tooMany, wrongCode } from '@/services/accounts/auth-refusal'
import { type AuthStep, authStepAt } from '@/services/accounts/auth-steps'
import { countTries, forgiveTries, triesOf } from '@/services/accounts/count-tries'
import { codeLifetime } from '@/services/accounts/limits'
import { pendingUser } from '@/services/accounts/pending-user'
import { readActor, type SignedIn } from '@/services/accounts/read-actor'
import { nobody, recordAct } from '@/services/accounts/record-act'
import { cookiesWithoutSession, sessionTokenOf } from '@/services/accounts/session-cookie'
import type { Context } from '@/services/context'
import { toServiceError } from '@/services/database-errors'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'

/** What was done at the door; `secondFactor`: a code is still owed before one is signed in. */
export interface AuthDone {
  secondFactor: boolean
  /** Of a new authenticator: the address an app reads from a QR code. */
  totpURI?: string
  /** Recovery codes, shown once. */
  backupCodes?: string[]
}

/** Done or refused, with the cookies to set (`Set-Cookie`). */
export type AuthAnswer = ({ done: AuthDone } | { refusal: AuthRefusal }) & { cookies: string[] }

/** A request to the door, of which the caller has checked that it comes from our own pages. */
export interface AuthRequest {
  ctx: Pick<Context, 'db' | 'now'>
  /** Below `/api/auth/`. */
  path: string
  headers: Headers
  input: unknown
  /** Whether the browser reached us by https: its cookies are then kept for https. */
  isSecure: boolean
}

/**
 * Signing in and out, passwords and authenticators: asks better-auth, counts failures by network address and by account, and tells the
 * audit log what was done and what failed.
 * @throws ServiceError `not-found` (no such path), `invalid`, `unavailable`
 */
export async function answerAuth(request: AuthRequest): Promise<AuthAnswer> {
  const step = authStepAt(request.path)
  if (!step) throw new ServiceError('not-found', 'There is no such address.')
  const input = parseInput(step.schema, request.input as Record<string, unknown>)
  try {
    return await take(request, step, input)
  } catch (error) {
    throw toServiceError(error)
  }
}

async function take(request: AuthRequest, step: AuthStep, input: Record<string, unknown>): Promise<AuthAnswer> {
  const { db, now } = request.ctx
  const signedIn = step.needsSession ? await readActor({ db, headers: request.headers, now: now() }) : null
  if (step.needsSession && signedIn?.via !== 'session') return { refusal: needsSession, cookies: [] }

  const email = step.guessesPassword ? await emailOf(request, input, signedIn) : null
  const tries = triesOf(request.headers, request.path, email)
  const wait = await countTries(db, tries, now())
  if (wait !== null) return { refusal: tooMany(wait), cookies: [] }

  const auth = await openAuth(db, request.isSecure)
  const pending = step.needsSession ? null : await pendingUser(auth, request.headers, input)
  const response = await auth.handler(toBetterAuth(request, step, input))
  const body = await readBody(response)
  const cookies = response.headers.getSetCookie()
  const actor = signedIn?.actor ?? body.user ?? pending
  const refusal = response.ok ? await refuseUsedCode(request, input, actor, body) : readRefusal(request, response, body)
  if (refusal) {
    const who = actor ?? (email === null ? null : await readAccountByEmail(db, email)) ?? null
    const subject = who ? `user:${who.id}` : `address:${sha256(email ?? '').slice(0, 16)}`
    await recordAct(db, { actor: who ?? nobody, action: `${step.action}-failed`, subject })
    return { refusal, cookies: response.ok ? [] : cookies }
  }
  await forgiveTries(db, tries, now())
  const old = step.needsSession ? null : sessionTokenOf(request.headers)
  if (old) await endSessionOfToken(db, old)
  const secondFactor = body.twoFactorRedirect === true
  if (actor && !secondFactor) await recordAct(db, { actor, action: step.action, subject: `user:${actor.id}` })
  const { totpURI, backupCodes } = body
  return { done: { secondFactor, ...(totpURI && { totpURI }), ...(backupCodes && { backupCodes }) }, cookies }
}

/** The address whose password may be guessed at: the one given, or that of whoever is signed in. */
async function emailOf({ ctx }: AuthRequest, input: Record<string, unknown>, signedIn: SignedIn | null) {
  if (typeof input.email === 'string') return input.email
  return signedIn ? ((await readAccount(ctx.db, signedIn.userId))?.email ?? null) : null
}

/** What better-auth is asked. Where a step is for nobody, the session that may be there is left out, and ended once the step is done. */
function toBetterAuth(
  { path, headers, isSecure }: AuthRequest,
  step: AuthStep,
  input: Record<string, unknown>,
): Request {
  const origin = authOrigin(isSecure)
  const passed = new Headers({ origin, 'content-type': 'application/json' })
  const cookie = step.needsSession ? headers.get('cookie') : cookiesWithoutSession(headers)
  if (cookie) passed.set('cookie', cookie)
  for (const name of ['user-agent', 'x-attest-client']) passed.set(name, headers.get(name)?.slice(0, 400) ?? '')
  const body = JSON.stringify({ ...input, ...step.adds })
  return new Request(`${origin}/api/auth/${step.path ?? path}`, { method: 'POST', headers: passed, body })
}

interface AuthBody {
  code?: string
  token?: string
  user?: { id: string; name: string }
  twoFactorRedirect?: boolean
  totpURI?: string
  backupCodes?: string[]
}

async function readBody(response: Response): Promise<AuthBody> {
  const text = await response.text()
  return text ? ((JSON.parse(text) as AuthBody | null) ?? {}) : {}
}

/** @throws Error for what is no refusal but a defect */
function readRefusal({ path }: AuthRequest, response: Response, body: AuthBody): AuthRefusal {
  const refusal = refusalOfCode(path, body.code ?? '')
  if (refusal) return refusal
  throw new Error(`better-auth answered ${path} with ${response.status} ${body.code ?? ''}.`)
}

/** A code of an authenticator opens once, also within the half minute it is valid: whoever looked over a shoulder has no use for it. */
async function refuseUsedCode(
  { ctx, path }: AuthRequest,
  input: Record<string, unknown>,
  actor: { id: string } | null,
  { token }: AuthBody,
): Promise<AuthRefusal | null> {
  const isOfApp = path === 'two-factor/verify-totp' || path === 'two-factor/confirm'
  if (!isOfApp || !actor) return null
  const at = ctx.now()
  const forget = new Date(at.getTime() - codeLifetime)
  const isNew = await noteUsedCode(ctx.db, { userId: actor.id, code: String(input.code), at, forget })
  // To set up an authenticator opens nothing: its first code is only noted.
  if (isNew || path === 'two-factor/confirm') return null
  if (token) await endSessionOfToken(ctx.db, token)
  return wrongCode
}
