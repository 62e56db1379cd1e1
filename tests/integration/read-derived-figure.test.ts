import { afterAll, beforeAll, expect, it } from 'vitest'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import { readCrisis } from '@/services/read-crises'
import { readHeadlines } from '@/services/read-headlines'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let ledger: OpenLedger

beforeAll(async () => {
  ledger = await openLedger()
  await ledger.loadDemo('exercise-merrowen-valley')
})
afterAll(() => ledger.close())

it('a derived figure is read back with its arithmetic, in its position and in the sentence of its headline', async () => {
  const ctx = ledger.as(null)
  const crisis = await readCrisis({ ctx, slug: 'exercise-merrowen-valley' })
  const viewpoint = {
    asOf: '2025-10-18T00:00:00.000Z',
    knownAt: '2025-10-19T00:00:00.000Z',
    audience: 'public' as const,
    locale: 'en' as const,
  }
  const filter = { ...noFilter, indicator: ['registered'] }
  const { items } = await readHeadlines({ ctx, crisis, viewpoint, filter, page: { limit: 100, cursor: null } })
  expect(items).toHaveLength(1)
  expect(items[0]?.quantity).toMatchObject({ low: 5084, high: 5084, qualifier: 'about' })
  expect(items[0]?.positions[0]?.derived).toBe('about 1,240 households x 4.1')
  expect(items[0]?.sentence).toContain('(derived: about 1,240 households x 4.1)')
})
