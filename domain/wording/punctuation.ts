import type { Locale } from '@/domain/viewpoint/viewpoint'
import { isolateForeign } from '@/domain/wording/isolate'

/** The marks between parts of a line, with the space that follows them. */
export interface Punctuation {
  stop: string
  comma: string
  semicolon: string
  /** Between a label and what is said of it. */
  colon: string
  /** From an earlier value to a later one, in the direction of reading. */
  arrow: string
  quote: (text: string) => string
}

const guillemets = (text: string) => `«${text}»`

const byLocale: Record<Locale, Punctuation> = {
  en: { stop: '.', comma: ', ', semicolon: '; ', colon: ': ', arrow: ' → ', quote: (text) => `“${text}”` },
  hy: { stop: '։', comma: ', ', semicolon: '; ', colon: '՝ ', arrow: ' → ', quote: guillemets },
  ru: { stop: '.', comma: ', ', semicolon: '; ', colon: ': ', arrow: ' → ', quote: guillemets },
  ar: {
    stop: '.',
    comma: '، ',
    semicolon: '؛ ',
    colon: ': ',
    arrow: ' ← ',
    quote: (text) => guillemets(isolateForeign(text, 'ar')),
  },
}

/** Parts of a line one after another, as the language sets commas; those that say nothing are left out. */
export function listed(locale: Locale, parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(byLocale[locale].comma)
}

/** How a language punctuates. */
export function punctuationOf(locale: Locale): Punctuation {
  return byLocale[locale]
}
