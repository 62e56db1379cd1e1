export interface Sentence {
  start: number
  end: number
  /** The number of its paragraph, from 0. */
  paragraph: number
  /** A line of a list or table: "Open: 288". */
  isRow: boolean
}

/** A full stop ends a sentence where a space and a capital, a digit or a quotation mark follow; "Oct 7. attacks" and "4 p.m. on" go on. */
const fullStop = /[.!?…](?:["”»’)\]])*(?=\s+["“«‘([]*[\p{Lu}\p{Lo}\p{N}])|[؟։]/gu
const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|No|vs|тыс|млн|г|гг|им|\p{Lu})\.$/u
const blankLine = /\n[^\S\n]*\n/g
const row = /^[^\n]{0,79}[^\n\d][:–—\t][\s\u00a0]*\d[^\n]{0,30}$/gmu

/** The sentences of a text, UTF-16 offsets; a blank line and a row of a list end one too. */
export function splitSentences(text: string): Sentence[] {
  const blanks = [...text.matchAll(blankLine)].map(({ index }) => index)
  const rows = [...text.matchAll(row)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const stops = [...text.matchAll(fullStop)]
    .map((match) => match.index + match[0].length)
    .filter((end) => !abbreviation.test(text.slice(Math.max(0, end - 8), end)))
  const ends = [...stops, ...blanks, ...rows.flatMap(({ start, end }) => [start, end]), text.length].sort(
    (a, b) => a - b,
  )
  const rowStarts = new Set(rows.map(({ start }) => start))
  const sentences: Sentence[] = []
  let start = 0
  let paragraph = 0
  for (const end of ends) {
    if (end <= start) continue
    const first = start + (text.slice(start, end).match(/^\s*/)?.[0].length ?? 0)
    while ((blanks[paragraph] ?? Number.POSITIVE_INFINITY) < first) paragraph++
    if (first < end) sentences.push({ start: first, end, paragraph, isRow: rowStarts.has(first) })
    start = end
  }
  return sentences
}
