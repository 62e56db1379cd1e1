import type { NumberWords } from '@/domain/quantity/number-words'
import { arabic } from '@/domain/quantity/number-words-ar'
import { english } from '@/domain/quantity/number-words-en'
import { otherLanguages } from '@/domain/quantity/number-words-europe'
import { armenian } from '@/domain/quantity/number-words-hy'
import { russian } from '@/domain/quantity/number-words-ru'

const languages: Record<string, NumberWords> = {
  en: english,
  ru: russian,
  hy: armenian,
  ar: arabic,
  ...otherLanguages,
}

/** What a word is, in the languages that are read together. */
export interface Lexicon {
  values: Map<string, number>
  scales: Map<string, number>
  bareScales: Set<string>
  scalesAfter: { words: Set<string>; scales: Set<string> }
  joiners: Set<string>
  articles: Set<string>
  persons: Set<string>
}

function mergeWords(language: string | null): Lexicon {
  const lexicon: Lexicon = {
    values: new Map(),
    scales: new Map(),
    bareScales: new Set(),
    scalesAfter: { words: new Set(), scales: new Set() },
    joiners: new Set(),
    articles: new Set(),
    persons: new Set(),
  }
  for (const [code, words] of Object.entries(languages)) {
    const isHidden = (word: string) => code !== language && (words.ambiguous ?? []).includes(word)
    for (const [word, value] of Object.entries(words.values)) if (!isHidden(word)) lexicon.values.set(word, value)
    for (const [word, scale] of Object.entries(words.scales)) if (!isHidden(word)) lexicon.scales.set(word, scale)
    for (const word of words.bareScales ?? []) lexicon.bareScales.add(word)
    for (const word of words.scalesAfter?.words ?? []) lexicon.scalesAfter.words.add(word)
    for (const word of words.scalesAfter?.scales ?? []) lexicon.scalesAfter.scales.add(word)
    for (const word of words.joiners ?? []) lexicon.joiners.add(word)
    for (const word of words.articles ?? []) lexicon.articles.add(word)
    for (const word of words.persons ?? []) lexicon.persons.add(word)
  }
  return lexicon
}

const lexicons = new Map<string, Lexicon>()

/**
 * The number words to read a text with: those of every language, as a text may quote another, without the ambiguous ones of languages
 * other than `language` (BCP 47; its region is not looked at).
 */
export function lexiconFor(language: string | null = null): Lexicon {
  const code = language?.toLowerCase().split('-')[0] ?? ''
  const key = code in languages ? code : ''
  const known = lexicons.get(key) ?? mergeWords(key === '' ? null : key)
  lexicons.set(key, known)
  return known
}
