import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import { audiences, type Viewpoint } from '@/domain/viewpoint/viewpoint'
import { listCorrections } from '@/services/read-corrections'
import { readCrisis } from '@/services/read-crises'
import { listFigures } from '@/services/read-figures'
import { readHeadlines } from '@/services/read-headlines'
import { readDashboardSlices, readLedgerSlice } from '@/services/read-ledger-slice'
import { readSeries } from '@/services/read-series'
import { listSources } from '@/services/read-sources'
import { listStatements } from '@/services/read-statements'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { exact, moreThan } from '@/tests/support/make-figure'
import { makeLedger, type TestFigure, type TestLedger } from '@/tests/support/make-ledger'

let database: TestDatabase
let ledger: TestLedger
let made = 0

const viewpoint: Viewpoint = {
  asOf: '2023-09-25T20:00:00.000Z',
  knownAt: '2023-09-21T00:00:00.000Z',
  audience: 'public',
  locale: 'en',
}
const page = { limit: 1000, cursor: null }

/** Everything the public is told at the viewpoint, as text. The crisis's revision is how a cache knows of change; it is no answer. */
async function tellAll(): Promise<string> {
  const ctx = ledger.ctx()
  const crisis = { ...(await readCrisis({ ctx, slug: ledger.slug })), revision: 0 }
  const asked = { ctx, crisis, viewpoint, filter: noFilter, page }
  const { now, before } = await readDashboardSlices(asked)
  return JSON.stringify([
    await listFigures(asked),
    await readHeadlines(asked),
    await readSeries({ ...asked, daily: true }),
    await listCorrections(asked),
    (await listSources(asked)).map(({ documents: _, ...source }) => source).filter(({ figures }) => figures > 0),
    await listStatements({ ...asked, claimants: [] }),
    (await readLedgerSlice(asked)).figures,
    composeDashboard({ ...now, documents: [] }, { ...before, documents: [] }),
  ])
}

const figures = fc.record({
  claimant: fc.constantFrom('ombudsman', 'ministry', 'agency'),
  indicator: fc.constantFrom('killed', 'injured'),
  quantity: fc
    .tuple(fc.constantFrom(exact, moreThan), fc.integer({ min: 1, max: 500 }))
    .map(([make, value]) => make(value)),
  asOf: fc.constantFrom('2023-09-18', '2023-09-19T16:00', '2023-09-20T21:00', '2023-09-24', null),
  statement: fc.constantFrom('shared', 'own'),
})

/** A figure with ids of its own, of a statement shared within its claimant or its own. */
function named(figure: { claimant: string; statement: string }, rest: Partial<TestFigure>): TestFigure {
  made += 1
  const id = `law-${made}`
  const statement = figure.statement === 'shared' ? `shared-${figure.claimant}` : `statement-${id}`
  return { ...figure, ...rest, id, statement }
}

beforeAll(async () => {
  database = await createTestDatabase()
  ledger = await makeLedger(database.url)
  await ledger.addFigures(
    { id: 'first', quantity: exact(2), asOf: '2023-09-19T16:00', knownFrom: '2023-09-19T13:00:00.000Z' },
    {
      id: 'second',
      quantity: moreThan(200),
      claimant: 'agency',
      asOf: '2023-09-20T21:00',
      knownFrom: '2023-09-20T20:00:00.000Z',
    },
    {
      id: 'third',
      quantity: exact(7),
      indicator: 'injured',
      claimant: 'ministry',
      knownFrom: '2023-09-20T20:00:00.000Z',
    },
  )
})

afterAll(async () => {
  await ledger.open.close()
  await database.drop()
})

test('nothing approved after a moment changes any view of that moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(figures, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...audiences),
      async (added, sensitivity) => {
        const before = await tellAll()
        await ledger.addFigures(
          ...added.map((figure) => named(figure, { knownFrom: '2023-09-21T00:00:00.001Z', sensitivity })),
        )
        expect(await tellAll()).toBe(before)
      },
    ),
    { numRuns: 15 },
  )
})

test('a correction, a withdrawal and a denial after a moment change no view of it', async () => {
  const before = await tellAll()
  await ledger.close('first', '2023-09-22T00:00:00.000Z', 'misread', exact(3))
  await ledger.close('third', '2023-09-22T00:00:00.000Z', 'not theirs')
  await ledger.addDispute({
    id: 'late',
    figure: 'second',
    by: 'ministry',
    aspect: 'number',
    knownFrom: '2023-09-22T00:00:00.000Z',
  })
  expect(await tellAll()).toBe(before)
})

test('a figure that is hidden or under embargo changes no public answer, whatever it says', async () => {
  const hiding = fc.constantFrom<Partial<TestFigure>>(
    { sensitivity: 'internal' },
    { sensitivity: 'partners' },
    { embargoUntil: '2100-01-01T00:00:00.000Z' },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(figures, hiding), { minLength: 1, maxLength: 4 }), async (added) => {
      const before = await tellAll()
      await ledger.addFigures(
        ...added.map(([figure, hidden]) => named(figure, { ...hidden, knownFrom: '2023-09-20T12:00:00.000Z' })),
      )
      expect(await tellAll()).toBe(before)
    }),
    { numRuns: 15 },
  )
})
