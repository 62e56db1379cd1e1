import { isOfDesk } from '@/app/_pages/is-of-desk'
import { findCrisis } from '@/app/_server/ask-crisis'
import { type AskedCrisis, loadCrisis } from '@/app/_server/loaders'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import type { Excerpt } from '@/domain/document/listed-document'
import type { FigureDetail } from '@/domain/figure/figure-detail'
import { figureLocalizer } from '@/domain/wording/localize'
import { readDecisionsAround } from '@/services/read-decisions-around'
import { readDocument } from '@/services/read-documents'
import { readFigure } from '@/services/read-figures'

/** What the page of a figure tells. `isOfDesk`: whether the reader may work on it. */
interface FigureStory extends Awaited<ReturnType<typeof readDecisionsAround>> {
  figure: FigureDetail
  excerpts: Map<string, Excerpt>
  isOfDesk: boolean
}

/** A figure with its quotes in the words around them, by citation id; a quote whose document is not open stands alone. */
export async function loadFigure(
  slug: string,
  id: string,
  searchParams: PageSearchParams,
): Promise<AskedCrisis & FigureStory> {
  const [asked, { ctx }] = await Promise.all([loadCrisis(slug, searchParams), findCrisis(slug)])
  const { crisis, viewpoint } = asked
  const localize = figureLocalizer(crisis, asked.options.codelist, viewpoint.locale)
  const figure = localize(await readFigure({ ctx, crisis, viewpoint, id }))
  const ids = new Set(figure.citations.map(({ document }) => document.id))
  const documents = await Promise.all([...ids].map((one) => readDocument({ ctx, crisis, viewpoint, id: one })))
  const excerpts = documents.flatMap((document) => document.excerpts)
  return {
    ...asked,
    figure,
    excerpts: new Map(excerpts.map((excerpt) => [excerpt.citation, excerpt])),
    isOfDesk: isOfDesk(ctx, crisis),
    ...(await readDecisionsAround({ ctx, crisis, viewpoint, figure })),
  }
}
