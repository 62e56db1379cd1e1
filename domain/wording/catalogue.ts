import type { Locale } from '@/domain/viewpoint/viewpoint'
import { catalogueEn } from '@/domain/wording/catalogue-en'

/** One language's words for figures, headlines and reports. English fixes the shape; a translation that lacks a phrase does not compile. */
export type Catalogue = typeof catalogueEn

const catalogues: { en: Catalogue } & Partial<Record<Locale, Catalogue>> = { en: catalogueEn }

/** The words of a locale, English where there is no translation yet, and which language they are in. */
export function catalogueOf(locale: Locale): { words: Catalogue; language: Locale } {
  const words = catalogues[locale]
  return words ? { words, language: locale } : { words: catalogues.en, language: 'en' }
}
