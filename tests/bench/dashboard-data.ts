import { openDatabase } from '@/db/client'
import type { Crisis } from '@/domain/crisis/crisis'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { readCrisis } from '@/services/read-crises'
import { readDashboardSlices } from '@/services/read-ledger-slice'
import type { LargeLedger } from '@/tests/bench/large-ledger'
import { type Result, timed, timeEach } from '@/tests/bench/measure'
import { randomViewpoints } from '@/tests/bench/viewpoints'

/** What a dashboard is made from, read and composed without any cache: of the last day at a hundred moments, and at any moment of the past. */
export async function measureDashboardData({ url, figures }: LargeLedger): Promise<Result[]> {
  const { db, close } = openDatabase(url)
  try {
    const ctx: Context = { db, actor: null, audience: 'public', locale: 'en', now: () => new Date() }
    const [largest, middling] = await Promise.all([
      readCrisis({ ctx, slug: 'bench-001' }),
      readCrisis({ ctx, slug: 'bench-100' }),
    ])
    const make = (crisis: Crisis) => async (viewpoint: Viewpoint) => {
      const { now, before } = await readDashboardSlices({ ctx, crisis, viewpoint })
      return composeDashboard(now, before)
    }
    const million = `${figures.toLocaleString('en')} figures in 200 crises`
    const large = `crisis of ${Math.round(figures / 20).toLocaleString('en')}`
    return [
      timed(
        'dashboard data, uncached',
        `${million}, ${large}, moments of the last day`,
        await timeEach(randomViewpoints(205, { days: 1 }), make(largest)),
        200,
      ),
      timed(
        'as known at, uncached',
        `${million}, ${large}, moments of the whole year`,
        await timeEach(randomViewpoints(205, { days: 360, seed: 2 }), make(largest)),
        300,
      ),
      timed(
        'dashboard data, uncached',
        `${million}, the hundredth crisis by size`,
        await timeEach(randomViewpoints(205, { days: 1, seed: 3 }), make(middling)),
        null,
      ),
    ]
  } finally {
    await close()
  }
}
