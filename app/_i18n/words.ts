import type { Locale } from '@/domain/viewpoint/viewpoint'
import { directionOf } from '@/domain/wording/isolate'
import english from '@/messages/en.json'

/** The words by language, each made once. */
const files: Record<Locale, () => Promise<{ default: typeof english }>> = {
  en: async () => ({ default: english }),
  hy: () => import('@/messages/hy.json'),
  ru: () => import('@/messages/ru.json'),
  ar: () => import('@/messages/ar.json'),
}
const made = new Map<Locale, Promise<typeof english>>()
const make = async (locale: Locale) => {
  const { default: words } = await files[locale]()
  return directionOf(locale) === 'rtl' ? isolated(words) : words
}

/** The words of the screens in a language. */
export function wordsOf(locale: Locale): Promise<typeof english> {
  const words = made.get(locale) ?? make(locale)
  made.set(locale, words)
  return words
}

/**
 * Words written from the right, with each thing that is put into them in an isolate of its own (Unicode UAX 9): a Latin name would draw the
 * number beside it into its direction.
 */
function isolated<Words extends object>(words: Words): Words {
  const parts = Object.entries(words).map(([name, said]) => [
    name,
    typeof said === 'string' ? said.replace(/\{\w+\}/g, '\u2068$&\u2069') : isolated(said),
  ])
  return Object.fromEntries(parts)
}
