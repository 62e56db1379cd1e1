import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { answerAwayItself } from '@/scripts/answer-away.mjs'

let server: http.Server | undefined

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
})

/** A server that answers as Next does for a page that leads elsewhere; `page` stands for the one that says the ledger is away. */
async function serving(location: string, page: () => Response): Promise<string> {
  server = http.createServer((_request, response) => {
    answerAwayItself(response, async () => page())
    response.statusCode = 307
    response.setHeader('location', location)
    response.setHeader('x-of-redirect', 'yes')
    response.writeHead(307)
    // What stands between Next and the response writes the head again while it is not sent.
    if (!response.headersSent) response.writeHead(307)
    response.flushHeaders()
    response.write('<p>Going elsewhere</p>')
    response.end('<p>The end</p>')
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}/crises/x`
}

const away = () =>
  new Response('<h1>Away</h1>', { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '10' } })

test('a page that leads to the one for an absent ledger answers 503 itself, with what that says', async () => {
  const response = await fetch(await serving('/unavailable?from=%2Fcrises%2Fx', away), { redirect: 'manual' })
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('10')
  expect(response.headers.get('location')).toBeNull()
  expect(response.headers.get('x-of-redirect')).toBeNull()
  expect(await response.text()).toBe('<h1>Away</h1>')
})

test('where the ledger has come back meanwhile the reader is led to the page again', async () => {
  const back = () => new Response(null, { status: 307, headers: { location: '/crises/x' } })
  const response = await fetch(await serving('/unavailable?from=%2Fcrises%2Fx', back), { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([307, '/crises/x'])
})

test('any other redirect passes as it is', async () => {
  const response = await fetch(await serving('/crises/y', away), { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([307, '/crises/y'])
  expect(await response.text()).toBe('<p>Going elsewhere</p><p>The end</p>')
})
