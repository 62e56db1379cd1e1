/** What stands in a quote where the name of a victim or a private person stood, by the quote's language. */
export const nameWithheld = {
  en: '[name withheld]',
  hy: '[անունը չի հրապարակվում]',
  ru: '[имя не разглашается]',
  ar: '[الاسم محجوب]',
} as const

export interface Span {
  start: number
  end: number
}

/** The mark in a language (BCP 47); English where the language has none of its own. */
export function nameWithheldIn(language: string): string {
  const code = language.toLowerCase().split('-')[0] ?? ''
  return code in nameWithheld ? nameWithheld[code as keyof typeof nameWithheld] : nameWithheld.en
}

const isOfWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{M}\p{N}'’-]/u.test(sign)

/** Spans in order, widened to whole words, empty ones left out, those with nothing but white space between them made one. */
function wholeWords(text: string, spans: readonly Span[]): Span[] {
  const widened = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map((span) => {
      let { start, end } = span
      while (/\s/u.test(text[start] ?? '')) start++
      while (/\s/u.test(text[end - 1] ?? '')) end--
      if (isOfWord(text[start])) while (isOfWord(text[start - 1])) start--
      if (isOfWord(text[end - 1])) while (isOfWord(text[end])) end++
      return { start, end }
    })
    .sort((a, b) => a.start - b.start)
  const merged: Span[] = []
  for (const span of widened) {
    const last = merged.at(-1)
    if (last && text.slice(last.end, span.start).trim() === '') last.end = Math.max(last.end, span.end)
    else merged.push(span)
  }
  return merged
}

/**
 * A quote with the mark instead of each selected span (UTF-16 offsets in the quote). A span is widened to whole words, so that no letter of
 * a name stays.
 */
export function maskQuote(quote: string, spans: readonly Span[], language: string): string {
  return maskSpans(quote, wholeWords(quote, spans), nameWithheldIn(language)).text
}

/** A text with `mark` instead of each span (in order, apart from one another), and where an offset of the text lies in what came out. */
export function maskSpans(
  text: string,
  spans: readonly Span[],
  mark: string,
): { text: string; moved: (offset: number) => number } {
  let masked = ''
  let from = 0
  for (const { start, end } of spans) {
    masked += text.slice(from, start) + mark
    from = end
  }
  const moved = (offset: number) => {
    let shift = 0
    for (const { start, end } of spans) {
      if (offset <= start) break
      // Within a name there is no place of its own: its mark begins or ends there.
      if (offset < end) return start + shift + mark.length
      shift += mark.length - (end - start)
    }
    return offset + shift
  }
  return { text: masked + text.slice(from), moved }
}

const anyMark = new RegExp(
  Object.values(nameWithheld)
    .map((mark) => mark.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'u',
)

/** The words of a quote between its marks: one piece more than marks; one piece where nothing is withheld. */
export function splitAtMarks(quote: string): string[] {
  return quote.split(anyMark).map((piece) => piece.trim())
}
