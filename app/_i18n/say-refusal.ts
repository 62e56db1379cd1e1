import refusals from '@/app/_i18n/refusals.json'
import { wordsOf } from '@/app/_i18n/words'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'
import { directionOf } from '@/domain/wording/isolate'

type Said = Record<Exclude<Locale, 'en'>, string>

/** Sentences into which something was put, found by what stands around it; all others are found by their own words. */
const patterns = Object.entries(refusals).flatMap(([sentence, said]): { pattern: RegExp; said: Said }[] => {
  if (!sentence.includes('{')) return []
  const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return [{ pattern: new RegExp(`^${escaped.replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 's'), said }]
})

/** A sentence with which the server refuses, written in English, in another language; one that is not known there stays as it is. */
export async function sayRefusal(sentence: string, locale: Locale): Promise<string> {
  if (locale === 'en') return sentence
  if (Object.hasOwn(refusals, sentence)) return refusals[sentence as keyof typeof refusals][locale]
  for (const { pattern, said } of patterns) {
    const put = pattern.exec(sentence)?.groups
    if (!put) continue
    const { roles } = await wordsOf(locale)
    const [begin, end] = directionOf(locale) === 'rtl' ? ['\u2068', '\u2069'] : ['', '']
    return said[locale].replace(
      /\{(\w+)\}/g,
      (_, name: string) => `${begin}${inWords(put[name] ?? '', roles, locale)}${end}`,
    )
  }
  return sentence
}

/** Roles by their names, "contributor or reviewer"; anything else as it was put in. */
function inWords(text: string, roles: Record<string, string>, locale: Locale): string {
  const named = text.split(' or ').map((role) => roles[role])
  const known = named.filter((name) => name !== undefined)
  if (known.length < named.length) return text
  return new Intl.ListFormat(intlTagOf(locale), { type: 'disjunction' }).format(known)
}
