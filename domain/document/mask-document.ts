import { maskSpans, nameWithheldIn, type Span } from '@/domain/reading/mask-names'

/** A text as those see it to whom the names in it are not shown. */
export interface MaskedText {
  text: string
  /** Where an offset of the archived text lies in the masked one. */
  moved: (offset: number) => number
  /** Whether a place of the archived text holds a withheld name. */
  holdsName: (place: Span) => boolean
}

/** Masks names in an archived text: the spans that its quotes withhold, and every other place where the same words stand. */
export function maskDocument(text: string, withheld: readonly Span[], language: string): MaskedText {
  const spans = apart([...withheld, ...sameWords(text, withheld)])
  return {
    ...maskSpans(text, spans, nameWithheldIn(language)),
    holdsName: (place) => spans.some(({ start, end }) => start < place.end && end > place.start),
  }
}

function sameWords(text: string, withheld: readonly Span[]): Span[] {
  const names = new Set(withheld.map(({ start, end }) => text.slice(start, end).trim().replace(/\s+/gu, ' ')))
  return [...names]
    .filter((name) => /\p{L}.*\p{L}/u.test(name))
    .flatMap((name) => {
      const words = name.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
      return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    })
}

function apart(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
