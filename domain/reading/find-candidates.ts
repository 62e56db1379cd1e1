import type { Cue } from '@/domain/reading/find-cues'
import type { QuantityInText } from '@/domain/reading/find-quantities'
import { noFigureWords, thingWords } from '@/domain/reading/indicator-words'
import { facetOfWord } from '@/domain/reading/population-words'
import { denialWords, goingOnWords, partWords } from '@/domain/reading/scope-words'
import type { Sentence } from '@/domain/reading/split-sentences'
import { wordsAfter } from '@/domain/reading/words-after'

/** A number of a text with the word that says what it counts. */
export interface Candidate {
  found: QuantityInText
  sentence: Sentence
  cue: Cue
  isPart: boolean
  isDenied: boolean
}

/** Words of a noun phrase end before one of these. */
const phraseEnd =
  /^(?:were|was|are|is|be|been|being|have|has|had|in|of|from|to|at|on|by|for|with|and|or|who|whom|that|which|while|whilst|after|during|as|said|еще|и|в|на|из|были|был|է|են|էին|և|في|من|على|و|إلى)$/iu

/** The words of the noun phrase behind a number. */
function nounPhrase(text: string, position: number): string[] {
  const words = wordsAfter(text, position, 6).map(({ text: word }) => word)
  const end = words.findIndex((word) => phraseEnd.test(word))
  return end < 0 ? words : words.slice(0, end)
}

/** Whether a number counts things and not people: "30 observation posts", but not "200 hospital staff". */
function countsThings(text: string, position: number): boolean {
  const phrase = nounPhrase(text, position)
  return phrase.some((word) => thingWords.test(word)) && !phrase.some((word) => facetOfWord(word))
}

const hasBreak = (words: string) => /[,;:()–—]/.test(words.replace(/\([^()]*\)/g, ''))
const isAdjacent = (words: string) => /^[\s\u00a0]*(?:of|the|by|to|at)?[\s\u00a0]*$/iu.test(words)

/**
 * The cue that a number goes with: one behind it in its clause, else one before it in its clause, else beyond a comma; what happened goes
 * before who it happened to. Between the numbers before and after it only, and not what stands right before the next ("and injured 11").
 */
function ownCue(
  text: string,
  cues: readonly Cue[],
  around: { from: number; to: number },
  found: QuantityInText,
): Cue | null {
  const ranked = cues.flatMap((cue) => {
    if (cue.start >= found.end && cue.end <= around.to) {
      const isOfNext = isAdjacent(text.slice(cue.end, around.to)) && around.to < text.length
      const far = hasBreak(text.slice(found.end, cue.start)) ? 2 : 0
      return isOfNext ? [] : [{ cue, rank: far + (cue.isWeak ? 1.5 : 0), distance: cue.start - found.end }]
    }
    if (cue.end <= found.start && cue.start >= around.from) {
      const far = hasBreak(text.slice(cue.end, found.start)) ? 2 : 0
      return [{ cue, rank: 1 + far + (cue.isWeak ? 1.5 : 0), distance: found.start - cue.end }]
    }
    return []
  })
  ranked.sort((a, b) => a.rank - b.rank || a.distance - b.distance)
  return ranked[0]?.cue ?? null
}

/** Takes from the front of a list, in the order of a text, what lies within each sentence in turn. */
function takeBySentence<Item extends { start: number; end: number }>(
  items: readonly Item[],
): (sentence: Sentence) => Item[] {
  let next = 0
  return ({ start, end }) => {
    while (next < items.length && (items[next]?.start ?? 0) < start) next++
    const first = next
    while (next < items.length && (items[next]?.end ?? end + 1) <= end) next++
    return items.slice(first, next)
  }
}

/** The numbers of a text that count people or what befell them, each with its cue, in the order of the text. */
export function findCandidates(
  text: string,
  sentences: readonly Sentence[],
  quantities: readonly QuantityInText[],
  cues: readonly Cue[],
): Candidate[] {
  const candidates: Candidate[] = []
  const quantitiesOf = takeBySentence(quantities)
  const cuesOf = takeBySentence(cues)
  let lastCue: Cue | undefined
  for (const sentence of sentences) {
    const inSentence = quantitiesOf(sentence)
    const ofSentence = cuesOf(sentence)
    const heading = sentence.isRow ? lastCue : undefined
    lastCue = ofSentence.at(-1) ?? lastCue
    if (inSentence.length === 0) continue
    const words = text.slice(sentence.start, sentence.end)
    const isDenied = denialWords.test(words)
    const own = inSentence.map((found, index) => {
      const from = inSentence[index - 1]?.end ?? sentence.start
      const to = inSentence[index + 1]?.start ?? sentence.end
      return ownCue(text, ofSentence, { from, to }, found)
    })
    const previous = candidates.at(-1)
    const isUnderHeading = heading && !/\n\s*\n/.test(text.slice(heading.end, sentence.start))
    // A number without a cue of its own takes that of the one before, in its sentence or where the sentence goes on about it.
    let last: Cue | null =
      previous && previous.sentence.paragraph === sentence.paragraph && goingOnWords.test(words) ? previous.cue : null
    if (isUnderHeading) last = heading
    let isAfterPart = false
    for (const [index, found] of inSentence.entries()) {
      const before = text.slice(inSentence[index - 1]?.end ?? sentence.start, found.start)
      const isMarked = partWords.test(before)
      const shared: Cue | null =
        own[index] ?? (last === null || !(isMarked || isAfterPart) ? sharedCue(text, inSentence, own, index) : null)
      const cue = shared ?? last
      if (cue === null || countsThings(text, found.end) || noFigureWords.test(before)) continue
      const isPart: boolean = isMarked || (shared === null && !sentence.isRow)
      isAfterPart = isPart
      candidates.push({ found, sentence, cue, isPart, isDenied })
      last = cue
    }
  }
  return candidates
}

/** The cue of the next number, where both stand before it: "13 police officers and over 460 gang members lost their lives". */
function sharedCue(
  text: string,
  numbers: readonly QuantityInText[],
  own: readonly (Cue | null)[],
  index: number,
): Cue | null {
  const [here, next, cue] = [numbers[index], numbers[index + 1], own[index + 1]]
  if (!here || !next || !cue || cue.start < next.start) return null
  const between = text.slice(here.end, next.start)
  return /^[^.;:]*(?:,|(?<!\p{L})(?:and|or|и|և|or|و|y|et|und)(?!\p{L})|including)[^.;:]*$/iu.test(between) ? cue : null
}
