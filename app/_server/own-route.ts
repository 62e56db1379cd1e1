import type { z } from 'zod'
import { forRequest, getAsker } from '@/app/_server/context'
import { invalidResponse, responseOfError } from '@/app/_server/problem'
import { checkQuery, readPathValues, readQueryValues } from '@/app/_server/read-request'
import type { Target } from '@/app/_server/write-route'
import type { Operation } from '@/app/api/v1/_contract/operation'
import type { PageRequest } from '@/domain/paging/page'
import { type Context, inCrisis } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'

type Handler = (
  request: Request,
  context?: { params?: Promise<Record<string, string | string[] | undefined>> | undefined },
) => Promise<Response>

/** What a handler is given: everything checked, nothing left to parse. */
export interface OwnAsked<Query, Found> {
  ctx: Context
  found: Found
  params: Record<string, string>
  query: Query
  page: PageRequest
}

/**
 * A GET handler of what only somebody signed in may ask for, made anew for each and kept by nobody. Refuses as writes do: no session 401, an
 * object one may not know of 404, known but not allowed 403, then the query 400. About no one crisis, the service alone checks the role.
 */
export function ownRoute<const Route extends Operation, Found extends Target>(
  operation: Route,
  find: (params: Record<string, string>) => Promise<Found>,
  make: (asked: OwnAsked<z.output<Route['query']>, Found>) => Promise<unknown>,
): Handler {
  return (request, context) =>
    forRequest(request, async () => {
      try {
        const asker = await getAsker()
        if (!asker.signedIn) throw new ServiceError('unauthenticated', 'Sign in to see this.')
        const params = readPathValues(await context?.params)
        const found = await find(params)
        const ctx = found.crisis ? inCrisis(asker.ctx, found.crisis.id) : asker.ctx
        await requireRight(operation, ctx, found)
        const { query, problems } = checkQuery<Route['query']>(readQueryValues(request), operation.query)
        if (query === null) return invalidResponse(problems)
        const answer = await make({ ctx, found, params, query, page: pageIn(query) })
        return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
      } catch (error) {
        return responseOfError(error)
      }
    })
}

/** Whoever lacks the role is told so only of what they may know of. */
async function requireRight({ roles }: Operation, ctx: Context, { crisis, look }: Target): Promise<void> {
  if (!roles || crisis === null) return
  try {
    requireRole(ctx, crisis.id, ...roles)
  } catch (error) {
    await look?.(ctx)
    throw error
  }
}

function pageIn(query: { limit?: unknown; cursor?: unknown }): PageRequest {
  return {
    limit: typeof query.limit === 'number' ? query.limit : 100,
    cursor: typeof query.cursor === 'string' ? query.cursor : null,
  }
}
