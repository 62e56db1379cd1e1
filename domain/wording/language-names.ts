import type { Locale } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'

/** What a language calls itself, as a link to it reads: "English", "Հայերեն". */
export function ownNameOf(locale: Locale): string {
  const name = new Intl.DisplayNames([intlTagOf(locale)], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
