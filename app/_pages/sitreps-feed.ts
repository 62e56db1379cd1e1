import { getTranslations } from 'next-intl/server'
import { originOfRequest } from '@/app/_pages/chart-drawer'
import { findCrisis } from '@/app/_server/ask-crisis'
import type { Feed, FeedEntry } from '@/domain/feed/feed'
import { highlightsText } from '@/domain/sitrep/write-sitrep-text'
import { startOfDay } from '@/domain/time/local-time'
import { readNewestEditions, type WholeEdition } from '@/services/read-newest-editions'

/** So many of the newest editions stand in a feed. */
const mostEntries = 50

/** The feed of a crisis's sitreps, `file` of their page: each edition is an entry of its own, since none ever changes. */
export async function makeSitrepsFeed(slug: string, file: string): Promise<Feed> {
  const [{ ctx, crisis }, t, origin] = await Promise.all([
    findCrisis(slug),
    getTranslations('sitreps'),
    originOfRequest(),
  ])
  const home = `${origin}/crises/${slug}/sitreps`
  const editions = await readNewestEditions({ ctx, crisis, most: mostEntries })
  return {
    title: `${t('title')} – ${crisis.title}`,
    subtitle: t('subtitle'),
    language: ctx.locale,
    home,
    self: `${home}/${file}`,
    author: crisis.publisher,
    since: startOfDay(crisis.startDay, crisis.timeZone),
    entries: editions.map((edition) =>
      toEntry(edition, {
        home,
        files: `${origin}/api/v1/crises/${slug}/sitreps`,
        titled: (title, edition) => (edition === 1 ? title : `${title}, ${t('editionOf', { edition })}`),
      }),
    ),
  }
}

function toEntry(
  { listed, content }: WholeEdition,
  { home, files, titled }: { home: string; files: string; titled: (title: string, edition: number) => string },
): FeedEntry {
  const { id, number, edition, publishedAt } = listed
  return {
    id: `${home}#${id}:${edition}`,
    url: `${home}/${number}?edition=${edition}`,
    title: titled(content.title, edition),
    text: highlightsText(content),
    at: publishedAt,
    file: { url: `${files}/${number}/pdf?edition=${edition}`, type: 'application/pdf' },
  }
}
