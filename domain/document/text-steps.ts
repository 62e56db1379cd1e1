/** A stretch of a text, UTF-16 offsets. */
export interface TextSpan {
  start: number
  end: number
}

const word = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.,:’'‑-]*[\p{L}\p{M}\p{N}])?/gu

/** The words of a text in its order. "10,000", "p.m" and "Artsakh’s" are one each. */
export function findWords(text: string): TextSpan[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}

/** The paragraphs of a text that hold anything, in its order. */
export function findParagraphs(text: string): TextSpan[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}

const sentenceEnd = /[.!?…։。؟]["”’»)\]]*(?=\s+["“‘«([]?[\p{Lu}\p{Lo}\p{N}])/gu
/** What ends in a full stop and ends no sentence, as a rule. */
const abbreviation = /(?:\b(?:a|p)\.m|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|No|approx)|\b\p{Lu})\.$/u

/** The sentences of a text, as far as punctuation tells; a sentence ends with its paragraph. */
export function findSentences(text: string): TextSpan[] {
  return findParagraphs(text).flatMap((paragraph) => {
    const inside = text.slice(paragraph.start, paragraph.end)
    const ends = [...inside.matchAll(sentenceEnd)]
      .map(({ 0: found, index }) => index + found.length)
      .filter((end) => !abbreviation.test(inside.slice(0, end)))
    let from = 0
    return [...ends, inside.length].flatMap((end) => {
      const lead = inside.slice(from, end).search(/\S/u)
      const sentence = { start: paragraph.start + from + Math.max(lead, 0), end: paragraph.start + end }
      from = end
      return lead < 0 ? [] : [sentence]
    })
  })
}

/** The index of the span that holds the offset, else of the last before it; 0 where there is none. */
export function spanAt(spans: readonly TextSpan[], offset: number): number {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
