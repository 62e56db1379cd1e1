import { loadIndicators, withPolicyOf } from '@/db/repositories/read-crises'
import { loadIndependences, loadResolutions } from '@/db/repositories/read-decisions'
import { loadEditionsOfFigures } from '@/db/repositories/read-editions'
import {
  loadFigurePage,
  loadFigureSurroundings,
  loadFigureVersions,
  loadTwiceSeen,
} from '@/db/repositories/read-figure-lists'
import { matchesFilter } from '@/db/repositories/read-figure-selection'
import { loadPlacesWithin } from '@/db/repositories/read-names'
import { checkFigure } from '@/domain/checks/check-figure'
import { prepareChecks } from '@/domain/checks/check-ground'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Figure, Finding } from '@/domain/figure/figure'
import type { FigureDetail } from '@/domain/figure/figure-detail'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { openView } from '@/domain/ledger/ledger-view'
import { cutPage, type Page, type PageRequest, readCursor } from '@/domain/paging/page'
import { withheldLevels } from '@/domain/place/coarsen-place'
import { rollUp } from '@/domain/reconciliation/roll-up'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { refuseCursor } from '@/services/refuse-cursor'
import { wordedHeadline } from '@/services/worded-headline'

/** A page of the figures at a viewpoint, newest as-of first, undated ones last. @throws ServiceError `invalid` for a cursor of another list */
export async function listFigures({
  ctx,
  crisis,
  viewpoint,
  filter,
  page: { limit, cursor },
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  filter: FigureFilter
  page: PageRequest
}): Promise<Page<Figure>> {
  const after = cursor === null ? null : readCursor(cursor, 2)
  const id = after?.[1]
  if (cursor !== null && typeof id !== 'string') throw refuseCursor()
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const where = await matchesFilter(ctx.db, reading, filter)
    const found = await loadFigurePage(ctx.db, reading, {
      where,
      after: typeof id === 'string' ? { asOfEnd: after?.[0] ?? null, id } : null,
      limit: limit + 1,
    })
    return cutPage(found.figures, limit, ({ asOf, id }) => [asOf?.end ?? null, id])
  })
}

/**
 * One figure with its versions, whole and parts, relays, the headline of its scope, findings and the editions it stood in, as known at the
 * viewpoint. A withdrawn figure is its last version, in the state `withdrawn`.
 * @throws ServiceError `not-found` where the reader may not know of it or it was not known by then
 */
export async function readFigure({
  ctx,
  crisis,
  viewpoint,
  id,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  id: string
}): Promise<FigureDetail> {
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const { figures: versions, hashes } = await loadFigureVersions(ctx.db, reading, id)
    const figure = versions.at(-1)
    if (!figure) throw noSuchObject('figure', id)
    const [then, around, indicators, resolutions, independences, editions, twiceSeen] = await Promise.all([
      withPolicyOf(ctx.db, crisis, viewpoint),
      loadFigureSurroundings(ctx.db, reading, figure),
      loadIndicators(ctx.db),
      loadResolutions(ctx.db, reading),
      loadIndependences(ctx.db, reading),
      loadEditionsOfFigures(ctx.db, [id], viewpoint.knownAt),
      loadTwiceSeen(ctx.db, id),
    ])
    const slice: LedgerSlice = {
      crisis: then,
      viewpoint,
      indicators,
      figures: around.figures,
      resolutions,
      independences,
      notes: [],
      documents: [],
      events: [],
      hashes: { ...hashes, ...around.hashes },
      thinned: false,
      closed: [],
    }
    const key = scopeKey(scopeOf(figure))
    const others = around.figures.filter((other) => other.id !== id)
    const parts = others.filter((other) => other.partOf === id)
    const found = checkFigure(
      figure,
      prepareChecks(around.figures, { now: viewpoint.knownAt, indicators, places: null, locale: viewpoint.locale }),
    )
    return {
      ...figure,
      findings: withAcknowledgements(found, figure.findings),
      versions: versions.map((one) => ({ ...one, bySecondPerson: twiceSeen.has(one.version) })),
      whole: others.find((other) => other.id === figure.partOf) ?? null,
      parts,
      sumOfParts: await sumParts(ctx, crisis, figure, parts),
      relays: others.filter((other) => other.statement.id === figure.statement.id && scopeKey(scopeOf(other)) === key),
      headline: wordedHeadline(openView(slice), scopeOf(figure)),
      editions: versions.flatMap(({ version }) => editions.get(`${id}:${version}`) ?? []),
    }
  })
}

/** The sum of a figure's parts where they may be added: two or more of one claimant and day that cannot count the same person. */
async function sumParts(
  { db, audience }: Context,
  crisis: Crisis,
  whole: Figure,
  parts: Figure[],
): Promise<FigureDetail['sumOfParts']> {
  if (parts.length < 2) return null
  const places = [...new Set(parts.flatMap((part) => part.places.map(({ id }) => id)))]
  // Whether a withheld place lies in another cannot be told without telling where it is.
  if (withheldLevels(crisis, audience).length > 0) return null
  const below = new Map(
    await Promise.all(places.map(async (id) => [id, new Set(await loadPlacesWithin(db, [id], []))] as const)),
  )
  const sum = rollUp(parts, {
    timeZone: crisis.timeZone,
    whole: whole.quantity,
    isWithin: (a, b) => a !== b && (below.get(b)?.has(a) ?? false),
  })
  return 'refusal' in sum ? null : { quantity: sum.quantity, partial: sum.partial }
}

/** Findings as computed now, with what was accepted when the figure was entered; an accepted one that no longer arises is kept. */
function withAcknowledgements(found: Finding[], accepted: Finding[]): Finding[] {
  const acknowledgementOf = new Map(accepted.map(({ code, acknowledged }) => [code, acknowledged]))
  const codes = new Set(found.map(({ code }) => code))
  return [
    ...found.map((finding) => ({ ...finding, acknowledged: acknowledgementOf.get(finding.code) ?? null })),
    ...accepted.filter(({ code }) => !codes.has(code)),
  ]
}
