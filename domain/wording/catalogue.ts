import type { Locale } from '@/domain/viewpoint/viewpoint'
import { catalogueAr } from '@/domain/wording/catalogue-ar'
import { type Catalogue, catalogueEn } from '@/domain/wording/catalogue-en'
import { catalogueHy } from '@/domain/wording/catalogue-hy'
import { catalogueRu } from '@/domain/wording/catalogue-ru'

const catalogues: Record<Locale, Catalogue> = { en: catalogueEn, hy: catalogueHy, ru: catalogueRu, ar: catalogueAr }

/** The words of a locale. */
export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale]
}
