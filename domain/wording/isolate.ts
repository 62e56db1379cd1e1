import type { Locale } from '@/domain/viewpoint/viewpoint'

const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Greek}]/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const directions: Record<Locale, 'ltr' | 'rtl'> = { en: 'ltr', hy: 'ltr', ru: 'ltr', ar: 'rtl' }

/** In which direction a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return directions[locale]
}

/**
 * A name or title as a part of a line in the language: one written in the other direction stands between the marks of an isolate (Unicode
 * UAX 9), else the numbers and marks beside it would be drawn into its direction ("Reuters, 19 ...").
 */
export function isolateForeign(text: string, locale: Locale): string {
  const foreign = directions[locale] === 'rtl' ? leftToRight : rightToLeft
  return foreign.test(text) && !text.startsWith('\u2068') ? `\u2068${text}\u2069` : text
}
