import { localeOfCookies } from '@/app/_i18n/locale-of'
import { sayRefusal } from '@/app/_i18n/say-refusal'
import { type ErrorCode, ServiceError } from '@/services/errors'

/** One field of a request that is wrong: where (a JSON pointer; for a query, the parameter's name) and what to do. */
export interface FieldProblem {
  pointer: string
  message: string
}

/** A problem document (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  errors?: FieldProblem[]
  /** Of a stale version: what stands now. */
  current?: unknown
}

/** The status and title of each code a service may refuse with: the only place where codes become HTTP. */
const answers: Record<ErrorCode, { status: number; title: string }> = {
  'not-found': { status: 404, title: 'Not found' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  invalid: { status: 400, title: 'The request cannot be read' },
  conflict: { status: 409, title: 'The object has changed' },
  'too-many': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'The ledger cannot be reached' },
}

/** The response for a problem. `retryAfter`: seconds after which it is worth asking again. */
export function problemResponse(problem: Omit<Problem, 'type'>, retryAfter?: number): Response {
  const body: Problem = { type: 'about:blank', ...problem }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(retryAfter ? { 'Retry-After': String(retryAfter) } : {}),
    },
  })
}

/** 400 with every field that is wrong. */
export function invalidResponse(errors: FieldProblem[]): Response {
  const detail =
    errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} values are impossible; see "errors".`
  return problemResponse({ ...answers.invalid, detail, errors })
}

/** 422 for a write whose fields cannot be used. */
export function unprocessableResponse({ message, errors }: ServiceError): Response {
  if (errors.length === 0) return problemResponse({ status: 422, title: 'Not usable', detail: message })
  return problemResponse({ status: 422, title: 'Some fields cannot be used', detail: message, errors })
}

/** Seconds after which a refusal may be another. */
const retryAfterOf = (code: ErrorCode) => (code === 'unavailable' ? 5 : code === 'too-many' ? 60 : undefined)

/** The response for whatever a handler threw. What is no refusal of ours is a defect: logged here, and told without its innards. */
export function responseOfError(error: unknown): Response {
  if (error instanceof ServiceError) {
    const { status, title } = answers[error.code]
    const errors = error.errors.length > 0 ? { errors: error.errors } : {}
    return problemResponse({ status, title, detail: error.message, ...errors }, retryAfterOf(error.code))
  }
  console.error(error)
  return problemResponse({
    status: 500,
    title: 'Attest failed',
    detail: 'The answer could not be made. The failure was written to the log of the server.',
  })
}

/**
 * A problem in the language of the page that sent the request, as its cookie tells. Programs, which have no such cookie, are answered in English;
 * so is whoever sends a key.
 */
export async function inTheirLanguage(request: Request, response: Response): Promise<Response> {
  const locale = request.headers.has('authorization') ? null : localeOfCookies(request.headers.get('cookie'))
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  if (!isProblem || locale === null || locale === 'en') return response
  const problem: Problem = await response.json()
  const say = (sentence: string) => sayRefusal(sentence, locale)
  const detail = await say(problem.detail)
  const errors = await Promise.all(
    (problem.errors ?? []).map(async ({ pointer, message }) => ({ pointer, message: await say(message) })),
  )
  const { status, headers } = response
  return new Response(JSON.stringify({ ...problem, detail, ...(problem.errors ? { errors } : {}) }), {
    status,
    headers,
  })
}
