import { loadCrisis, loadIndicators, withPolicyOf } from '@/db/repositories/read-crises'
import { findDashboardScopes, findNoticedScopes, loadDashboardFigures } from '@/db/repositories/read-dashboard'
import { loadIndependences, loadResolutions } from '@/db/repositories/read-decisions'
import { loadDocuments } from '@/db/repositories/read-documents'
import { loadEventTimes } from '@/db/repositories/read-events'
import { matchesFilter } from '@/db/repositories/read-figure-selection'
import type { LoadedFigures } from '@/db/repositories/read-figures'
import { loadClosedVersions, loadLedgerFigures } from '@/db/repositories/read-ledger'
import { loadNotes } from '@/db/repositories/read-notes'
import { showCrisis } from '@/db/repositories/read-shown-places'
import type { Crisis, CrisisChart, ScopeSelector } from '@/domain/crisis/crisis'
import { scopeKey } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { selectorsOf } from '@/domain/ledger/ledger-view'
import { startOfDay } from '@/domain/time/local-time'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { localizeSlice } from '@/domain/wording/localize'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/** How many of the newest notes and documents a dashboard chooses from; of the moment before it shows none. */
const listed = { notes: 50, documents: 12 }
const unlisted = { notes: 0, documents: 0 }
/** "What changed in the last 24 hours". */
const newsHours = 24

interface Asked {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter?: FigureFilter
}

/** All that the ledger held for one viewpoint and filter. @throws ServiceError `unavailable` */
export async function readLedgerSlice({ ctx, ...asked }: Asked): Promise<LedgerSlice> {
  const read = async () => {
    const where = await matchesFilter(ctx.db, asked, asked.filter)
    const [loaded, closed] = await Promise.all([
      loadLedgerFigures(ctx.db, asked, where),
      loadClosedVersions(ctx.db, asked, where),
    ])
    return { ...loaded, closed, thinned: false }
  }
  return await asServiceErrors(() => loadSlice(ctx, asked, read()))
}

/**
 * What a dashboard is composed from: the ledger at the viewpoint, and 24 hours before it on both clocks. Both hold the same scopes: those
 * the crisis's key figures and charts name, what is contested and what is new; of the earlier one only what headlines are made from. In a
 * large crisis the course of a scope is thinned too; so the cost does not grow with the crisis.
 * @throws ServiceError `unavailable`
 */
export async function readDashboardSlices({
  ctx,
  ...asked
}: Asked): Promise<{ now: LedgerSlice; before: LedgerSlice }> {
  const { crisis, viewpoint } = asked
  const earlier = { ...viewpoint, asOf: anteDated(viewpoint.asOf), knownAt: anteDated(viewpoint.knownAt) }
  const reading = { crisis, viewpoint }
  const read = async () => {
    const noticed = findNoticedScopes(ctx.db, reading, earlier)
    // Whoever waits for it hears of a failure.
    noticed.catch(() => {})
    // Keys are stored with the places' real ids, however the reader is shown them.
    const { charts, keyFigures } = (await loadCrisis(ctx.db, crisis.slug)) ?? crisis
    const [scopes, where] = await Promise.all([
      findDashboardScopes(ctx.db, reading, {
        charted: charts.flatMap(chartedScopes).map(selectorKey),
        keyed: keyFigures.flatMap(selectorsOf).map(selectorKey),
        noticed,
        since: startOfDay(crisis.startDay, crisis.timeZone),
      }),
      matchesFilter(ctx.db, reading, asked.filter),
    ])
    const readings = { now: reading, before: { crisis, viewpoint: earlier } }
    return { ...(await loadDashboardFigures(ctx.db, readings, scopes, where)), thinned: scopes.thinnedFrom !== null }
  }
  return await asServiceErrors(async () => {
    const figures = read()
    const [now, before] = await Promise.all([
      loadSlice(
        ctx,
        asked,
        figures.then(({ now, thinned }) => ({ ...now, thinned })),
        listed,
      ),
      loadSlice(
        ctx,
        { crisis, viewpoint: earlier },
        figures.then(({ before, thinned }) => ({ ...before, thinned, closed: [] })),
        unlisted,
      ),
    ])
    return { now, before }
  })
}

/** What a slice is made of that is being read already. */
type Reading = Promise<LoadedFigures & Pick<LedgerSlice, 'closed' | 'thinned'>>

async function loadSlice(
  { db }: Context,
  { crisis, viewpoint }: Pick<Asked, 'crisis' | 'viewpoint'>,
  figures: Reading,
  limits: { notes?: number; documents?: number } = {},
): Promise<LedgerSlice> {
  const reading = { crisis, viewpoint }
  const [shown, indicators, loaded, resolutions, independences, { notes, hashes }, documents] = await Promise.all([
    withPolicyOf(db, crisis, viewpoint).then((then) => showCrisis(db, then, reading)),
    loadIndicators(db),
    figures,
    loadResolutions(db, reading),
    loadIndependences(db, reading),
    limits.notes === 0 ? { notes: [], hashes: {} } : loadNotes(db, reading, { limit: limits.notes }),
    limits.documents === 0 ? [] : loadDocuments(db, reading, { limit: limits.documents }),
  ])
  const { closed, thinned } = loaded
  const covered = new Set<string>()
  for (const figure of loaded.figures) for (const { id } of figure.events) covered.add(id)
  for (const { was } of closed) for (const { id } of was.events) covered.add(id)
  const events = await loadEventTimes(db, covered)
  const archived = documents.flatMap(({ id, sha256 }) => (sha256 ? [[id, sha256] as const] : []))
  return localizeSlice({
    crisis: shown,
    viewpoint,
    indicators,
    figures: loaded.figures,
    resolutions,
    independences,
    notes,
    documents,
    events: events.map(({ id, title, from, to, parent }) => ({ id, title, from, to, parent })),
    hashes: Object.assign(loaded.hashes, hashes, Object.fromEntries(archived)),
    thinned,
    closed,
  })
}

const anteDated = (instant: string) => new Date(Date.parse(instant) - newsHours * 3_600_000).toISOString()

/** What a chart is drawn from: its lines, and beside a daily flow what was published of it. */
function chartedScopes({ lines, daily }: CrisisChart): ScopeSelector[] {
  const scopes = lines.map(({ scope }) => scope)
  return daily ? [...scopes, ...scopes.slice(0, 1).map((scope) => ({ ...scope, basis: 'period' as const }))] : scopes
}

/** The scope's key needs ids alone; names are the reader's. */
function selectorKey({ places, events, ...selector }: ScopeSelector): string {
  return scopeKey({
    ...selector,
    places: places.map((place) => ({ ...place, name: place.id })),
    events: events.map((id) => ({ id, title: id })),
  })
}
