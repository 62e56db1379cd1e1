import { AnswerCache } from '@/app/_server/answer-cache'
import { findCrisis, keyOfQuery } from '@/app/_server/ask-crisis'
import { type AskedCrisis, loadCrisis } from '@/app/_server/loaders'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { type FigureLabels, type FigureRow, toFigureRow } from '@/components/figures/figure-row'
import type { KeyFigure, ScopeSelector } from '@/domain/crisis/crisis'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import { selectorsOf } from '@/domain/ledger/ledger-view'
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

/**
 * The rows of the table of figures for what the address asks, newest first; from memory where the same was asked at the same revision.
 * `?tile=` narrows them to the scopes of one key figure; `keyFigure` is the one it names.
 */
export async function loadFigureRows(
  slug: string,
  searchParams: PageSearchParams,
  labels: FigureLabels,
): Promise<AskedCrisis & FigureRows & { keyFigure: KeyFigure | null }> {
  const [asked, { ctx }] = await Promise.all([loadCrisis(slug, searchParams), findCrisis(slug)])
  const { crisis, revision, viewpoint, filter, options } = asked
  const keyFigure = crisis.keyFigures.find((one) => one.key === searchParams.tile) ?? null
  const key = JSON.stringify([keyFigure?.key, crisis.slug, revision, keyOfQuery(asked, ctx.now().toISOString())])
  const found = await tables.getOrMake(key, async () => {
    const page = { limit: mostRows, cursor: null }
    const { items, nextCursor } = await listFigures({ ctx, crisis, viewpoint, filter, page })
    const scopes = keyFigure && new Set(selectorsOf(keyFigure).map(selectorKey))
    const wanted = scopes ? items.filter((figure) => scopes.has(scopeKey(scopeOf(figure)))) : items
    const wording = makeWording(viewpoint.locale, crisis, options.codelist)
    return { rows: wanted.map((figure) => toFigureRow(figure, wording, labels)), isCut: nextCursor !== null }
  })
  return { ...asked, ...found, keyFigure }
}

/** The key of a scope holds ids alone; names are the reader's. */
function selectorKey({ places, events, ...selector }: ScopeSelector): string {
  return scopeKey({
    ...selector,
    places: places.map((place) => ({ ...place, name: '' })),
    events: events.map((id) => ({ id, title: '' })),
  })
}
