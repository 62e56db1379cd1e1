import type { Wording } from '@/domain/wording/wording'

/** What the public is not shown of places and small numbers in this crisis, a sentence each; nothing where nothing is withheld. */
export function publicLimits({ words: { publicLimits: words }, crisis }: Wording): string[] {
  const { publicPlaceLevel: level, suppressBelow: below } = crisis
  return [
    ...(level === null ? [] : [words.coarsened(words.levels[level])]),
    ...(below === null ? [] : [level === null ? words.suppressedAnywhere(below) : words.suppressed(below)]),
  ]
}
