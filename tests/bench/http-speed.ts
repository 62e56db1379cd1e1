import { once } from 'node:events'
import http from 'node:http'
import type { LargeLedger } from '@/tests/bench/large-ledger'
import { type Result, timed, timeEach } from '@/tests/bench/measure'
import { randomViewpoints } from '@/tests/bench/viewpoints'
import { startAttestProcess } from '@/tests/support/attest-process'

const crisis = 'bench-001'

/** What a reader waits for at the production server: a dashboard page made, the same from memory, and an answer that has not changed. */
export async function measureHttp({ url, figures }: LargeLedger): Promise<Result[]> {
  const attest = await startAttestProcess(url)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const moments = randomViewpoints(35, { days: 1, seed: 7 }).map(
      ({ asOf, knownAt }) => `asOf=${asOf}&knownAt=${knownAt}`,
    )
    const page = (query: string) => `${attest.address}/crises/${crisis}?${query}`
    const list = (query: string) => `${attest.address}/api/v1/crises/${crisis}/headlines?limit=100&${query}`
    const ask = (address: string, headers = {}) => get(agent, address, headers)
    const [moment = ''] = moments
    const repeated = Array.from({ length: 105 }, () => moment)
    const made = await timeEach(moments, (query) => ask(page(query)))
    const kept = await timeEach(repeated, (query) => ask(page(query)))
    const { tag } = await ask(list(moment))
    const askAgain = async (query: string) => {
      const { status } = await ask(list(query), { 'if-none-match': tag })
      if (status !== 304) throw new Error(`Expected 304, got ${status}.`)
    }
    // A server that has just begun runs code that is not compiled yet; one that thousands poll has run for long.
    const first = await timeEach(repeated, askAgain)
    const often = Array.from({ length: 1200 }, () => moment)
    const listKept = await timeEach(often, (query) => ask(list(query)), 200)
    const unchanged = await timeEach(often, askAgain, 200)
    const at = `HTTP, ${figures.toLocaleString('en')} figures, crisis of ${Math.round(figures / 20).toLocaleString('en')}`
    return [
      timed('dashboard page, whole, uncached', at, made, null),
      timed('dashboard page, whole, data cached', at, kept, null),
      timed('answer of the API, cached', at, listKept, 50),
      timed('answer of the API, unchanged (304), of a server just started', at, first, null),
      timed('answer of the API, unchanged (304)', at, unchanged, 5),
    ]
  } finally {
    agent.destroy()
    await attest.end('SIGTERM')
  }
}

/** Reads an answer whole. Throws for any status but 200 and 304. */
export async function get(agent: http.Agent, address: string, headers: http.OutgoingHttpHeaders) {
  const [answer] = (await once(http.get(address, { agent, headers }), 'response')) as [http.IncomingMessage]
  for await (const _ of answer);
  const status = answer.statusCode ?? 0
  if (status !== 200 && status !== 304) throw new Error(`${address} answered ${status}.`)
  return { status, tag: answer.headers.etag ?? '' }
}
