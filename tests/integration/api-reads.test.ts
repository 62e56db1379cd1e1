import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { forRequest } from '@/app/_server/context'
import { askApi as get, routeMethods } from '@/tests/support/ask-api'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { exact, moreThan } from '@/tests/support/make-figure'
import { makeLedger, type TestLedger } from '@/tests/support/make-ledger'

let database: TestDatabase
let ledger: TestLedger

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  ledger = await makeLedger(database.url)
  await ledger.addDocument({ id: 'archived', text: `${'before '.repeat(40)}two people ${'after '.repeat(40)}` })
  await ledger.addFigures(
    { id: 'f1', quantity: exact(2), asOf: '2023-09-19T16:00', place: 'stepanakert', coverage: '=not a formula' },
    { id: 'f2', quantity: moreThan(200), asOf: '2023-09-20T21:30', claimant: 'ministry' },
    { id: 'f3', quantity: exact(9), asOf: '2023-09-21T10:00', indicator: 'injured', document: 'archived' },
    { id: 'f4', quantity: exact(5), asOf: null },
    { id: 'secret', quantity: exact(987654321), sensitivity: 'internal', claimant: 'informant' },
  )
  await ledger.addDispute({
    id: 'd1',
    figure: 'f1',
    by: 'ministry',
    aspect: 'unspecified',
    knownFrom: '2023-09-20T00:00:00.000Z',
  })
  await ledger.addDispute({
    id: 'hidden-dispute',
    figure: 'secret',
    by: 'ministry',
    aspect: 'unspecified',
    knownFrom: '2023-09-20T00:00:00.000Z',
  })
  await ledger.addDocument({ id: 'hidden-document', sensitivity: 'internal' })
  await ledger.addNote({ id: 'hidden-note', sensitivity: 'internal' })
  await ledger.close('f3', '2023-09-25T00:00:00.000Z', 'misread', exact(8))
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.open.close()
  await database.drop()
  vi.unstubAllEnvs()
})

const base = '/crises/test-crisis'

describe('the document of the API', () => {
  test('every method of every route file stands in it, and everything in it has a route', async () => {
    const document: {
      paths: Record<string, Record<string, { parameters: { name: string }[]; responses: Record<string, unknown> }>>
    } = await (await get('/openapi.json')).json()
    const files = Object.keys(document.paths).filter((address) => /\.(csv|xlsx)$/.test(address))
    const served = (await routeMethods())
      .filter(({ address }) => !/\{file\}|\[\.\.\.path\]|openapi\.json/.test(address))
      .flatMap(({ address, methods }) => methods.map((method) => `${method} ${address}`))
    const described = Object.entries(document.paths)
      .filter(([address]) => !files.includes(address))
      .flatMap(([address, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`))
    expect(described.sort()).toEqual(served.sort())
    const { operations } = await import('@/app/api/v1/_contract/operations')
    const lists = Object.values(operations)
      .filter(({ kind }) => kind === 'list')
      .map(({ path: address }) => address)
    expect(files.sort()).toEqual(lists.flatMap((address) => [`${address}.csv`, `${address}.xlsx`]).sort())
  })

  test('it is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const document = await (await get('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const references = JSON.stringify(document).match(/#\/[\w/]+/g) ?? []
    for (const reference of new Set(references)) {
      const found = reference
        .split('/')
        .slice(1)
        .reduce((at, key) => at?.[key], document)
      expect(found, reference).toBeDefined()
    }
  })

  test('every list answers, and what it answers is of the promised shape', async () => {
    const { operations } = await import('@/app/api/v1/_contract/operations')
    for (const operation of Object.values(operations)) {
      const { path: address, kind, answer } = operation
      if (kind !== 'list' || 'roles' in operation) continue
      const query = address.endsWith('/changes') ? '?since=2023-09-19' : ''
      const response = await get(address.replace('{crisis}', 'test-crisis') + query)
      expect(response.status, address).toBe(200)
      const { items } = await response.json()
      for (const item of items) expect(() => answer.parse(item), address).not.toThrow()
      const file = await get(`${address.replace('{crisis}', 'test-crisis')}.csv${query}`)
      expect(file.headers.get('content-type'), address).toContain('text/csv')
    }
  })
})

describe('lists', () => {
  test('page by page gives the same figures as at once, each once', async () => {
    const whole = await (await get(`${base}/figures`)).json()
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await (
        await get(`${base}/figures?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      ).json()
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id))
    expect(ids).toEqual(['f3', 'f2', 'f1', 'f4'])
  })

  test('a CSV holds every figure with its citation, numbers bare and text defused', async () => {
    const response = await get(`${base}/figures.csv?place=stepanakert`)
    expect(response.headers.get('content-disposition')).toContain('test-crisis-figures.csv')
    const rows: Record<string, string>[] = parse(await response.text(), { bom: true, columns: true })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      id: 'f1',
      low: '2',
      coverage: "'=not a formula",
      document_url: 'https://example.org/document-f1',
    })
  })

  test('an XLSX is a zip archive', async () => {
    const response = await get(`${base}/figures.xlsx`)
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  })

  test('a file of an unknown list is 404 that says what there is', async () => {
    const response = await get(`${base}/figurines.csv`)
    expect(response.status).toBe(404)
    expect((await response.json()).detail).toContain('figures')
  })
})

describe('viewpoints', () => {
  test('an earlier knownAt shows what was known then', async () => {
    const then = await (await get(`/figures/f3?knownAt=2023-09-24`)).json()
    const now = await (await get('/figures/f3')).json()
    expect([then.quantity.low, then.versions.length]).toEqual([9, 1])
    expect([now.quantity.low, now.versions.length, now.reason]).toEqual([8, 2, 'misread'])
  })

  test('changes tell what was revised between two moments', async () => {
    const { items } = await (await get(`${base}/changes?since=2023-09-24&indicator=injured`)).json()
    expect(items.map((item: { kind: string }) => item.kind)).toEqual(['revised-down'])
  })

  test('corrections tell old, new and why', async () => {
    const { items } = await (await get(`${base}/corrections`)).json()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      figure: 'f3',
      was: { quantity: { low: 9 } },
      now: { quantity: { low: 8 } },
      reason: 'misread',
      approvedBy: 'Approver',
    })
  })

  test('a denial of something unspecified stands beside the number and does not make it contested', async () => {
    const { items } = await (await get(`${base}/headlines?place=stepanakert`)).json()
    expect(items[0]).toMatchObject({ agreement: 'single', positions: [{ disputes: [{ aspect: 'unspecified' }] }] })
  })

  test('with interval=day the days between are carried forward, marked', async () => {
    const { items } = await (
      await get(`${base}/series?indicator=killed&claimant=ministry&interval=day&asOf=2023-09-22`)
    ).json()
    expect(
      items[0].closings.map(({ day, carriedForward }: { day: string; carriedForward: boolean }) => [
        day,
        carriedForward,
      ]),
    ).toEqual([
      ['2023-09-20', false],
      ['2023-09-21', true],
      ['2023-09-22', true],
    ])
  })
})

describe('what the public may not see', () => {
  test('a hidden figure is 404, as if it were not there, also with an entity tag', async () => {
    for (const tag of ['', '*']) {
      const response = await get('/figures/secret', { 'if-none-match': tag })
      expect(response.status).toBe(404)
    }
  })

  test.each([
    ['figures', 'secret'],
    ['statements', 'statement-secret'],
    ['disputes', 'hidden-dispute'],
    ['documents', 'hidden-document'],
    ['notes', 'hidden-note'],
  ])('of %s a hidden one is answered word for word as one that is not there', async (noun, id) => {
    for (const query of ['', '?asOf=zzz', '?x=1', '?knownAt=2023-09-01']) {
      const [hidden, unknown] = await Promise.all([get(`/${noun}/${id}${query}`), get(`/${noun}/unknown${query}`)])
      expect(hidden.status, query).toBe(unknown.status)
      expect((await hidden.text()).replaceAll(id, 'unknown'), query).toBe(await unknown.text())
    }
  })

  test('the short address of a hidden figure does not lead anywhere', async () => {
    const { default: FigureAddress } = await import('@/app/figures/[id]/page')
    const lead = (id: string) =>
      forRequest(new Request('http://localhost/'), async () => {
        await FigureAddress({ params: Promise.resolve({ id }) })
        return new Response('It leads nowhere.')
      }).catch(({ digest }: { digest: string }) => digest)
    expect(await lead('f1')).toContain('/crises/test-crisis/figures/f1')
    expect(await lead('secret')).toBe(await lead('unknown'))
  })

  test('no list, file or count tells of it or of who stated it', async () => {
    for (const list of ['figures', 'headlines', 'series', 'statements', 'sources', 'corrections']) {
      const text = await (await get(`${base}/${list}`)).text()
      expect(text, list).not.toMatch(/secret|informant|987654321|987,654,321/)
    }
    expect((await get(`${base}/figures?claimant=informant`)).status).toBe(400)
  })

  test('of a document there are the words around its quotes, and not the whole text', async () => {
    const document = await (await get('/documents/archived')).json()
    expect(document.text).toBeNull()
    expect(document.excerpts.map(({ quote }: { quote: string }) => quote)).toEqual(['two people'])
  })
})

describe('entity tags', () => {
  test('an unchanged answer is 304 with the same tag and no body', async () => {
    const first = await get(`${base}/figures?indicator=killed`)
    const tag = first.headers.get('etag') ?? ''
    const second = await get(`${base}/figures?indicator=killed`, { 'if-none-match': `W/${tag}, "other"` })
    expect([second.status, second.headers.get('etag'), await second.text()]).toEqual([304, tag, ''])
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(first.headers.get('vary')).toBe('Cookie, Accept-Language')
  })

  test('the order of parameters does not change it, another filter and a new figure do', async () => {
    const tagOf = async (query: string) => (await get(`${base}/figures?${query}`)).headers.get('etag')
    const tag = await tagOf('indicator=killed&limit=5')
    expect(await tagOf('limit=5&indicator=killed')).toBe(tag)
    expect(await tagOf('limit=5&indicator=injured')).not.toBe(tag)
    const either = await tagOf('indicator=killed&indicator=injured')
    expect(await tagOf('indicator=injured&indicator=killed')).toBe(either)
    await ledger.addFigures({ id: 'f5', quantity: exact(3), asOf: '2023-09-18' })
    expect(await tagOf('indicator=killed&limit=5')).not.toBe(tag)
  })
})

describe('bad input', () => {
  test.each([
    ['figures?indicator=wounded', '/indicator'],
    ['figures?status=alive', '/status'],
    ['figures?asOf=99999-01-01', '/asOf'],
    ['figures?from=2023-09-20&to=2023-09-18', '/from'],
    ['figures?from=2023-09-20&to=2023-09-19', '/from'],
    ['headlines?from=2023-09-20&to=2023-09-19', '/from'],
    ['series?from=2023-09-20&to=2023-09-19', '/from'],
    ['changes?since=2023-09-19&from=2023-09-20&to=2023-09-19', '/from'],
    ['corrections?from=2023-09-20&to=2023-09-19', '/from'],
    ['figures?asOf=', '/asOf'],
    ['figures?indicator=', '/indicator'],
    ['figures?from=', '/from'],
    ['figures?limit=', '/limit'],
    ['figures?limit=1e2', '/limit'],
    ['figures?__proto__=1', '/__proto__'],
    ['figures?limit=1001', '/limit'],
    ['figures?cursor=nonsense', '/cursor'],
    ['figures?indicater=killed', '/indicater'],
    ['figures?asOf=2023-09-19&asOf=2023-09-20', '/asOf'],
    ['figures?place=%00', '/place'],
    ['changes', '/since'],
    ['changes?since=someday', '/since'],
    ['sitreps/1?edition=0', '/edition'],
  ])('%s is 400 and names %s', async (address, pointer) => {
    const response = await get(`${base}/${address}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await response.json()).errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
  })

  test.each([
    ['changes', '"since" is missing: it must be given.'],
    ['figures?limit=1e2', '"1e2" is not a whole number in digits.'],
    ['figures?limit=1001', '"limit" must be at most 1000.'],
    ['figures?asOf=', '"asOf" is empty: give a value, or leave it out.'],
    ['figures?basis=guess', '"guess" is not a value of "basis". Known are: '],
  ])('%s is refused in a sentence', async (address, sentence) => {
    expect((await (await get(`${base}/${address}`)).json()).detail).toContain(sentence)
  })

  test('the description of the API takes no parameters', async () => {
    expect((await get('/openapi.json?x=1')).status).toBe(400)
  })

  test('a list of the whole ledger refuses what it does not know', async () => {
    expect((await get('/crises?__proto__=1')).status).toBe(400)
    expect((await get('/crises')).status).toBe(200)
  })

  test.each(['figures?place=%FF', 'figures?%E0%A4%A=1'])('undecodable bytes in %s are 400', async (address) => {
    expect((await get(`${base}/${address}`)).status).toBe(400)
  })

  test('U+0000 in an id is 400', async () => {
    expect((await get('/figures/%00')).status).toBe(400)
  })

  test('an unknown crisis is 404 that names those there are', async () => {
    const response = await get('/crises/atlantis/figures')
    expect(response.status).toBe(404)
    expect((await response.json()).detail).toContain('test-crisis')
  })

  test('an unknown crisis is 404 whatever is asked of it, and of a hidden object a bad query is refused as of none', async () => {
    expect((await get('/crises/atlantis/figures?asOf=never&x=1')).status).toBe(404)
    expect((await get('/crises/atlantis?x=1')).status).toBe(404)
    expect((await get('/figures/no-such?x=1')).status).toBe(400)
    expect((await get('/figures/secret?x=1')).status).toBe(400)
  })

  test.each([
    'figures/x',
    'documents/x',
    'notes/x',
    'statements/x',
    'events/x',
    'disputes/x',
    'crises/test-crisis/sitreps/x',
    'crises/test-crisis/sitreps/01',
    'crises/test-crisis/sitreps/1/pdf',
  ])('unknown /%s is 404', async (address) => {
    expect((await get(`/${address}`)).status).toBe(404)
  })
})
