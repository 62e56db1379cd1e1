import type { Locale } from '@/domain/viewpoint/viewpoint'

/** Arabic with the digits 0-9, as the United Nations' reports in Arabic write their numbers; and one calendar for all. */
const tags: Record<Locale, string> = { en: 'en', hy: 'hy', ru: 'ru', ar: 'ar-u-ca-gregory-nu-latn' }

/** The tag by which `Intl` formats numbers, dates and lists of a locale. */
export function intlTagOf(locale: Locale): string {
  return tags[locale]
}
