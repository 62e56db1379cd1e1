import { getTranslations } from 'next-intl/server'
import { originOfRequest } from '@/app/_pages/chart-drawer'
import { findCrisis } from '@/app/_server/ask-crisis'
import { loadCrisis } from '@/app/_server/loaders'
import { whatWasCounted, whereOf } from '@/components/figures/figure-row'
import type { LedgerCorrection } from '@/domain/correction/correction'
import type { Feed, FeedEntry } from '@/domain/feed/feed'
import { startOfDay } from '@/domain/time/local-time'
import { listed } from '@/domain/wording/punctuation'
import { makeWording, quantityText, type Wording } from '@/domain/wording/wording'
import { readCorrectionsLedger } from '@/services/read-corrections'

/** So many of the newest corrections stand in a feed. */
const mostEntries = 100

/** The feed of a crisis's corrections, `file` of its page, for whoever asks. */
export async function makeCorrectionsFeed(slug: string, file: string): Promise<Feed> {
  const [{ crisis, options, viewpoint, filter }, { ctx }, t, tFigure, origin] = await Promise.all([
    loadCrisis(slug),
    findCrisis(slug),
    getTranslations('corrections'),
    getTranslations('figure'),
    originOfRequest(),
  ])
  const corrections = await readCorrectionsLedger({ ctx, crisis, viewpoint, filter })
  const home = `${origin}/crises/${slug}/corrections`
  const wording = makeWording(viewpoint.locale, crisis, options.codelist, viewpoint.asOf)
  const words: Words = {
    line: (name, value) => `${t(name)}: ${value}`,
    withdrawn: t('withdrawn'),
    edition: (number, edition) => tFigure('sitrep', { number, edition }),
  }
  return {
    title: `${t('title')} – ${crisis.title}`,
    subtitle: t('subtitle'),
    language: viewpoint.locale,
    home,
    self: `${home}/${file}`,
    author: crisis.publisher,
    since: startOfDay(crisis.startDay, crisis.timeZone),
    entries: corrections.slice(0, mostEntries).map((one) => toEntry(one, { home, origin, slug, wording, words })),
  }
}

interface Words {
  line: (name: 'was' | 'now' | 'why' | 'editions' | 'what', value: string) => string
  withdrawn: string
  edition: (number: number, edition: number) => string
}

function toEntry(
  correction: LedgerCorrection,
  {
    home,
    origin,
    slug,
    wording,
    words,
  }: { home: string; origin: string; slug: string; wording: Wording; words: Words },
): FeedEntry {
  const { line, edition } = words
  if (correction.kind === 'erratum') {
    const { sitrep, number, mends, what, why, at } = correction
    return {
      id: `${home}#${sitrep}:${correction.edition}`,
      url: `${origin}/crises/${slug}/sitreps/${number}?edition=${correction.edition}`,
      title: edition(number, mends),
      text: [line('what', what), line('why', why)].join('\n'),
      at,
    }
  }
  const { figure, was, now, reason, at, editions } = correction
  const stood = listed(
    wording.language,
    editions.map(({ number, edition: one }) => edition(number, one)),
  )
  return {
    id: `${home}#${figure}:${was.version}`,
    url: `${origin}/crises/${slug}/figures/${figure}`,
    title: listed(wording.language, [whatWasCounted(was, wording), whereOf(was, wording), was.claimant.name]),
    text: [
      line('was', quantityText(wording, was.quantity)),
      line('now', now ? quantityText(wording, now.quantity) : words.withdrawn),
      line('why', reason),
      ...(stood ? [line('editions', stood)] : []),
    ].join('\n'),
    at,
  }
}
