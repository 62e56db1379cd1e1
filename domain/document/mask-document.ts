import { maskSpans, nameWithheldIn, type Span } from '@/domain/reading/mask-names'

/** A text as those see it to whom the names in it are not shown. */
export interface MaskedText {
  text: string
  /** Where an offset of the archived text lies in the masked one. */
  moved: (offset: number) => number
  /** Other words about the document, such as a note: without the names that its quotes withhold. */
  maskWords: (words: string) => string
  /** A quote of it, by its place in the archived text; one that holds no withheld name stays as it is. */
  maskQuote: (quote: string, place: Span | null) => string
}

/** Masks names in an archived text: the spans that its quotes withhold, and every other place where the same words stand. */
export function maskDocument(text: string, withheld: readonly Span[], language: string): MaskedText {
  const names = namesIn(text, withheld)
  const spans = apart([...withheld, ...findNames(text, names)])
  const mark = nameWithheldIn(language)
  const masked = maskSpans(text, spans, mark)
  const maskWords = (words: string) => maskSpans(words, apart(findNames(words, names)), mark).text
  return {
    ...masked,
    maskWords,
    maskQuote: (quote, place) => {
      const holdsName = place && spans.some(({ start, end }) => start < place.end && end > place.start)
      if (!place || !holdsName) return maskWords(quote)
      return masked.text.slice(masked.moved(place.start), masked.moved(place.end)).replace(/\s+/gu, ' ')
    },
  }
}

/** The names themselves, each once; a single sign is none that could be looked for. */
function namesIn(text: string, withheld: readonly Span[]): string[] {
  const names = new Set(withheld.map(({ start, end }) => text.slice(start, end).trim().replace(/\s+/gu, ' ')))
  return [...names].filter((name) => /\p{L}.*\p{L}/u.test(name))
}

function findNames(text: string, names: readonly string[]): Span[] {
  return names.flatMap((name) => {
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
