import { z } from 'zod'
import { type Asker, forRequest, getAsker } from '@/app/_server/context'
import { problemResponse, responseOfError, unprocessableResponse } from '@/app/_server/problem'
import { findUnkeepable, parseJson, readJsonBytes } from '@/app/_server/read-body'
import { isSameOrigin } from '@/app/_server/same-origin'
import { acceptInvitation } from '@/services/accounts/accept-invitation'
import { invitePerson, revokeInvitation } from '@/services/accounts/invite-person'
import {
  changeRoles,
  disablePerson,
  enablePerson,
  removeSecondFactor,
  signOutPerson,
} from '@/services/accounts/manage-person'
import { changeOwnName, createApiKey, revokeApiKey, signOutEverywhere } from '@/services/accounts/own-account'
import { makeResetLink, requestReset } from '@/services/accounts/reset-password'
import { ServiceError } from '@/services/errors'

/**
 * What is done to accounts, from our own pages alone. Outside of `/api/v1`: what it answers (links, keys) is shown once and must not be kept
 * for a repeated request, and no key of a program may make accounts or other keys.
 */
type Act = (asked: { ctx: Asker['ctx']; input: never; headers: Headers }) => Promise<unknown>

/** Whoever holds a link, or has forgotten a password, is not signed in. */
const forAnyone: Record<string, Act> = {
  'accept-invitation': acceptInvitation,
  'request-reset': ({ ctx, headers, input }) =>
    requestReset({ ctx, headers, email: String((input as { email?: unknown }).email ?? '') }),
}
/** About one person, invitation or key, named by its id. */
const forNamed: Record<string, Act> = {
  'revoke-invitation': revokeInvitation,
  'change-roles': changeRoles,
  'disable-person': disablePerson,
  'enable-person': enablePerson,
  'sign-out-person': signOutPerson,
  'remove-second-factor': removeSecondFactor,
  'make-reset-link': makeResetLink,
  'revoke-api-key': revokeApiKey,
}
const forSession: Record<string, Act> = {
  ...forNamed,
  'invite-person': invitePerson,
  'change-name': changeOwnName,
  'sign-out-everywhere': signOutEverywhere,
  'create-api-key': createApiKey,
}

const mostBytes = 64 * 1024
/** Ids are texts; what else there is, each service checks for itself. */
const id = z.string('Name it by its id.').max(80)
const namedSchema = z.looseObject({ id })
const bodySchema = z.looseObject({ id: id.optional() })

export async function POST(request: Request, { params }: { params: Promise<{ action: string }> }): Promise<Response> {
  return await forRequest(request, async () => {
    try {
      const { action } = await params
      const isForAnyone = Object.hasOwn(forAnyone, action)
      const act = isForAnyone ? forAnyone[action] : Object.hasOwn(forSession, action) ? forSession[action] : undefined
      if (!act) return problemResponse({ status: 404, title: 'Not found', detail: 'There is no such address.' })
      if (!isSameOrigin(request)) {
        return problemResponse({
          status: 403,
          title: 'From another page',
          detail: 'This is asked by our own pages alone.',
        })
      }
      const { ctx, signedIn } = await getAsker()
      if (!isForAnyone && signedIn?.via !== 'session') {
        throw new ServiceError('unauthenticated', 'You are no longer signed in. Sign in again; nothing was changed.')
      }
      const bytes = await readJsonBytes(request, mostBytes)
      if (!(bytes instanceof Uint8Array)) return problemResponse(bytes)
      const input = readBody(bytes, Object.hasOwn(forNamed, action) ? namedSchema : bodySchema)
      const answer = await act({ ctx, input: input as never, headers: request.headers })
      return Response.json(answer ?? {}, { headers: { 'Cache-Control': 'private, no-store' } })
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'invalid') return unprocessableResponse(error)
      return responseOfError(error)
    }
  })
}

/** @throws ServiceError `invalid` for what is no object of usable values */
function readBody(bytes: Uint8Array, schema: z.ZodType): unknown {
  const body = parseJson(bytes)
  const message = 'A character that cannot be kept: take it out.'
  const unkeepable = findUnkeepable(body).map((pointer) => ({ pointer, message }))
  const result = schema.safeParse(body)
  if (result.success && unkeepable.length === 0) return result.data
  const issues = (result.error?.issues ?? []).map(({ path, message }) => ({
    pointer: path.map((name) => `/${String(name)}`).join(''),
    message,
  }))
  throw new ServiceError('invalid', 'Some fields cannot be used.', [...unkeepable, ...issues])
}
