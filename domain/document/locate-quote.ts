import { type Span, splitAtMarks } from '@/domain/reading/mask-names'

/** The longest name, with its titles, that one mark may stand for; longer gaps would let a quote leave out what it likes. */
const longestName = 100

/**
 * Where a quote stands in an archived text, as UTF-16 offsets; null where it does not. Line breaks and runs of spaces count as one space,
 * since a page wraps its lines anew in every copy. `meant`: which of several places with these words; any other offsets count for nothing.
 * A quote with withheld names is found by the words between them, in order, and its place covers the names; one that begins or ends with a
 * name is found only at the place `meant`, since the text does not tell how far the name reaches.
 */
export function locateQuote(text: string, quote: string, meant: Span | null = null): Span | null {
  if (meant && text.slice(meant.start, meant.end) === quote) return { start: meant.start, end: meant.end }
  const exact = text.indexOf(quote)
  if (exact >= 0) return { start: exact, end: exact + quote.length }
  const pieces = splitAtMarks(quote)
  if (pieces.length === 1) return findWords(text, quote.trim(), 0)
  if (meant && fitPieces(text, pieces, meant)) return { start: meant.start, end: meant.end }
  return findPieces(text, pieces)
}

/**
 * The names that a located quote withholds: spans of the archived text, which must not be shown where the quote is not. None where the
 * source itself wrote the mark.
 */
export function findMaskedSpans(text: string, quote: string, position: Span): Span[] {
  if (text.slice(position.start, position.end) === quote) return []
  return fitPieces(text, splitAtMarks(quote), position) ?? []
}

const escapePattern = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function findWords(text: string, words: string, from: number): Span | null {
  const pattern = new RegExp(words.split(/\s+/u).map(escapePattern).join('\\s+'), 'gu')
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

/** The gaps between pieces that fill a place from end to end, each no longer than a name; null where they do not. */
function fitPieces(text: string, pieces: readonly string[], place: Span): Span[] | null {
  const inside = text.slice(0, place.end)
  const gaps: Span[] = []
  let at = place.start
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1
    let found =
      piece === '' ? { start: isLast ? place.end : at, end: isLast ? place.end : at } : findWords(inside, piece, at)
    // The last piece ends where the place ends, wherever its words stood before.
    while (found && isLast && piece !== '' && found.end < place.end) found = findWords(inside, piece, found.start + 1)
    if (!found || (index === 0 && found.start !== place.start) || (isLast && found.end !== place.end)) return null
    if (index > 0) gaps.push(trim(text, { start: at, end: found.start }))
    at = found.end
  }
  return gaps.every(({ start, end }) => start < end && end - start <= longestName) ? gaps : null
}

/** The first place where the pieces follow one another with no more than a name between. */
function findPieces(text: string, pieces: readonly string[]): Span | null {
  const [first = '', ...rest] = pieces
  if (first === '' || rest.at(-1) === '') return null
  for (let start = findWords(text, first, 0); start; start = findWords(text, first, start.start + 1)) {
    let end: number | null = start.end
    for (const piece of rest) {
      if (piece === '') continue
      const next: Span | null = findWords(text.slice(0, end + longestName + piece.length * 2 + 2), piece, end + 1)
      end = next?.end ?? null
      if (end === null) break
    }
    const place = end === null ? null : { start: start.start, end }
    if (place && fitPieces(text, pieces, place)) return place
  }
  return null
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}
