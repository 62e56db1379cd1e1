/** How many words on either side of a quote everybody may read. */
const publicWords = 30

/**
 * The words around a quote: `before` and `after` hold up to `words` words each, with an ellipsis where the text goes on. Offsets are
 * characters in `text`; both sides are empty where there is no text.
 */
export function excerptAround(
  text: string | null,
  position: { start: number; end: number } | null,
  words: number = publicWords,
): { before: string; after: string } {
  if (text === null || position === null) return { before: '', after: '' }
  const before = text.slice(0, position.start).split(/(?<=\s)(?=\S)/u)
  const after = text.slice(position.end).split(/(?<=\S)(?=\s)/u)
  return {
    before: (before.length > words ? '… ' : '') + before.slice(-words).join('').trimStart(),
    after: after.slice(0, words).join('').trimEnd() + (after.length > words ? ' …' : ''),
  }
}
