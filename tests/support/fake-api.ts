/** What the line does to one request: lets it through, loses it on the way there, or loses the answer. */
export type Line = 'open' | 'lost-before' | 'lost-after' | 'gateway-away'

export interface Applied {
  path: string
  body: unknown
  ifMatch: string | null
  userId: string | null
}

/**
 * The API's write door as its contract has it: each idempotency key is applied once and answered alike afterwards; a key that comes with
 * another body, or for another user than is signed in, is refused. A body `{ refuse: status }` is refused with a problem.
 */
export class FakeApi {
  readonly applied: Applied[] = []
  requests = 0
  /** For each request to come; then the line is open. */
  line: Line[] = []
  isAway = false
  signedIn: string | null
  private readonly answers = new Map<string, { sent: string; answer: unknown }>()

  constructor(signedIn: string | null) {
    this.signedIn = signedIn
  }

  fetch: typeof fetch = async (path, init) => {
    this.requests += 1
    const line = this.isAway ? 'lost-before' : (this.line.shift() ?? 'open')
    await new Promise((resolve) => setImmediate(resolve))
    if (line === 'lost-before') throw new TypeError('Failed to fetch')
    if (line === 'gateway-away') return new Response('<h1>Bad gateway</h1>', { status: 502 })
    const response = this.answer(String(path), init ?? {})
    await new Promise((resolve) => setImmediate(resolve))
    if (line === 'lost-after') throw new TypeError('Failed to fetch')
    return response
  }

  private answer(path: string, init: RequestInit): Response {
    const headers = new Headers(init.headers)
    const userId = headers.get('attest-user')
    if (this.signedIn === null || userId !== this.signedIn) return problem(401, 'Sign in')
    const key = headers.get('idempotency-key')
    if (!key) return problem(400, 'No key')
    const sent = `${init.method} ${path} ${init.body}`
    const known = this.answers.get(key)
    if (known) return known.sent === sent ? json(201, known.answer) : problem(422, 'The key came with another body')
    const body = JSON.parse(String(init.body))
    if (body.refuse) return problem(body.refuse, 'Refused', { current: { version: 7 } })
    this.applied.push({ path, body, ifMatch: headers.get('if-match'), userId })
    const answer = { id: `made-${this.applied.length}`, version: 1, 'a/b': { '~': 'deep' } }
    this.answers.set(key, { sent, answer })
    return json(201, answer)
  }
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}

function problem(status: number, title: string, more = {}): Response {
  const body = { type: 'about:blank', title, status, detail: `${title}.`, ...more }
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } })
}
