import { AnswerCache } from '@/app/_server/answer-cache'
import { findCrisis, keyOfQuery } from '@/app/_server/ask-crisis'
import { type AskedCrisis, loadCrisis } from '@/app/_server/loaders'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { type FigureLabels, type FigureRow, toFigureRow } from '@/components/figures/figure-row'
import { figureLocalizer } from '@/domain/wording/localize'
import { makeWording } from '@/domain/wording/wording'
import { listFigures } from '@/services/read-figures'

/** Figures a table is made of, at most: the newest. Beyond it the page asks to narrow the filter. */
export const mostRows = 5000

interface FigureRows {
  rows: FigureRow[]
  /** Whether there are more than the table holds. */
  isCut: boolean
}

const tables = new AnswerCache<FigureRows>(40_000, ({ rows }) => rows.length + 1)

/** The rows of the table of figures for what the address asks, newest first; from memory where the same was asked at the same revision. */
export async function loadFigureRows(
  slug: string,
  searchParams: PageSearchParams,
  labels: FigureLabels,
): Promise<AskedCrisis & FigureRows> {
  const [asked, { ctx }] = await Promise.all([loadCrisis(slug, searchParams), findCrisis(slug)])
  const { crisis, revision, viewpoint, filter, options } = asked
  const key = JSON.stringify([crisis.slug, revision, keyOfQuery(asked, ctx.now().toISOString())])
  const found = await tables.getOrMake(key, async () => {
    const page = { limit: mostRows, cursor: null }
    const { items, nextCursor } = await listFigures({ ctx, crisis, viewpoint, filter, page })
    const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
    const localize = figureLocalizer(crisis, options.codelist, viewpoint.locale)
    const rows = items.map((figure) => toFigureRow(localize(figure), wording, labels))
    return { rows, isCut: nextCursor !== null }
  })
  return { ...asked, ...found }
}
