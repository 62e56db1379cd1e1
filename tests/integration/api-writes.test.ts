import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { archiveDocument } from '@/services/archive-document'
import { askApi } from '@/tests/support/ask-api'
import { analyst, type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

let ledger: OpenLedger
let people: Record<'contributor' | 'reader' | 'stranger', ApiPerson>
let address: string
let ids: { ministry: string; town: string; paper: string; slug: string }

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  const crisis = await ledger.loadTiny()
  const [keyed] = await ledger.sql`select (select slug from crises) as slug,
    (select id from places where key = 'town') as town, (select id from sources where key = 'ministry') as ministry`
  const { id: paper } = await archiveDocument({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      publisher: keyed?.ministry,
      title: 'Statement',
      url: null,
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-28T15:00:00Z',
      text: 'The ministry said that 12 people were killed.',
      sensitivity: 'public',
    },
  })
  ids = { ministry: keyed?.ministry, town: keyed?.town, slug: keyed?.slug, paper }
  address = `/crises/${ids.slug}/statements`
  people = {
    contributor: await signInToApi(ledger.db, 'contributor', [{ role: 'contributor', crisis }]),
    reader: await signInToApi(ledger.db, 'reader', [{ role: 'reader', crisis: null }]),
    stranger: await signInToApi(ledger.db, 'stranger', []),
  }
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

const statement = (count = 12) => ({
  claimant: ids.ministry,
  saidAt: null,
  figures: [
    {
      indicator: 'killed',
      population: everyone,
      places: [{ role: 'at', id: ids.town }],
      events: [],
      quantity: makeQuantity('exact', count, null, String(count)),
      unit: 'persons',
      basis: { kind: 'running-total', start: null, end: null, assumed: false },
      asOf: null,
      citations: [{ document: ids.paper, quote: '12 people were killed', relation: 'direct' }],
    },
  ],
})
const count = async (table: 'statements' | 'audit_log') =>
  Number((await ledger.sql`select count(*) from ${ledger.sql(table)}`)[0]?.count)

describe('what is refused, in the order of the contract', () => {
  test.each([
    ['another origin', 403, { origin: 'https://elsewhere.example' }, undefined],
    ['a request of no page', 403, { origin: '' }, undefined],
    ['a form of another site', 403, { 'sec-fetch-site': 'cross-site' }, undefined],
    ['a session that is none', 401, { cookie: 'attest.session_token=x.y' }, undefined],
    ['no JSON', 415, { 'content-type': 'text/plain' }, undefined],
    ['a body too large', 413, {}, `"${'x'.repeat(1024 * 1024)}"`],
    ['a body cut short', 400, {}, '{"claimant":'],
    ['no idempotency key', 400, { 'idempotency-key': '' }, undefined],
    ['fields that are missing', 422, {}, '{}'],
  ])('%s is %i', async (_, status, headers, body) => {
    const before = await count('audit_log')
    const response = await sendToApi(people.contributor, { address, body: body ?? statement(), headers })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await count('audit_log')).toBe(before)
  })

  test('whoever lacks the role is told so, an unknown crisis is 404 before that', async () => {
    expect((await sendToApi(people.reader, { address, body: statement() })).status).toBe(403)
    expect((await sendToApi(people.stranger, { address, body: statement() })).status).toBe(403)
    expect((await sendToApi(people.stranger, { address: '/crises/atlantis/statements', body: {} })).status).toBe(404)
  })

  test('a field that cannot be used is named, U+0000 too', async () => {
    const body = { ...statement(), speaker: 'a\u0000b', claimant: 7 }
    const response = await sendToApi(people.contributor, { address, body })
    const { errors } = await response.json()
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/speaker', '/claimant']),
    )
  })
})

describe('the same request sent again', () => {
  test('three copies at once write one row and are answered alike', async () => {
    const before = await count('statements')
    const headers = { 'idempotency-key': randomUUID() }
    const body = statement()
    const answers = await Promise.all([1, 2, 3].map(() => sendToApi(people.contributor, { address, body, headers })))
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(texts).size).toBe(1)
    expect(await count('statements')).toBe(before + 1)
  })

  test('under the same key another body is 422, and another person’s key is another key', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    expect((await sendToApi(people.contributor, { address, body: statement(12), headers })).status).toBe(201)
    expect((await sendToApi(people.contributor, { address, body: statement(13), headers })).status).toBe(422)
    expect((await sendToApi(people.reader, { address, body: statement(12), headers })).status).toBe(403)
  })

  test('what was refused is not kept: mended, it goes through under the same key', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    expect((await sendToApi(people.contributor, { address, body: {}, headers })).status).toBe(422)
    expect((await sendToApi(people.contributor, { address, body: statement(), headers })).status).toBe(201)
  })

  test('rights are checked anew before a kept answer is given', async () => {
    const crisis = (await ledger.sql`select id from crises`)[0]?.id
    const leaver = await signInToApi(ledger.db, 'leaver', [{ role: 'contributor', crisis }])
    const headers = { 'idempotency-key': randomUUID() }
    expect((await sendToApi(leaver, { address, body: statement(), headers })).status).toBe(201)
    await ledger.sql`update held_roles set ended_at = now(), ended_by = user_id where user_id = ${leaver.id}`
    expect((await sendToApi(leaver, { address, body: statement(), headers })).status).toBe(403)
  })
})

test('what says whose it is goes through for that person alone', async () => {
  const body = statement()
  const named = (id: string) => ({ 'attest-user': id })
  const before = await count('statements')
  const refused = await sendToApi(people.contributor, { address, body, headers: named(people.reader.id) })
  expect([refused.status, await count('statements')]).toEqual([401, before])
  const taken = await sendToApi(people.contributor, { address, body, headers: named(people.contributor.id) })
  expect([taken.status, await count('statements')]).toEqual([201, before + 1])
})

test('findings of what is being typed come back, and nothing is written', async () => {
  const before = [await count('statements'), await count('audit_log')]
  const body = { ...statement(13) }
  const response = await sendToApi(people.contributor, { address: `/crises/${ids.slug}/findings`, body })
  expect(response.status).toBe(200)
  const { figures } = await response.json()
  expect(figures[0].findings.map(({ code }: { code: string }) => code)).toContain('number-not-in-quote')
  expect([await count('statements'), await count('audit_log')]).toEqual(before)
})

test('answers to somebody signed in are kept by nobody', async () => {
  const answer = await askApi(`/crises/${ids.slug}/figures`, people.reader.headers)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('etag')).toBeNull()
})
