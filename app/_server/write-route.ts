import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Asker, forRequest, getAsker } from '@/app/_server/context'
import { problemResponse, responseOfError, unprocessableResponse } from '@/app/_server/problem'
import { findUnkeepable, parseJson, readJsonBytes } from '@/app/_server/read-body'
import { readPathValues } from '@/app/_server/read-request'
import { isSameOrigin } from '@/app/_server/same-origin'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import type { Crisis } from '@/domain/crisis/crisis'
import { answerOnce } from '@/services/answer-once'
import { type Context, inCrisis } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'

/** What a handler is given: everything checked, nothing left to parse. */
export interface Written<Body, Found> {
  ctx: Context
  found: Found
  /** Path parameters. */
  params: Record<string, string>
  body: Body
  /** The version the person saw, from `If-Match`; 0 where the operation asks for none. */
  version: number
}

/** What an address is about: a crisis, or (null) the whole ledger; with what tells whether someone without a role may know of the object. */
export interface Target {
  crisis: Crisis | null
  /** Throws `not-found` where the asker may not know of the object. */
  look?: (ctx: Context) => Promise<unknown>
}

interface WriteOptions<Body, Found> {
  /** What stands now, for the answer to a stale version. */
  current?: (asked: Omit<Written<Body, Found>, 'version'>) => Promise<unknown>
  /** Runs once what was written is kept. */
  afterwards?: (asked: { params: Record<string, string> }) => void
  /** Added to the answer and kept nowhere: a secret, for whoever made what it is of. */
  reveal?: (asked: { ctx: Context; found: Found; answer: string }) => Promise<object>
}

type Handler = (
  request: Request,
  context?: { params?: Promise<Record<string, string | string[] | undefined>> | undefined },
) => Promise<Response>

const usualMostBytes = 1024 * 1024
const keyShape = /^[\x21-\x7e]{8,200}$/

/**
 * A handler that writes. Refuses in the order of the API's contract: other origin 403, no session 401, an object one may not know of 404, known but not
 * allowed 403, 413, 415, unreadable 400, `If-Match` missing 428, stale version 409, fields 422. The same `Idempotency-Key` sent again is
 * answered from what was kept, after rights were checked anew. `perform` answers what the operation promises, inside the transaction.
 */
export function writeRoute<const Route extends WriteOperation, Found extends Target>(
  operation: Route,
  find: (params: Record<string, string>) => Promise<Found>,
  perform: (asked: Written<z.output<Route['body']>, Found>) => Promise<unknown>,
  options: WriteOptions<z.output<Route['body']>, Found> = {},
): Handler {
  return (request, context) =>
    forRequest(request, async () => {
      let isReadable = false
      try {
        if (!request.headers.has('authorization') && !isSameOrigin(request)) return refusals.otherOrigin()
        const asker = await getAsker()
        if (!asker.signedIn) return refusals.noSession()
        if (isOfAnother(request, asker.signedIn.userId)) return refusals.otherUser()
        const params = readPathValues(await context?.params)
        const found = await find(params)
        const ctx = found.crisis ? inCrisis(asker.ctx, found.crisis.id) : asker.ctx
        await requireRight(operation, ctx, found)
        const bytes = await readJsonBytes(request, operation.mostBytes ?? usualMostBytes)
        if (!(bytes instanceof Uint8Array)) return problemResponse(bytes)
        const body = parseJson(bytes)
        isReadable = true
        const version = operation.isVersioned ? readVersion(request) : 0
        if (version === null) return refusals.noVersion()
        const key = request.headers.get('idempotency-key') ?? ''
        if (!operation.isAsking && !keyShape.test(key)) return refusals.noKey()
        const readBody = () => parseBody<Route['body']>(operation.body, body)
        const performIn = (ctx: Context) => perform({ ctx, found, params, body: readBody(), version })
        if (operation.isAsking) return answerTo(request, operation, await performIn(ctx))
        const work = async (ctx: Context) => {
          const answer = await performIn(ctx)
          return { status: operation.status, answer: JSON.stringify(answer ?? {}) }
        }
        const { status, answer } = await answerOnce(
          { ctx, request: keyedRequest(request, asker, { key, bytes }) },
          work,
        ).catch((error) =>
          withCurrent(error, options.current && (() => options.current?.({ ctx, found, params, body: readBody() }))),
        )
        options.afterwards?.({ params })
        const revealed = await options.reveal?.({ ctx, found, answer })
        const told = revealed ? JSON.stringify({ ...JSON.parse(answer), ...revealed }) : answer
        return new Response(told, { status, headers: answerHeaders })
      } catch (error) {
        if (error instanceof Stale) return responseOfStale(error)
        if (isReadable && error instanceof ServiceError && error.code === 'invalid') return unprocessableResponse(error)
        return responseOfError(error)
      }
    })
}

/** What waited in a browser's outbox says whose it is: the next person to sign in there must not send it as their own. */
function isOfAnother(request: Request, userId: string): boolean {
  const named = request.headers.get('attest-user')
  return named !== null && named !== userId
}

const answerHeaders = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store' }

/** The answer to what writes nothing. A file's bytes go as they are to whoever takes them so: neither written as text nor packed again. */
function answerTo(request: Request, { file, status }: WriteOperation, answer: unknown): Response {
  const { [file ?? '']: bytes, ...told } = (answer ?? {}) as Record<string, unknown>
  if (!file || !(bytes instanceof Uint8Array)) {
    return new Response(JSON.stringify(answer ?? {}), { status, headers: answerHeaders })
  }
  if (!request.headers.get('accept')?.includes('multipart/form-data')) {
    const written = { ...told, [file]: Buffer.from(bytes).toString('base64') }
    return new Response(JSON.stringify(written), { status, headers: answerHeaders })
  }
  const parts = new FormData()
  parts.set('answer', JSON.stringify(told))
  parts.set(file, new Blob([Uint8Array.from(bytes)]))
  return new Response(parts, { status, headers: { 'Cache-Control': answerHeaders['Cache-Control'] } })
}

/** Whoever lacks the role is told so only of what they may know of. */
async function requireRight(operation: WriteOperation, ctx: Context, { crisis, look }: Target): Promise<void> {
  if (operation.roles === 'anyone') return
  try {
    requireRole(ctx, crisis?.id ?? null, ...operation.roles)
  } catch (error) {
    await look?.(ctx)
    throw error
  }
}

/** The version in `If-Match`, quoted or bare; null where there is none. */
function readVersion(request: Request): number | null {
  const [, digits] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers.get('if-match')?.trim() ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}

function keyedRequest(request: Request, { signedIn }: Asker, { key, bytes }: { key: string; bytes: Uint8Array }) {
  const bodyHash = createHash('sha256')
    .update(`${request.headers.get('if-match') ?? ''}\n`)
    .update(bytes)
    .digest('hex')
  const address = `${request.method} ${new URL(request.url).pathname}`
  return { userId: signedIn?.userId ?? '', key, address, bodyHash }
}

/** @throws ServiceError `invalid` that names every field */
function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const message = 'A character that cannot be kept: take it out.'
  const unkeepable = findUnkeepable(body).map((pointer) => ({ pointer, message }))
  const result = schema.safeParse(body)
  const issues = (result.error?.issues ?? []).map((issue) => ({
    pointer: issue.path.map((name) => `/${String(name)}`).join(''),
    message: issue.message,
  }))
  if (result.success && unkeepable.length === 0) return result.data
  throw new ServiceError('invalid', 'Some fields cannot be used.', [...unkeepable, ...issues])
}

/** A conflict, told with what stands now. */
class Stale extends Error {
  readonly refusal: ServiceError
  readonly current: unknown

  constructor(refusal: ServiceError, current: unknown) {
    super(refusal.message)
    this.refusal = refusal
    this.current = current
  }
}

async function withCurrent(error: unknown, current: (() => Promise<unknown> | undefined) | undefined): Promise<never> {
  if (!(error instanceof ServiceError) || error.code !== 'conflict' || !current) throw error
  throw new Stale(error, await current())
}

function responseOfStale({ refusal: { message, errors }, current = null }: Stale): Response {
  const each = errors.length > 0 ? { errors } : {}
  return problemResponse({ status: 409, title: 'The object has changed', detail: message, ...each, current })
}

const refusals = {
  otherOrigin: () =>
    problemResponse({
      status: 403,
      title: 'From another page',
      detail: 'Writes are taken from this server’s own pages, or with an API key.',
    }),
  noSession: () =>
    problemResponse({
      status: 401,
      title: 'Not signed in',
      detail: 'Sign in, and send this again: nothing was written.',
    }),
  otherUser: () =>
    problemResponse({
      status: 401,
      title: 'Somebody else is signed in',
      detail: 'This was entered by another person: it is sent when they sign in again. Nothing was written.',
    }),
  noVersion: () =>
    problemResponse({
      status: 428,
      title: 'Which version?',
      detail: 'Send the version you saw as If-Match, so that nobody’s change is overwritten unseen.',
    }),
  noKey: () =>
    problemResponse({
      status: 400,
      title: 'No idempotency key',
      detail: 'Send an Idempotency-Key of 8 to 200 visible ASCII characters, so that a repeated request writes once.',
    }),
}
