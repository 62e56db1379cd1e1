import type { Change } from '@/domain/changes/change'
import { findChanges } from '@/domain/changes/find-changes'
import type { Crisis } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import { type Page, type PageRequest, pageOf } from '@/domain/paging/page'
import type { Instant } from '@/domain/time/instant'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { loadHeadlineView } from '@/services/load-headline-view'
import { wordedHeadline } from '@/services/worded-headline'

/** A page of the scopes whose headline at the viewpoint is another than the one known at `since`, for the same as-of. */
export async function readChanges({
  ctx,
  crisis,
  viewpoint,
  filter,
  since,
  page,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
  since: Instant
  page: PageRequest
}): Promise<Page<Change>> {
  return await asServiceErrors(async () => {
    const [now, before] = await Promise.all([
      loadHeadlineView(ctx, crisis, viewpoint, filter),
      loadHeadlineView(ctx, crisis, { ...viewpoint, knownAt: since }, filter),
    ])
    const { items, nextCursor } = pageOf(findChanges(now, before), page, ({ scope }) => scopeKey(scope))
    const changes = items.map(({ kind, scope }) => ({
      kind,
      scope,
      was: wordedHeadline(before, scope),
      now: wordedHeadline(now, scope),
    }))
    return { items: changes, nextCursor }
  })
}
