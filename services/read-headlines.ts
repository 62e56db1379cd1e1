import { setImmediate as othersTurn } from 'node:timers/promises'
import { findScopesWithPositions, matchesFilter } from '@/db/repositories/read-figure-selection'
import type { Crisis } from '@/domain/crisis/crisis'
import { type Scope, scopeKey } from '@/domain/figure/scope'
import type { LedgerView } from '@/domain/ledger/ledger-view'
import { cutPage, type Page, type PageRequest, pageOf, readCursor } from '@/domain/paging/page'
import { withheldLevels } from '@/domain/place/coarsen-place'
import type { Headline } from '@/domain/reconciliation/headline'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { loadHeadlineView } from '@/services/load-headline-view'
import { wordedHeadline } from '@/services/worded-headline'

interface Asked {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
  page: PageRequest
}

/** So many headlines are made before others are answered: a page of them takes a while, and thousands may be asking meanwhile. */
const atOnce = 5

/** A page of headlines, one for each scope in which somebody has a position at the viewpoint, in a stable order. */
export async function readHeadlines(asked: Asked): Promise<Page<Headline>> {
  return await asServiceErrors(async () => {
    const { view, page } = await readScopes(asked)
    const items: Headline[] = []
    for (const scope of page.items) {
      items.push(wordedHeadline(view, scope))
      if (items.length % atOnce === 0) await othersTurn()
    }
    return { items, nextCursor: page.nextCursor }
  })
}

/** The scopes of the page, and the ledger's view of them at least. */
async function readScopes({ ctx, crisis, viewpoint, filter, page }: Asked): Promise<{
  view: LedgerView
  page: Page<Scope>
}> {
  if (withheldLevels(crisis, viewpoint.audience).length > 0) {
    // Scopes are ordered by the places' ids as the reader meets them, which the database does not keep.
    const view = await loadHeadlineView(ctx, crisis, viewpoint, filter)
    return { view, page: pageOf(view.scopes, page, scopeKey) }
  }
  const after = page.cursor === null ? null : (readCursor(page.cursor, 1)?.[0] ?? null)
  const reading = { crisis, viewpoint }
  const where = await matchesFilter(ctx.db, reading, filter)
  const keys = await findScopesWithPositions(ctx.db, reading, { where, after, limit: page.limit + 1 })
  const { items, nextCursor } = cutPage(keys, page.limit, (key) => [key])
  const view = await loadHeadlineView(ctx, crisis, viewpoint, filter, items)
  const wanted = new Set(items)
  return { view, page: { items: view.scopes.filter((scope) => wanted.has(scopeKey(scope))), nextCursor } }
}
