import { matchesFilter } from '@/db/repositories/read-figure-selection'
import { loadLedgerFigures } from '@/db/repositories/read-ledger'
import type { Crisis } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import { type Page, type PageRequest, pageOf } from '@/domain/paging/page'
import { buildSeries } from '@/domain/series/build-series'
import type { Series } from '@/domain/series/series'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/**
 * A page of lines: what each claimant said of each scope over time, for the scopes a filter lets through. `daily` adds the value at the end
 * of each day in the crisis's zone, carried-forward ones marked.
 */
export async function readSeries({
  ctx,
  crisis,
  viewpoint,
  filter,
  daily,
  page,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
  daily: boolean
  page: PageRequest
}): Promise<Page<Series>> {
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const where = await matchesFilter(ctx.db, reading, filter)
    const { figures } = await loadLedgerFigures(ctx.db, reading, where)
    const series = buildSeries(figures, viewpoint, daily ? crisis.timeZone : null)
    return pageOf(series, page, ({ scope, claimant }) => `${scopeKey(scope)} ${claimant.id}`)
  })
}
