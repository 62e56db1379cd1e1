import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { askApi } from '@/tests/support/ask-api'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

let ledger: OpenLedger
let people: Record<'contributor' | 'reader', ApiPerson>
let base: string
let source: string

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  const crisis = await ledger.loadTiny()
  const [row] = await ledger.sql`select slug from crises`
  base = `/crises/${row?.slug}`
  people = {
    contributor: await signInToApi(ledger.db, 'contributor', [{ role: 'contributor', crisis }]),
    reader: await signInToApi(ledger.db, 'reader', [{ role: 'reader', crisis: null }]),
  }
  const names = [{ name: 'Human Rights Ombudsman', language: 'en' }]
  const body = { names, kind: 'ombudsman', parent: null, party: null }
  source = (await (await sendToApi(people.contributor, { address: `${base}/sources`, body })).json()).id
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

const lookUp = async (person: ApiPerson | null, kind: string, q: string) =>
  await askApi(`${base}/lookup?${new URLSearchParams({ kind, q })}`, person?.headers)

describe('looking up what an entry refers to', () => {
  test('is for people of the desk alone', async () => {
    expect((await lookUp(null, 'source', '')).status).toBe(401)
    expect((await lookUp(people.reader, 'source', '')).status).toBe(403)
    expect((await lookUp(people.contributor, 'nothing', '')).status).toBe(400)
  })

  test('finds a place by any of its names, accents and case left aside', async () => {
    const names = [
      { name: 'Stepanakert', language: 'en', usedBy: 'armenian' },
      { name: 'Xankəndi Çayı', language: 'az', usedBy: 'azerbaijani' },
      { name: 'Ստեփանակերտ', language: 'hy', usedBy: 'armenian' },
    ]
    const body = { level: 'settlement', parent: null, pcode: 'X01', point: null, names }
    const { id } = await (await sendToApi(people.contributor, { address: `${base}/places`, body })).json()
    for (const typed of ['stepanak', 'cayi', 'ՍՏԵՓԱՆ', 'x01']) {
      const { items } = await (await lookUp(people.contributor, 'place', typed)).json()
      expect(
        items.map((item: { id: string }) => item.id),
        typed,
      ).toContain(id)
    }
    const { items } = await (await lookUp(people.contributor, 'place', 'nowhere at all')).json()
    expect(items).toEqual([])
  })

  test('takes what is typed for words, never for a pattern', async () => {
    for (const typed of ['%', '_', '\\', "'", '"']) {
      const response = await lookUp(people.contributor, 'source', typed)
      expect(response.status).toBe(200)
      expect((await response.json()).items).toEqual([])
    }
  })
})

const paper = (part: Record<string, unknown> = {}) => ({
  publisher: source,
  title: 'A statement',
  url: null,
  publishedAt: '2023-09-28T14:00:00Z',
  publishedPrecision: 'minute',
  language: 'en',
  text: 'At least two people were killed and 11 wounded, the office said. Two people were killed elsewhere.',
  ...part,
})
const archive = (body: unknown) => sendToApi(people.contributor, { address: `${base}/documents`, body })

describe('archiving over the API', () => {
  test('tells which documents are there already', async () => {
    const first = await (await archive(paper({ title: 'Once' }))).json()
    const { duplicates } = await (await archive(paper({ title: 'Twice' }))).json()
    expect(duplicates.map(({ id }: { id: string }) => id)).toContain(first.id)
  })

  test('reads the text out of a file, and keeps its bytes', async () => {
    const bytes = Buffer.from(
      '<!doctype html><title>Bulletin</title><article><p>Nine people were killed.</p></article>',
    )
    const file = { bytes: bytes.toString('base64'), declaredType: 'text/html' }
    const asked = { address: `${base}/documents/read`, body: file }
    expect(await (await sendToApi(people.contributor, asked)).json()).toMatchObject({ mediaType: 'text/html' })
    const { id } = await (await archive(paper({ text: null, file }))).json()
    const [kept] = await ledger.sql`select text, bytes, media_type from documents where id = ${id}`
    expect(kept?.text).toContain('Nine people were killed.')
    expect(Buffer.from(kept?.bytes).equals(bytes)).toBe(true)
    expect(kept?.media_type).toBe('text/html')
  })

  test('refuses a file that is no document, at its field', async () => {
    const file = { bytes: Buffer.from('PK\u0003\u0004 a zip').toString('base64') }
    const response = await archive(paper({ text: null, file }))
    expect(response.status).toBe(422)
    expect((await response.json()).errors[0].message).not.toBe('')
  })
})

describe('entering figure by figure', () => {
  const figure = (document: string, part: Record<string, unknown> = {}) => ({
    indicator: 'killed',
    population: everyone,
    places: [],
    events: [],
    quantity: makeQuantity('at-least', 2, null, 'at least two'),
    unit: 'persons',
    basis: { kind: 'running-total', start: null, end: null, assumed: false },
    asOf: null,
    citations: [{ document, quote: 'At least two people were killed and 11 wounded', relation: 'direct' }],
    ...part,
  })

  test('a number that another figure of the statement says is not called unused', async () => {
    const { id: document } = await (await archive(paper({ title: 'By figures' }))).json()
    const said = { claimant: source, saidAt: null }
    const entered = await sendToApi(people.contributor, {
      address: `${base}/statements`,
      body: { ...said, figures: [figure(document)] },
    })
    const { id: statement } = await entered.json()
    const wounded = figure(document, { indicator: 'injured', quantity: makeQuantity('exact', 11, null, '11') })
    const codes = async (body: unknown) => {
      const { figures } = await (await sendToApi(people.contributor, { address: `${base}/findings`, body })).json()
      return figures[0].findings.map(({ code }: { code: string }) => code)
    }
    expect(await codes({ ...said, figures: [wounded] })).toContain('number-in-quote-unused')
    expect(await codes({ ...said, statement, figures: [wounded] })).not.toContain('number-in-quote-unused')
  })

  test('the same words twice in a text are cited where they are meant', async () => {
    const text = 'Two people were killed. Later: Two people were killed.'
    const { id: document } = await (await archive(paper({ title: 'Said twice', text }))).json()
    const quote = 'Two people were killed'
    const position = { start: text.lastIndexOf(quote), end: text.lastIndexOf(quote) + quote.length }
    const quantity = makeQuantity('exact', 2, null, 'Two')
    const cited = figure(document, { quantity, citations: [{ document, quote, relation: 'direct', position }] })
    const body = { claimant: source, saidAt: null, figures: [cited] }
    const { figures } = await (await sendToApi(people.contributor, { address: `${base}/statements`, body })).json()
    const [kept] = await ledger.sql`select quote_start from citations where figure_id = ${figures[0].id}`
    expect(kept?.quote_start).toBe(position.start)
  })
})
