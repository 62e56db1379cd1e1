import type { ResolvedRequest } from '@/components/drafts/resolve-submission'
import type { Problem } from '@/components/drafts/submission'
import { unattendedSince } from '@/domain/workflow/unattended'

/** What became of a request. `away`: nobody knows whether it was applied, so the same key goes again. */
export type Verdict =
  | { is: 'accepted'; status: number; answer: unknown }
  | { is: 'refused'; problem: Problem }
  | { is: 'sign-in' }
  | { is: 'away'; retryAfter: number | null }

/** The header that names whose submission it is: the server refuses it when somebody else is signed in by now. */
export const userHeader = 'Attest-User'

/** Answers of what stands before the server, or of a server that is starting: the request may be sent again unchanged. */
const passing = new Set([408, 425, 429, 502, 503, 504])

const longestAnswer = 20_000

/**
 * Sends one request and says what became of it; never throws. `actedAt`: when the person wanted it, in milliseconds since 1970, where it may go
 * long after.
 */
export async function sendRequest(
  request: ResolvedRequest,
  userId: string,
  { fetcher = fetch, actedAt = Date.now() }: { fetcher?: typeof fetch | undefined; actedAt?: number } = {},
): Promise<Verdict> {
  try {
    const response = await fetcher(request.path, {
      method: request.method,
      headers: {
        'Idempotency-Key': request.idempotencyKey,
        [userHeader]: userId,
        'Content-Type': 'application/json',
        ...unattendedSince(actedAt, Date.now()),
        ...(request.ifMatch === undefined ? {} : { 'If-Match': request.ifMatch }),
      },
      body: request.body,
      credentials: 'same-origin',
      cache: 'no-store',
      // A network that wants a sign-in of its own leads elsewhere: that is no answer of the server.
      redirect: 'manual',
      signal: AbortSignal.timeout(longestAnswer),
    })
    return await verdictOn(response)
  } catch {
    return { is: 'away', retryAfter: null }
  }
}

async function verdictOn(response: Response): Promise<Verdict> {
  const { status } = response
  if (status === 401) return { is: 'sign-in' }
  if (passing.has(status)) return { is: 'away', retryAfter: secondsIn(response.headers.get('retry-after')) }
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  if (status === 204) return { is: 'accepted', status, answer: null }
  if (response.ok) {
    return isJson ? { is: 'accepted', status, answer: await response.json() } : { is: 'away', retryAfter: null }
  }
  if (status < 400) return { is: 'away', retryAfter: null }
  const said: unknown = isJson ? await response.json() : null
  return { is: 'refused', problem: problemIn(said, status) }
}

function problemIn(said: unknown, status: number): Problem {
  const given: Record<string, unknown> = typeof said === 'object' && said !== null ? { ...said } : {}
  const title = typeof given.title === 'string' ? given.title : `Refused (${status})`
  return { ...given, title, status, detail: typeof given.detail === 'string' ? given.detail : '' }
}

function secondsIn(header: string | null): number | null {
  const seconds = Number(header)
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}
