import { isReachedByHttps } from '@/app/_server/own-address'
import { inTheirLanguage, problemResponse, responseOfError, unprocessableResponse } from '@/app/_server/problem'
import { parseJson, readJsonBytes } from '@/app/_server/read-body'
import { isSameOrigin } from '@/app/_server/same-origin'
import { answerAuth } from '@/services/accounts/answer-auth'
import type { AuthRefusal } from '@/services/accounts/auth-refusal'
import { ServiceError } from '@/services/errors'
import { ledgerConnection } from '@/services/ledger-connection'

const mostBytes = 16 * 1024

/** The door: signing in and out, passwords, authenticators. JSON from our own pages alone; what is no step of the door is 404. */
export async function POST(request: Request, { params }: { params: Promise<{ all: string[] }> }): Promise<Response> {
  return inTheirLanguage(request, await answer(request, (await params).all.join('/')))
}

async function answer(request: Request, path: string): Promise<Response> {
  try {
    if (!isSameOrigin(request)) {
      return problemResponse({
        status: 403,
        title: 'From another page',
        detail: 'This is asked by our own pages alone.',
      })
    }
    const bytes = await readJsonBytes(request, mostBytes)
    if (!(bytes instanceof Uint8Array)) return problemResponse(bytes)
    const ctx = { db: ledgerConnection().db, now: () => new Date() }
    const { headers } = request
    const input = parseJson(bytes)
    const answered = await answerAuth({ ctx, path, headers, input, isSecure: isReachedByHttps(headers) })
    const response = 'done' in answered ? Response.json(answered.done) : responseOfRefusal(answered.refusal)
    response.headers.set('Cache-Control', 'private, no-store')
    for (const cookie of answered.cookies) response.headers.append('Set-Cookie', cookie)
    return response
  } catch (error) {
    if (error instanceof ServiceError && error.errors.length > 0) return unprocessableResponse(error)
    return responseOfError(error)
  }
}

function responseOfRefusal({ status, message, pointer, retryAfter }: AuthRefusal): Response {
  const errors = pointer ? { errors: [{ pointer, message }] } : {}
  return problemResponse({ status, title: titles[status], detail: message, ...errors }, retryAfter)
}

const titles = { 400: 'Not usable', 401: 'Not signed in', 429: 'Too many tries' }
