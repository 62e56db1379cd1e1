import net from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let gate: Gate

/** A port before the database that can be shut, so that the database is away for those who come through it. */
interface Gate {
  url: string
  shut: () => Promise<void>
  open: () => Promise<void>
}

async function makeGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    client.pipe(upstream).pipe(client)
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The gate has no port.')
  const url = new URL(target)
  url.host = `127.0.0.1:${address.port}`
  return {
    url: url.href,
    open: () => listen(address.port),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  gate = await makeGate(database.url)
  vi.stubEnv('DATABASE_URL', gate.url)
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await gate.shut()
  await database.drop()
  vi.unstubAllEnvs()
})

test('while the database is away reads are 503 with Retry-After, and they heal by themselves', async () => {
  const { GET } = await import('@/app/api/v1/crises/route')
  const { GET: isReady } = await import('@/app/readyz/route')
  const ask = () => GET(new Request('http://localhost/api/v1/crises'), { params: Promise.resolve({}) })
  expect((await ask()).status).toBe(200)
  expect((await isReady()).status).toBe(200)

  await gate.shut()
  const away = await ask()
  expect(away.status).toBe(503)
  expect(away.headers.get('retry-after')).toBe('5')
  expect(away.headers.get('content-type')).toContain('application/problem+json')
  expect((await away.json()).detail).toMatch(/database/i)
  expect((await isReady()).status).toBe(503)

  for (let asked = 0; asked < 12; asked++) {
    const began = performance.now()
    expect((await ask()).status).toBe(503)
    expect(performance.now() - began).toBeLessThan(2000)
  }

  await gate.open()
  await vi.waitFor(async () => expect((await ask()).status).toBe(200), { timeout: 10_000, interval: 200 })
  expect((await isReady()).status).toBe(200)
})

test('the page for an absent database speaks the language of the page that was wanted', async () => {
  const { GET } = await import('@/app/unavailable/route')
  const ask = async (from: string, cookie?: string) => {
    const address = `http://localhost/unavailable?from=${encodeURIComponent(from)}`
    const answer = await GET(new Request(address, cookie ? { headers: { cookie } } : {}))
    return { status: answer.status, page: await answer.text(), to: answer.headers.get('location') }
  }
  await gate.shut()
  const plain = await ask('/crises/x')
  expect(plain.status).toBe(503)
  expect(plain.page).toContain('<html lang="en" dir="ltr">')
  expect(plain.page).toContain('The ledger cannot be reached')
  const chosen = await ask('/crises/x', 'theme=dark; locale=ru')
  expect(chosen.page).toContain('<html lang="ru" dir="ltr">')
  expect(chosen.page).toContain('Реестр сейчас недоступен')
  const asked = await ask('/crises/x?lang=ar', 'locale=ru')
  expect(asked.page).toContain('<html lang="ar" dir="rtl">')
  expect(asked.page).toContain('لا يمكن الوصول إلى السجل الآن')
  expect(asked.page).toContain('href="/crises/x?lang=ar"')
  await gate.open()
  await vi.waitFor(async () => expect(await ask('/crises/x')).toMatchObject({ status: 307, to: '/crises/x' }), {
    timeout: 10_000,
    interval: 200,
  })
})
