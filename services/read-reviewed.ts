import { loadIndicators } from '@/db/repositories/read-crises'
import { loadIndependences, loadResolutions } from '@/db/repositories/read-decisions'
import { loadFigureSurroundings, loadOfClaimant } from '@/db/repositories/read-figure-lists'
import { readCitable } from '@/db/repositories/read-for-writing'
import { loadAllOfFigure } from '@/db/repositories/read-versions'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Citation, Figure, Finding } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { openView } from '@/domain/ledger/ledger-view'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import type { ReadDocument, ReviewedFigure } from '@/domain/workflow/reviewed'
import { deskRoles } from '@/domain/workflow/waiting'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { findInEntry } from '@/services/entry/check-entry'
import { requireCrisis } from '@/services/entry/require-crisis'
import { noSuchObject } from '@/services/no-such-object'
import { requireRole } from '@/services/require-role'
import { wordedHeadline } from '@/services/worded-headline'

interface Asked {
  ctx: Context
  crisis: Crisis
}

/**
 * The newest version of a figure, approved or not, with all that a second pair of eyes looks at: what the guard rails find now, what its
 * claimant said before, who else says what of the same people. For people of the desk.
 * @throws ServiceError `forbidden`, `not-found`
 */
export async function readReviewedFigure({ ctx, crisis, id }: Asked & { id: string }): Promise<ReviewedFigure> {
  requireRole(ctx, crisis.id, ...deskRoles)
  const now = ctx.now().toISOString()
  const viewpoint: Viewpoint = { asOf: now, knownAt: now, audience: 'internal', locale: ctx.locale }
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const versions = await loadAllOfFigure(ctx.db, crisis, id)
    const figure = versions.at(-1)
    if (!figure) throw noSuchObject('figure', id)
    const [around, earlier, indicators, resolutions, independences] = await Promise.all([
      loadFigureSurroundings(ctx.db, reading, figure),
      loadOfClaimant(ctx.db, reading, figure),
      loadIndicators(ctx.db),
      loadResolutions(ctx.db, reading),
      loadIndependences(ctx.db, reading),
    ])
    const view = openView({
      crisis,
      viewpoint,
      indicators,
      figures: around.figures,
      resolutions,
      independences,
      notes: [],
      documents: [],
      events: [],
      hashes: around.hashes,
      thinned: false,
      closed: [],
    })
    return {
      figure,
      known:
        versions.find((one) => one.knownFrom !== null && one.knownTo === null && one.version !== figure.version) ??
        null,
      findings: await findNow(ctx, crisis, figure),
      earlier: earlier.filter((one) => one.id !== id),
      headline: wordedHeadline(view, scopeOf(figure)),
      whole: around.figures.find((one) => one.id === figure.partOf) ?? null,
    }
  })
}

async function findNow(ctx: Context, crisis: Crisis, figure: Figure): Promise<Finding[]> {
  const accepted = new Map(figure.findings.map(({ code, acknowledged }) => [code, acknowledged]))
  const [checked] = await ctx.db.transaction(async (tx) => {
    const version = { figure, key: null, embargoUntil: null, acknowledged: [] }
    return await findInEntry(tx, await requireCrisis(tx, crisis.id), [version], ctx)
  })
  const found = (checked?.findings ?? []).map((finding) => ({
    ...finding,
    acknowledged: accepted.get(finding.code) ?? null,
  }))
  const codes = new Set(found.map(({ code }) => code))
  return [...found, ...figure.findings.filter(({ code }) => !codes.has(code))]
}

/** The documents of these citations with their whole archived text. For people of the desk. @throws ServiceError `forbidden` */
export async function readCitedDocuments({
  ctx,
  crisis,
  citations,
}: Asked & { citations: readonly Citation[] }): Promise<ReadDocument[]> {
  requireRole(ctx, crisis.id, ...deskRoles)
  const ids = [...new Set(citations.map(({ document }) => document.id))]
  const found = await asServiceErrors(() => readCitable(ctx.db, crisis.id, ids))
  return ids.flatMap((id) => {
    const document = found.get(id)
    if (!document) return []
    const { title, language } = document.cited
    return [{ id, title, language, text: document.text, citations: citations.filter((one) => one.document.id === id) }]
  })
}
