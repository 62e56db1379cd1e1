import { indicatorWords, weakWords } from '@/domain/reading/indicator-words'

/** A word that says what a number beside it counts, UTF-16 offsets. */
export interface Cue {
  indicator: string | null
  /** It names people rather than what happened to them. */
  isWeak: boolean
  start: number
  end: number
}

/** Blanks stand for any white space; Arabic letters may carry their vowel signs. */
const asPattern = (stem: string) =>
  stem.replaceAll(' ', '[\\s\\u00a0]+').replace(/[\u0621-\u064a]/g, '$&[\\u064b-\\u0652]*')
const patterns = indicatorWords.map(({ indicator, stems }) => ({
  indicator,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:و|ال|وال)?(?:${stems.map(asPattern).join('|')})(?![\\p{L}])`, 'giu'),
}))

/** The cues of a text in its order; where two overlap, the longer one. */
export function findCues(text: string): Cue[] {
  const found = patterns.flatMap(({ indicator, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index: start }): Cue => {
      return { indicator, isWeak: weakWords.test(words), start, end: start + words.length }
    }),
  )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Cue[] = []
  for (const cue of found) {
    const last = kept.at(-1)
    if (!last || last.end <= cue.start) kept.push(cue)
    else if (cue.end - cue.start > last.end - last.start) kept[kept.length - 1] = cue
  }
  return kept
}
