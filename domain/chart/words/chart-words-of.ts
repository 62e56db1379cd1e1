import type { ChartWords } from '@/domain/chart/words/chart-words'
import { chartWordsAr } from '@/domain/chart/words/chart-words-ar'
import { chartWordsEn } from '@/domain/chart/words/chart-words-en'
import { chartWordsHy } from '@/domain/chart/words/chart-words-hy'
import { chartWordsRu } from '@/domain/chart/words/chart-words-ru'
import type { Locale } from '@/domain/viewpoint/viewpoint'

const byLocale: Record<Locale, ChartWords> = { en: chartWordsEn, hy: chartWordsHy, ru: chartWordsRu, ar: chartWordsAr }

/** The words of a locale. */
export function chartWordsOf(locale: Locale): ChartWords {
  return byLocale[locale]
}
