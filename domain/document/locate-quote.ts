/**
 * Where a quote stands in an archived text, as UTF-16 offsets; null where it does not. Line breaks and runs of spaces count as one space,
 * since a page wraps its lines anew in every copy.
 */
export function locateQuote(text: string, quote: string): { start: number; end: number } | null {
  const exact = text.indexOf(quote)
  if (exact >= 0) return { start: exact, end: exact + quote.length }
  const words = quote.trim().split(/\s+/u).map(escapePattern)
  const match = new RegExp(words.join('\\s+'), 'u').exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

const escapePattern = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
