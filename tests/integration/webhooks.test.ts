import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isPrivateAddress } from '@/services/sending/post-webhook'
import { analyst, type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { publishTiny } from '@/tests/support/publish-tiny'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

vi.mock('@/app/_server/jobs', () => ({ finishPress: async () => {}, sendOutSoon: async () => {} }))

interface Received {
  path: string
  headers: http.IncomingHttpHeaders
  body: string
}

/** A receiver that answers each path as it is told: with a status, or not at all. */
const received: Received[] = []
const manners = new Map<string, number | 'silent' | 'redirect'>()
const receiver = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const path = request.url ?? ''
    received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() })
    const manner = manners.get(path) ?? 200
    if (manner === 'silent') return
    if (manner === 'redirect') response.writeHead(302, { location: '/elsewhere' }).end()
    else response.writeHead(manner).end('{}')
  })
})

let ledger: OpenLedger
let chief: ApiPerson
let origin: string

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  vi.stubEnv('ATTEST_URL', 'https://figures.example.org')
  vi.stubEnv('WEBHOOK_ALLOWED_HOSTS', `127.0.0.1:${port}`)
  const crisis = await ledger.loadTiny()
  chief = await signInToApi(ledger.db, 'chief', [{ role: 'administrator', crisis }])
})
afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  vi.unstubAllEnvs()
  await ledger.close()
  receiver.closeAllConnections()
  receiver.close()
})
beforeEach(async () => {
  received.length = 0
  manners.clear()
  await ledger.sql`update webhooks set ended_at = now(), ended_why = 'test' where ended_at is null`
  await ledger.sql`update webhook_deliveries set state = 'failed' where state <> 'delivered'`
})

const base = '/crises/tiny/webhooks'
const register = (path: string, events = ['sitrep.published']) =>
  sendToApi(chief, { address: base, body: { url: `${origin}${path}`, events } })
const list = async () => {
  const { askApi } = await import('@/tests/support/ask-api')
  return await (await askApi(base, chief.headers)).json()
}
const deliver = async (minutes = 0) => {
  const { deliverWebhooks } = await import('@/services/sending/deliver-webhooks')
  const now = () => new Date(Date.now() + minutes * 60_000)
  return await deliverWebhooks({ ctx: { ...ledger.as(null), now } })
}
const to = (path: string) => received.filter((one) => one.path === path)

describe('registering', () => {
  test('answers the secret once: neither the log nor the kept answer holds it', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const body = { url: `${origin}/once?key=hidden`, events: ['sitrep.published'] }
    const response = await sendToApi(chief, { address: base, body, headers })
    expect(response.status).toBe(201)
    const { id, secret } = await response.json()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const kept = JSON.stringify([
      await ledger.sql`select answer from idempotency_keys`,
      await ledger.sql`select * from webhooks`,
      await ledger.sql`select * from audit_log`,
      await list(),
    ])
    expect(kept).toContain(id)
    expect(kept).not.toContain(secret)
    expect(JSON.stringify(await ledger.sql`select * from audit_log`)).not.toContain('hidden')
  })

  test.each([
    'http://example.org/',
    'https://user:pass@example.org/',
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://nobody-has-this-name.invalid/',
    'ftp://example.org/',
    'not an address',
  ])('refuses %s', async (url) => {
    const response = await sendToApi(chief, { address: base, body: { url, events: ['sitrep.published'] } })
    expect(response.status).toBe(422)
    expect((await response.json()).errors[0].pointer).toBe('/url')
  })

  test('knows which addresses of the network are nobody’s on the internet', () => {
    const own = [
      '0.0.0.0',
      '100.64.1.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ]
    const own6 = [
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      'ff02::1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
      '::ffff:8.8.8.8',
    ]
    for (const address of [...own, ...own6, 'nonsense'])
      expect([address, isPrivateAddress(address)]).toEqual([address, true])
    const others = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1']
    for (const address of others) expect([address, isPrivateAddress(address)]).toEqual([address, false])
  })
})

describe('an edition', () => {
  test('is told once to each address, signed as Standard Webhooks asks, however many workers do it', async () => {
    const { secret } = await (await register('/a')).json()
    await register('/b', ['correction.published'])
    const { number, contentHash } = await publishTiny(ledger)
    await Promise.all(Array.from({ length: 5 }, () => deliver()))
    expect(to('/b')).toEqual([])
    expect(to('/a')).toHaveLength(1)
    const [message] = to('/a')
    const { headers, body } = message ?? { headers: {} as http.IncomingHttpHeaders, body: '' }
    expect(JSON.parse(body)).toMatchObject({
      type: 'sitrep.published',
      timestamp: expect.stringMatching(/Z$/),
      data: {
        crisis: 'tiny',
        number,
        edition: 1,
        contentHash,
        url: expect.stringContaining('https://figures.example.org/crises/tiny/'),
      },
    })
    const id = String(headers['webhook-id'])
    const seconds = String(headers['webhook-timestamp'])
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60)
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    expect(await deliver(60)).toBe(0)
  }, 30_000)

  test('is told again under the same id until the address takes it', async () => {
    await register('/heals')
    manners.set('/heals', 500)
    await publishTiny(ledger)
    await deliver()
    const [failed] = (await list()).deliveries
    expect(failed).toMatchObject({ state: 'waiting', status: 500, attempts: 1 })
    expect(await deliver()).toBe(0)
    manners.delete('/heals')
    expect(await deliver(1)).toBe(1)
    const [told] = (await list()).deliveries
    expect(told).toMatchObject({ id: failed.id, state: 'delivered', status: 200, attempts: 2 })
    expect(new Set(to('/heals').map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(to('/heals').map(({ body }) => body)).size).toBe(1)
  }, 30_000)

  test('whose address is silent is given up for now after 10 s, without keeping others waiting; the last try fails', async () => {
    await register('/silent')
    await register('/quick')
    manners.set('/silent', 'silent')
    await publishTiny(ledger)
    const began = Date.now()
    const round = deliver()
    await vi.waitFor(() => expect(to('/quick')).toHaveLength(1), { timeout: 5000 })
    expect(Date.now() - began).toBeLessThan(5000)
    await round
    const { deliveries } = await list()
    const silent = deliveries.find(({ url }: { url: string }) => url.endsWith('/silent'))
    expect(silent).toMatchObject({ state: 'waiting', status: null, error: 'No answer within 10 s.' })
    manners.set('/silent', 503)
    let minutes = 0
    for (const wait of [1, 6, 31, 121, 301, 601, 841, 1201, 1441]) {
      minutes += wait
      await deliver(minutes)
    }
    const last = (await list()).deliveries.find(({ url }: { url: string }) => url.endsWith('/silent'))
    expect(last).toMatchObject({ state: 'failed', attempts: 10, status: 503 })
  }, 40_000)

  test('can be told once more by hand', async () => {
    await register('/again')
    await publishTiny(ledger)
    await deliver()
    const [{ id }] = (await list()).deliveries
    const address = `/crises/tiny/webhook-deliveries/${id}/redeliver`
    expect((await sendToApi(chief, { address, body: {} })).status).toBe(200)
    await deliver()
    expect(to('/again').map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
    const unknown = '/crises/tiny/webhook-deliveries/none/redeliver'
    expect((await sendToApi(chief, { address: unknown, body: {} })).status).toBe(404)
  }, 30_000)

  test('whose worker died is told again, under the same id', async () => {
    await register('/dying')
    await publishTiny(ledger)
    manners.set('/dying', 500)
    await deliver()
    await ledger.sql`update webhook_deliveries set state = 'sending', started_at = now() where state = 'waiting'`
    manners.delete('/dying')
    expect(await deliver(1)).toBe(0)
    expect(await deliver(3)).toBe(1)
    expect(new Set(to('/dying').map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  }, 30_000)
})

describe('an address', () => {
  test('that answers it is gone is told nothing more; one that leads on is not followed', async () => {
    await register('/gone')
    await register('/leads')
    manners.set('/gone', 410)
    manners.set('/leads', 'redirect')
    await publishTiny(ledger)
    await deliver()
    await publishTiny(ledger)
    await deliver()
    expect(to('/gone')).toHaveLength(1)
    expect(to('/elsewhere')).toEqual([])
    const { webhooks, deliveries } = await list()
    expect(webhooks.find(({ url }: { url: string }) => url.endsWith('/gone'))?.endedWhy).toContain('410')
    expect(deliveries[0]).toMatchObject({ status: 302, error: expect.stringContaining('not followed') })
  }, 30_000)

  test('that was removed is told nothing more', async () => {
    const { id } = await (await register('/removed')).json()
    await publishTiny(ledger)
    expect((await sendToApi(chief, { address: `${base}/${id}/remove`, body: {} })).status).toBe(200)
    expect((await sendToApi(chief, { address: `${base}/${id}/remove`, body: {} })).status).toBe(404)
    await deliver()
    expect(to('/removed')).toEqual([])
  }, 30_000)

  test('that leads into a private network by the time it is told is not reached', async () => {
    const { id } = await (await register('/moved')).json()
    await ledger.sql`update webhooks set url = 'https://localhost/moved' where id = ${id}`
    await publishTiny(ledger)
    await deliver()
    expect((await list()).deliveries[0]).toMatchObject({
      state: 'waiting',
      status: null,
      error: expect.stringContaining('private network'),
    })
  }, 30_000)
})

test('a correction is told once, as everybody may see it', async () => {
  await register('/corrections', ['correction.published'])
  const { withdrawVersion } = await import('@/services/withdraw-version')
  const [figure] =
    await ledger.sql`select f.id, f.crisis_id, v.version from figures f join figure_versions v on v.figure_id = f.id
    where f.key = 'count-killed' and v.known_to is null`
  const input = { crisis: figure?.crisis_id, kind: 'figure', id: figure?.id, version: figure?.version } as const
  await withdrawVersion({ ctx: ledger.as(analyst), input: { ...input, reason: 'It was misread.' } })
  await deliver()
  await deliver()
  expect(to('/corrections')).toHaveLength(1)
  expect(JSON.parse(to('/corrections')[0]?.body ?? '{}')).toMatchObject({
    type: 'correction.published',
    data: { crisis: 'tiny', kind: 'figure', figure: figure?.id, now: null, reason: 'It was misread.' },
  })
}, 30_000)
