import type { Unit } from '@/domain/indicator/indicator'
import type { Population } from '@/domain/population/population'
import { facetOfWord } from '@/domain/reading/population-words'
import { unitOfWord } from '@/domain/reading/unit-words'

/** A word of a text with its UTF-16 offsets. */
export interface Word {
  text: string
  start: number
  end: number
}

/** Up to `most` words behind a position, to the end of the clause or the next number. */
export function wordsAfter(text: string, position: number, most = 6): Word[] {
  const [clause = ''] = /^[^.,;:!?()[\]"“”«»։؟،؛\n\p{N}]*/u.exec(text.slice(position, position + 120)) ?? []
  return [...clause.matchAll(/[\p{L}\p{M}'’-]+/gu)].slice(0, most).map((match) => ({
    text: match[0],
    start: position + match.index,
    end: position + match.index + match[0].length,
  }))
}

/** The unit that the words behind a number tell: of the nearest word that tells one. */
export function unitAfter(text: string, position: number): Unit | null {
  for (const { text: word } of wordsAfter(text, position)) {
    const unit = unitOfWord(word) ?? (facetOfWord(word) ? 'persons' : null)
    if (unit) return unit
  }
  return null
}

/** "Eight of the dead are children": what they are comes behind the verb. */
const isLink = /^(?:are|were|is|was)$/iu

/** The facets of the people that the words behind a number name, and where the last of these words ends. */
export function peopleAfter(text: string, position: number): { facets: Partial<Population>; end: number } | null {
  let facets: Partial<Population> = {}
  let end: number | null = null
  for (const word of wordsAfter(text, position, 5)) {
    const facet = facetOfWord(word.text)
    if (facet) {
      facets = { ...facets, ...facet }
      end = word.end
    } else if (end !== null && !(isLink.test(word.text) && Object.keys(facets).length === 0)) break
  }
  return end === null ? null : { facets, end }
}
