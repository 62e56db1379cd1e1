import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openView } from '@/domain/ledger/ledger-view'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { readCrisis } from '@/services/read-crises'
import { readDashboardSlices, readLedgerSlice } from '@/services/read-ledger-slice'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { exact, moreThan } from '@/tests/support/make-figure'
import { makeLedger, type TestLedger } from '@/tests/support/make-ledger'

let database: TestDatabase
let ledger: TestLedger

const viewpointAt = (knownAt: string, change: Partial<Viewpoint> = {}): Viewpoint => ({
  asOf: '2023-09-30T20:00:00.000Z',
  knownAt,
  audience: 'public',
  locale: 'en',
  ...change,
})

async function idsAt(viewpoint: Viewpoint) {
  const ctx = ledger.ctx(viewpoint.audience)
  const crisis = await readCrisis({ ctx, slug: ledger.slug })
  const slice = await readLedgerSlice({ ctx, crisis, viewpoint })
  return slice.figures.map(({ id, version }) => `${id}.${version}`).sort()
}

beforeAll(async () => {
  database = await createTestDatabase()
  ledger = await makeLedger(database.url)
  await ledger.addDocument({ id: 'secret-document', sensitivity: 'internal' })
  await ledger.addFigures(
    { id: 'early', quantity: exact(2), asOf: '2023-09-19T16:00', knownFrom: '2023-09-19T13:00:00.000Z' },
    {
      id: 'late',
      quantity: exact(27),
      asOf: '2023-09-19T21:00',
      knownFrom: '2023-09-20T00:00:00.000Z',
      place: 'stepanakert',
    },
    {
      id: 'hidden',
      quantity: exact(99),
      asOf: '2023-09-19T22:00',
      knownFrom: '2023-09-20T00:00:00.000Z',
      sensitivity: 'internal',
    },
    { id: 'cited-in-secret', quantity: exact(98), document: 'secret-document', knownFrom: '2023-09-20T00:00:00.000Z' },
    {
      id: 'embargoed',
      quantity: exact(97),
      knownFrom: '2023-09-20T00:00:00.000Z',
      embargoUntil: '2100-01-01T00:00:00.000Z',
    },
    { id: 'undated', quantity: exact(5), asOf: null, knownFrom: '2023-09-20T00:00:00.000Z' },
    { id: 'later', quantity: exact(7), asOf: '2023-10-05T10:00', knownFrom: '2023-09-20T00:00:00.000Z' },
    {
      id: 'relay-40',
      statement: 's1',
      indicator: 'injured',
      quantity: moreThan(40),
      knownFrom: '2023-09-20T01:00:00.000Z',
    },
    {
      id: 'relay-400',
      statement: 's1',
      indicator: 'injured',
      quantity: moreThan(400),
      knownFrom: '2023-09-20T01:00:00.000Z',
    },
  )
  await ledger.close('early', '2023-09-21T00:00:00.000Z', 'misread', exact(3))
  await ledger.close('late', '2023-09-22T00:00:00.000Z', 'published by mistake')
  await ledger.addDispute({
    id: 'd1',
    figure: 'early',
    by: 'ministry',
    aspect: 'number',
    knownFrom: '2023-09-23T00:00:00.000Z',
  })
})

afterAll(async () => {
  await ledger.open.close()
  await database.drop()
})

describe('what the ledger held for a viewpoint', () => {
  test('only what was approved by then is known', async () => {
    expect(await idsAt(viewpointAt('2023-09-19T14:00:00.000Z'))).toEqual(['early.1'])
  })

  test('the public never meets what is internal, embargoed or cited from an internal document alone', async () => {
    expect(await idsAt(viewpointAt('2023-09-20T12:00:00.000Z'))).toEqual([
      'early.1',
      'late.1',
      'relay-40.1',
      'relay-400.1',
      'undated.1',
    ])
  })

  test('asking for a moment to come lifts no embargo', async () => {
    expect(await idsAt(viewpointAt('2150-01-01T00:00:00.000Z'))).not.toContain('embargoed.1')
  })

  test('a reader with clearance sees what is internal', async () => {
    const ids = await idsAt(viewpointAt('2023-09-20T12:00:00.000Z', { audience: 'internal' }))
    expect(ids).toContain('hidden.1')
    expect(ids).toContain('cited-in-secret.1')
  })

  test('a correction changes no view of before, and the view of after holds the new version with its reason', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    const before = await readLedgerSlice({ ctx, crisis, viewpoint: viewpointAt('2023-09-20T12:00:00.000Z') })
    const after = await readLedgerSlice({ ctx, crisis, viewpoint: viewpointAt('2023-09-22T12:00:00.000Z') })
    const early = before.figures.find(({ id }) => id === 'early')
    expect(early).toMatchObject({ version: 1, quantity: { low: 2 }, knownTo: null, disputes: [] })
    expect(before.closed).toEqual([])
    expect(after.figures.find(({ id }) => id === 'early')).toMatchObject({
      version: 2,
      quantity: { low: 3 },
      reason: 'misread',
    })
    expect(after.closed.map(({ was, now, reason }) => [was.id, now?.version ?? null, reason])).toEqual([
      ['late', null, 'published by mistake'],
      ['early', 2, 'misread'],
    ])
  })

  test('a figure comes whole: names, citations with their document, and disputes once known', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    const slice = await readLedgerSlice({ ctx, crisis, viewpoint: viewpointAt('2023-09-24T00:00:00.000Z') })
    const early = slice.figures.find(({ id }) => id === 'early')
    expect(early?.claimant).toEqual({
      id: 'ombudsman',
      name: 'Office of ombudsman',
      kind: 'media',
      party: null,
      reliability: 'F',
    })
    expect(early?.citations[0]?.document).toMatchObject({
      id: 'document-early',
      publisher: { name: 'Office of paper' },
    })
    expect(early?.disputes.map(({ by, aspect }) => [by.name, aspect])).toEqual([['Office of ministry', 'number']])
    expect(slice.hashes['document-early']).toBe('a'.repeat(64))
  })

  test('a filter by place keeps the figures of that place, named', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    const { noFilter } = await import('@/domain/viewpoint/figure-filter')
    const slice = await readLedgerSlice({
      ctx,
      crisis,
      viewpoint: viewpointAt('2023-09-21T00:00:00.000Z'),
      filter: { ...noFilter, place: ['stepanakert'] },
    })
    expect(slice.figures.map(({ id, places }) => [id, places[0]?.name])).toEqual([['late', 'Stepanakert']])
  })
})

describe('what a dashboard is made from', () => {
  test('the key scopes whole, differing relays, and what headlines of the same scopes are made from a day before', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    const viewpoint = viewpointAt('2023-09-30T00:00:00.000Z', { asOf: '2023-09-30T00:00:00.000Z' })
    const { now, before } = await readDashboardSlices({ ctx, crisis, viewpoint })
    expect(now.figures.map(({ id }) => id).sort()).toEqual(['early', 'relay-40', 'relay-400', 'undated'])
    expect(before.figures.map(({ id }) => id).sort()).toEqual(['early', 'relay-40', 'relay-400'])
    expect(before.viewpoint.knownAt).toBe('2023-09-29T00:00:00.000Z')
  })

  test('its headlines are those of the whole ledger', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    const viewpoint = viewpointAt('2023-09-20T12:00:00.000Z', { asOf: '2023-09-20T12:00:00.000Z' })
    const whole = openView(await readLedgerSlice({ ctx, crisis, viewpoint }))
    const dashboard = openView((await readDashboardSlices({ ctx, crisis, viewpoint })).now)
    expect(dashboard.scopes.map(dashboard.headlineOf)).toEqual(whole.scopes.map(whole.headlineOf))
  })
})
