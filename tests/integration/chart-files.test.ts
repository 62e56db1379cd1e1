import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { exact } from '@/tests/support/make-figure'
import { makeLedger, type TestLedger } from '@/tests/support/make-ledger'

let database: TestDatabase
let ledger: TestLedger

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  ledger = await makeLedger(database.url)
  await ledger.addFigures({ id: 'f1', quantity: exact(2) })
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.open.close()
  await database.drop()
  vi.unstubAllEnvs()
})

async function askDashboardChart(query: string): Promise<Response> {
  const { GET } = await import('@/app/crises/[crisis]/charts/[file]/route')
  const request = new Request(`http://localhost/crises/test-crisis/charts/killed.png?${query}`)
  return await GET(request, { params: Promise.resolve({ crisis: 'test-crisis', file: 'killed.png' }) })
}

async function askEditionChart(query: string): Promise<Response> {
  const { GET } = await import('@/app/crises/[crisis]/sitreps/[number]/charts/[file]/route')
  const request = new Request(`http://localhost/crises/test-crisis/sitreps/1/charts/killed.png?${query}`)
  return await GET(request, { params: Promise.resolve({ crisis: 'test-crisis', number: '1', file: 'killed.png' }) })
}

test.each([
  ['asOf=zzz', '/asOf'],
  ['indicator=wounded', '/indicator'],
  ['from=2023-09-20&to=2023-09-19', '/from'],
  ['colour=red', '/colour'],
  ['__proto__=1', '/__proto__'],
  ['width=1000000', '/width'],
  ['width=wide', '/width'],
  ['theme=pink', '/theme'],
])('a chart of the dashboard with %s is 400 and names %s', async (query, pointer) => {
  const response = await askDashboardChart(query)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect((await response.json()).errors.map((one: { pointer: string }) => one.pointer)).toEqual([pointer])
})

test.each(['edition=x', 'asOf=2023-09-19', 'width=0'])('a chart of an edition with %s is 400', async (query) => {
  expect((await askEditionChart(query)).status).toBe(400)
})

test('what can be asked is asked of the charts there are', async () => {
  expect((await askDashboardChart('asOf=2023-09-20&theme=dark&width=900')).status).toBe(404)
  expect((await askEditionChart('edition=1&theme=print')).status).toBe(404)
})
