import { wholeLedger } from '@/app/_server/find-crisis-of'
import { type ListRoute, ledgerListRoute } from '@/app/api/v1/_answers/list-route'
import { operations } from '@/app/api/v1/_contract/operations'
import { crisisColumns, indicatorColumns } from '@/domain/export/list-columns'
import { makeTable } from '@/domain/export/table'
import { pageOf } from '@/domain/paging/page'
import { listIndicators, readCrises } from '@/services/read-crises'

/** Every list that is of no one crisis. */
export const ledgerLists = {
  crises: ledgerListRoute(
    operations.crises,
    wholeLedger,
    async ({ ctx, page }) => {
      const active = await readCrises({ ctx })
      const crises = active.map(({ crisis }) => crisis)
      return pageOf(crises, page, ({ slug }) => slug)
    },
    (items) => makeTable('crises', crisisColumns, items),
  ),
  indicators: ledgerListRoute(
    operations.indicators,
    wholeLedger,
    async ({ ctx, page }) => pageOf(await listIndicators({ ctx }), page, ({ key }) => key),
    (items) => makeTable('indicators', indicatorColumns, items),
  ),
} satisfies Record<string, ListRoute>
