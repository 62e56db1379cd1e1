import type { z } from 'zod'
import { AnswerCache } from '@/app/_server/answer-cache'
import { type CrisisAtRevision, keyOfQuery, parseCrisisQuery, readerOf } from '@/app/_server/ask-crisis'
import { forRequest } from '@/app/_server/context'
import { hashAnswerKey, isNamedBy } from '@/app/_server/etag'
import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { checkQuery, readPathValues, readQueryValues } from '@/app/_server/read-request'
import type { Operation } from '@/app/api/v1/_contract/operation'
import type { Crisis } from '@/domain/crisis/crisis'
import type { PageRequest } from '@/domain/paging/page'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import {
  filterParameters,
  type ParsedQuery,
  parseViewpoint,
  type QueryValues,
  viewpointParameters,
} from '@/domain/viewpoint/parse-viewpoint'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import type { Role } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'

/** What a handler is given: everything checked, nothing left to parse. */
export interface Asked<Query> {
  ctx: Context
  crisis: Crisis
  /** Path parameters. */
  params: Record<string, string>
  query: Query
  viewpoint: Viewpoint
  filter: FigureFilter
  page: PageRequest
}

/** What a handler answers with. */
export interface Answer {
  body: string | Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

/** An answer in JSON. */
export function json(value: unknown): Answer {
  return { body: JSON.stringify(value), headers: { 'Content-Type': 'application/json; charset=utf-8' } }
}

interface RouteContext {
  /** Next hands none to a route without parameters. */
  params?: Promise<Record<string, string | string[] | undefined>> | undefined
}

/** Answers by entity tag, up to 64 MB of them. */
const answers = new AnswerCache<Answer>(64 * 1024 * 1024, ({ body }) => body.length)

/** The ledger at a request, where an address is about no one crisis. */
export type LedgerAtRevision = Pick<CrisisAtRevision, 'ctx' | 'revision'>

type Handler = (request: Request, context?: RouteContext) => Promise<Response>

interface RouteOptions {
  /** Whether `make` may refuse too; then it comes before a 304. */
  isGuarded?: boolean
}

/**
 * A GET handler of the read API. But for the crisis of an address the query is checked by the operation's schema first, so that a bad one is
 * refused alike whether or not there is something the reader may not know of; `find` says which crisis the address is about, or refuses; the answer is looked for under its entity tag, and made by `make` where it is not there. Refusals and failures become problem
 * documents, so that a handler only reads and answers.
 */
export function route<const Route extends Operation>(
  operation: Route,
  find: (params: Record<string, string>) => Promise<CrisisAtRevision>,
  make: (asked: Asked<z.output<Route['query']>>) => Promise<Answer>,
  options: RouteOptions = {},
): Handler {
  return handle(
    operation,
    find,
    parseCrisisQuery,
    ({ ctx, crisis }, { viewpoint, filter }, params, query) =>
      make({ ctx, crisis, params, query, viewpoint, filter, page: pageIn(query) }),
    options,
  )
}

/** The same for an address about no one crisis; days are days of UTC. */
export function ledgerRoute<const Route extends Operation>(
  operation: Route,
  find: () => Promise<LedgerAtRevision>,
  make: (asked: Omit<Asked<z.output<Route['query']>>, 'crisis' | 'filter'>) => Promise<Answer>,
): Handler {
  return handle(
    operation,
    find,
    async ({ ctx }, values) => parseViewpoint(values, noVocabulary, readerOf(ctx)),
    ({ ctx }, { viewpoint }, params, query) => make({ ctx, params, query, viewpoint, page: pageIn(query) }),
    {},
  )
}

function handle<Found extends LedgerAtRevision, Route extends Operation>(
  operation: Route,
  find: (params: Record<string, string>) => Promise<Found>,
  parse: (found: Found, values: QueryValues) => Promise<ParsedQuery>,
  make: (
    found: Found,
    parsed: ParsedQuery,
    params: Record<string, string>,
    query: z.output<Route['query']>,
  ) => Promise<Answer>,
  { isGuarded = false }: RouteOptions,
): Handler {
  return (request, context) =>
    forRequest(request, async () => {
      try {
        const params = readPathValues(await context?.params)
        const values = readQueryValues(request)
        // That a crisis exists is public, so its absence is told first; of anything else a bad query tells nothing.
        const isPublic = 'crisis' in params
        const known = isPublic ? await find(params) : null
        const { query, problems } = checkQuery<Route['query']>(values, operation.query)
        if (query === null) return invalidResponse(problems)
        const found = known ?? (await find(params))
        if (operation.roles) requireAsker(found, operation.roles)
        const parsed = await parse(found, onlyViewpoint(values))
        if (parsed.problems.length > 0) return invalidResponse(parsed.problems)

        const tag = tagOf(new URL(request.url).pathname, found, parsed, query)
        // Nobody keeps what only somebody signed in may see, so nobody asks whether it still holds.
        const isUnchanged = !found.ctx.actor && isNamedBy(tag, request.headers.get('if-none-match'))
        if (isUnchanged && !isGuarded) return notModified(tag)
        const { body, headers } = await answers.getOrMake(tag, () => make(found, parsed, params, query))
        if (isUnchanged) return notModified(tag)
        return new Response(body, { headers: { ...headers, ...(found.ctx.actor ? ownHeaders : cacheHeaders(tag)) } })
      } catch (error) {
        return responseOfError(error)
      }
    })
}

/** @throws ServiceError `unauthenticated`, `forbidden` */
function requireAsker(found: LedgerAtRevision & { crisis?: Crisis }, roles: readonly Role[]): void {
  if (!found.ctx.actor) throw new ServiceError('unauthenticated', 'Sign in to look this up.')
  requireRole(found.ctx, found.crisis?.id ?? null, ...roles)
}

const noVocabulary = { timeZone: 'UTC', indicators: [], groups: [], places: [], events: [], claimants: [] }

function onlyViewpoint(values: QueryValues): QueryValues {
  const names: string[] = [...viewpointParameters, ...filterParameters]
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}

function tagOf(path: string, { ctx, revision }: LedgerAtRevision, asked: ParsedQuery, query: Record<string, unknown>) {
  const { asOf: _, knownAt: __, ...rest } = query
  const canonical = Object.entries(rest)
    .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const { audience, locale } = ctx
  const view = keyOfQuery(asked, ctx.now().toISOString())
  return hashAnswerKey({ path, query: JSON.stringify([view, canonical]), revision, audience, locale })
}

/** Anonymous answers: everybody may keep them, and asks whether they still hold. */
function cacheHeaders(tag: string): Record<string, string> {
  return {
    ETag: `"${tag}"`,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    Vary: 'Cookie, Accept-Language',
  }
}

/** Answers to somebody signed in are theirs alone. */
const ownHeaders = { 'Cache-Control': 'private, no-store' }

function notModified(tag: string): Response {
  return new Response(null, { status: 304, headers: cacheHeaders(tag) })
}

function pageIn(query: { limit?: unknown; cursor?: unknown }): PageRequest {
  return {
    limit: typeof query.limit === 'number' ? query.limit : 100,
    cursor: typeof query.cursor === 'string' ? query.cursor : null,
  }
}
