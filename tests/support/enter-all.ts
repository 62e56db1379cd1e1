import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { makeCrisis } from '@/tests/support/make-crisis'
import { as, beSignedInAs } from '@/tests/support/sign-in'

const text =
  'The office said that 3,141 people had registered at the hall, 271 of them children. Families slept in the school. The government denied it.'

const origin = () => test.info().project.use.baseURL ?? ''

/** Sends a write as whoever is signed in at this page. */
export async function send(page: Page, method: 'post' | 'patch', path: string, data: object, version?: number) {
  const response = await page.request[method](`/api/v1${path}`, {
    data,
    headers: {
      origin: origin(),
      'idempotency-key': randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
  })
  expect(response.ok(), await response.text()).toBe(true)
  return await response.json()
}

/** A crisis with a document, from which a contributor entered a figure with its part, a note and a denial. */
export async function enterAll(browser: Browser, page: Page) {
  const administrator = await as(browser, 'administrator')
  const { slug } = await makeCrisis(administrator.request, origin())
  await administrator.context().close()
  await beSignedInAs(page, 'contributor')
  const base = `/crises/${slug}`
  const look = async (kind: string, q: string) =>
    (await (await page.request.get(`/api/v1${base}/lookup?kind=${kind}&q=${q}`)).json()).items[0].id as string
  const [ombudsman, government, place] = [
    await look('source', 'Human'),
    await look('source', 'Baku'),
    await look('place', 'Stepanakert'),
  ]
  const document = await send(page, 'post', `${base}/documents`, {
    publisher: ombudsman,
    title: 'Registration at the hall',
    url: null,
    publishedAt: '2023-10-20T10:00:00Z',
    publishedPrecision: 'minute',
    language: 'en',
    text,
    sensitivity: 'public',
  })
  const cite = (quote: string) => [{ document: document.id, quote, relation: 'direct' }]
  const figure = (count: number, words: string, quote: string, change: object = {}) => ({
    indicator: 'registered',
    population: everyone,
    places: [{ role: 'at', id: place }],
    events: [],
    quantity: makeQuantity('exact', count, null, words),
    unit: 'persons',
    basis: { kind: 'running-total', start: null, end: null, assumed: false },
    asOf: { start: '2023-10-20T09:00:00Z', end: '2023-10-20T09:00:00Z', precision: 'minute', stated: true, note: null },
    citations: cite(quote),
    acknowledged: [{ code: 'stale', reason: 'Entered from the archive' }],
    ...change,
  })
  const children = { population: { ...everyone, age: 'child' } }
  const { figures } = await send(page, 'post', `${base}/statements`, {
    claimant: ombudsman,
    saidAt: null,
    figures: [
      figure(3141, '3,141', '3,141 people had registered'),
      figure(271, '271', '271 of them children', children),
    ],
  })
  const note = await send(page, 'post', `${base}/notes`, {
    kind: 'displacement',
    text: 'Families slept in a school.',
    saidBy: ombudsman,
    asOf: null,
    places: [],
    figures: [],
    citations: cite('Families slept in the school'),
  })
  const dispute = await send(page, 'post', `${base}/disputes`, {
    figure: figures[0].id,
    by: government,
    aspect: 'unspecified',
    statedAt: null,
    words: 'The government denied it',
    citations: cite('The government denied it'),
  })
  const ids = { whole: figures[0].id, part: figures[1].id, note: note.id, dispute: dispute.id } as Record<
    string,
    string
  >
  return { slug, document: document.id as string, ids, place }
}
