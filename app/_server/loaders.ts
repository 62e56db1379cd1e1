import { cache } from 'react'
import { AnswerCache } from '@/app/_server/answer-cache'
import {
  type CrisisAtRevision,
  type FilterOptions,
  findCrisis,
  keyOfQuery,
  loadFilterOptions,
  parseCrisisQuery,
} from '@/app/_server/ask-crisis'
import { getContext } from '@/app/_server/context'
import { type PageSearchParams, readSearchParams } from '@/app/_server/read-search-params'
import type { Crisis } from '@/domain/crisis/crisis'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import type { Dashboard } from '@/domain/dashboard/dashboard'
import type { ParsedQuery } from '@/domain/viewpoint/parse-viewpoint'
import { localizeCrisis } from '@/domain/wording/localize'
import { inCrisis } from '@/services/context'
import { readCrises, readLedgerRevision } from '@/services/read-crises'
import { readDashboardSlices } from '@/services/read-ledger-slice'

/*
 * What pages are made from. Each loader finds the crisis, reads viewpoint and filter from the address, and answers from memory where the
 * same was asked before at the same revision. They throw ServiceError: `not-found` becomes the page that says so, `unavailable` the one for
 * a database that is away.
 */

/** What every page of a crisis is given: the crisis, and what the address asks of it. */
export interface AskedCrisis extends ParsedQuery {
  crisis: Crisis
  options: FilterOptions
  /** Tells this state of the ledger from every other: a key for whatever is computed from it. */
  revision: string
}

/** The crisis of a page with the viewpoint, the filter and the problems of its address. */
export async function loadCrisis(slug: string, searchParams: PageSearchParams = {}): Promise<AskedCrisis> {
  const found = await findCrisis(slug)
  const [parsed, options] = await Promise.all([
    parseCrisisQuery(found, readSearchParams(searchParams)),
    loadFilterOptions(found),
  ])
  return { ...parsed, crisis: found.crisis, options, revision: found.revision }
}

const dashboards = new AnswerCache<Dashboard>(200)

/** The dashboard of a crisis for what the address asks. */
export async function loadDashboard(
  slug: string,
  searchParams: PageSearchParams = {},
): Promise<AskedCrisis & { dashboard: Dashboard }> {
  const asked = await loadCrisis(slug, searchParams)
  return { ...asked, dashboard: await composedDashboard(await findCrisis(slug), asked) }
}

async function composedDashboard({ ctx, crisis, revision }: CrisisAtRevision, asked: ParsedQuery): Promise<Dashboard> {
  const key = JSON.stringify([crisis.slug, revision, keyOfQuery(asked, ctx.now().toISOString())])
  return await dashboards.getOrMake(key, async () => {
    const { viewpoint, filter } = asked
    const { now, before } = await readDashboardSlices({ ctx, crisis, viewpoint, filter })
    return composeDashboard(now, before)
  })
}

/** A crisis as the front page shows it. */
export interface CrisisCard {
  crisis: Crisis
  newestActivity: string | null
  dashboard: Dashboard
}

/** All crises, newest activity first, each with its key figures as of now. */
export const loadCrisisCards = cache(async (): Promise<CrisisCard[]> => {
  const ctx = await getContext()
  const [active, ledger] = await Promise.all([readCrises({ ctx }), readLedgerRevision({ ctx })])
  const shown = active.slice(0, mostCards)
  return await Promise.all(
    shown.map(async ({ crisis, newestActivity }) => {
      const found = { ctx: inCrisis(ctx, crisis.id), crisis, revision: `${crisis.revision}.${ledger}` }
      const dashboard = await composedDashboard(found, await parseCrisisQuery(found, {}))
      return { crisis: localizeCrisis(crisis, ctx.locale), newestActivity, dashboard }
    }),
  )
})

/** The front page is for a handful of crises; a database of hundreds would be composed whole at the first visit. */
const mostCards = 24
