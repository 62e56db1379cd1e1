import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crises } from '@/db/schema/crises'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import { openView } from '@/domain/ledger/ledger-view'
import { readCrisis } from '@/services/read-crises'
import { readDashboardSlices, readLedgerSlice } from '@/services/read-ledger-slice'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { exact, moreThan } from '@/tests/support/make-figure'
import { makeLedger, type TestFigure, type TestLedger } from '@/tests/support/make-ledger'

/* A crisis whose drawn scope holds more figures than a chart can show. */

let database: TestDatabase
let ledger: TestLedger
const two = (count: number) => String(count).padStart(2, '0')

/** Three claimants who count every two hours for twelve days, by the day as well, and whose relays sometimes differ. */
const counts = Array.from({ length: 12 }, (_, day) => day + 10).flatMap((day) =>
  Array.from({ length: 12 }, (_, index) => index * 2).flatMap((hour): TestFigure[] => {
    const count = (day - 9) * 100 + hour
    const asOf = `2023-09-${two(day)}T${two(hour)}:00`
    const known = { knownFrom: `2023-09-${two(day)}T23:00:00.000Z` }
    const named = (claimant: string) => ({ id: `${claimant}-${day}-${hour}`, claimant, asOf, ...known })
    return [
      { ...named('ombudsman'), quantity: exact(count) },
      { ...named('ministry'), quantity: moreThan(count - 5) },
      ...(hour === 20
        ? [
            { ...named('paper'), statement: `paper-${day}`, quantity: moreThan(count) },
            { ...named('paper'), id: `paper-${day}-again`, statement: `paper-${day}`, quantity: moreThan(count * 10) },
            { id: `office-${day}`, claimant: 'office', asOf: `2023-09-${two(day)}`, quantity: exact(count), ...known },
          ]
        : []),
    ]
  }),
)

beforeAll(async () => {
  database = await createTestDatabase()
  ledger = await makeLedger(database.url)
  await ledger.addFigures(...counts)
  const [row] = await ledger.open.db.select().from(crises).where(eq(crises.id, ledger.crisisId))
  const [killed] = row?.keyFigures ?? []
  if (!killed) throw new Error('The crisis of the test has a key figure.')
  const lines = [{ label: 'Killed', scope: killed.scope }]
  const chart = {
    key: 'killed',
    section: 'casualties' as const,
    subtitle: 'People killed',
    lines,
    band: true,
    daily: false,
  }
  await ledger.open.db
    .update(crises)
    .set({ charts: [chart] })
    .where(eq(crises.id, ledger.crisisId))
}, 120_000)

afterAll(async () => {
  await ledger?.open.close()
  await database?.drop()
})

describe('a dashboard too large to be drawn whole', () => {
  test('has the headlines of the whole ledger at any moment', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    for (const moment of [
      '2023-09-18T12:34:00.000Z',
      '2023-09-20T19:00:00.000Z',
      '2023-09-21T23:30:00.000Z',
      '2023-10-30T00:00:00.000Z',
    ]) {
      const viewpoint = { asOf: moment, knownAt: moment, audience: 'public' as const, locale: 'en' as const }
      const whole = openView(await readLedgerSlice({ ctx, crisis, viewpoint }))
      const { now } = await readDashboardSlices({ ctx, crisis, viewpoint })
      const thinned = openView(now)
      expect(now.thinned, moment).toBe(whole.slice.figures.length > 300)
      if (now.thinned) expect(now.figures.length, moment).toBeLessThan(whole.slice.figures.length / 2)
      expect(whole.scopes.map(thinned.headlineOf), moment).toEqual(whole.scopes.map(whole.headlineOf))
    }
  })

  test('says under its charts that not all statements are drawn', async () => {
    const ctx = ledger.ctx()
    const crisis = await readCrisis({ ctx, slug: ledger.slug })
    const moment = '2023-09-30T00:00:00.000Z'
    const viewpoint = { asOf: moment, knownAt: moment, audience: 'public' as const, locale: 'en' as const }
    const { now, before } = await readDashboardSlices({ ctx, crisis, viewpoint })
    expect(now.thinned).toBe(true)
    const [chart] = composeDashboard(now, before).casualties
    expect(chart?.footnote).toContain('Not all statements are drawn')
    const whole = composeDashboard({ ...(await readLedgerSlice({ ctx, crisis, viewpoint })) }, null).casualties[0]
    expect(whole?.footnote).not.toContain('Not all statements are drawn')
  })
})
