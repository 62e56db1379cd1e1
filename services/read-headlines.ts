import type { Crisis } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import { type Page, type PageRequest, pageOf } from '@/domain/paging/page'
import type { Headline } from '@/domain/reconciliation/headline'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { loadHeadlineView } from '@/services/load-headline-view'
import { wordedHeadline } from '@/services/worded-headline'

/** A page of headlines, one for each scope in which somebody has a position at the viewpoint, in a stable order. */
export async function readHeadlines({
  ctx,
  crisis,
  viewpoint,
  filter,
  page,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
  page: PageRequest
}): Promise<Page<Headline>> {
  return await asServiceErrors(async () => {
    const view = await loadHeadlineView(ctx, crisis, viewpoint, filter)
    const { items, nextCursor } = pageOf(view.scopes, page, scopeKey)
    return { items: items.map((scope) => wordedHeadline(view, scope)), nextCursor }
  })
}
