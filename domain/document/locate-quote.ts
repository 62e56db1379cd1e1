/**
 * Where a quote stands in an archived text, as UTF-16 offsets; null where it does not. Line breaks and runs of spaces count as one space,
 * since a page wraps its lines anew in every copy. `meant`: which of several places with these words; any other offsets count for nothing.
 */
export function locateQuote(
  text: string,
  quote: string,
  meant: { start: number; end: number } | null = null,
): { start: number; end: number } | null {
  if (meant && text.slice(meant.start, meant.end) === quote) return { start: meant.start, end: meant.end }
  const exact = text.indexOf(quote)
  if (exact >= 0) return { start: exact, end: exact + quote.length }
  const words = quote.trim().split(/\s+/u).map(escapePattern)
  const match = new RegExp(words.join('\\s+'), 'u').exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

const escapePattern = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
