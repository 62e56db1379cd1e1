import { AnswerCache } from '@/app/_server/answer-cache'
import { findCrisis, keyOfQuery } from '@/app/_server/ask-crisis'
import { type AskedCrisis, loadCrisis } from '@/app/_server/loaders'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import { composeTheme, type Theme, type ThemePage } from '@/domain/dashboard/compose-theme'
import { readLedgerSlice } from '@/services/read-ledger-slice'

const themes = new AnswerCache<ThemePage>(100)

/** A theme of a crisis for what the address asks; from memory where the same was asked at the same revision. */
export async function loadTheme(
  slug: string,
  theme: Theme,
  searchParams: PageSearchParams,
): Promise<AskedCrisis & { page: ThemePage }> {
  const [asked, { ctx }] = await Promise.all([loadCrisis(slug, searchParams), findCrisis(slug)])
  const { crisis, revision, viewpoint, filter } = asked
  const key = JSON.stringify([theme, crisis.slug, revision, keyOfQuery(asked, ctx.now().toISOString())])
  const page = await themes.getOrMake(key, async () =>
    composeTheme(await readLedgerSlice({ ctx, crisis, viewpoint, filter }), theme),
  )
  return { ...asked, page }
}
