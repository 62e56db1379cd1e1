/** Characters that fit side by side over the width of the page at the table's size, insets left out. */
const lineCharacters = 110
const shortest = 8
const longest = 25
/** Numbers with their words stay on one line up to here. */
const longestNumber = 34
/** What a column of longer texts has at least. */
const wide = 20
/** A column most of whose cells are empty may be this narrow. */
const sparse = 14

/**
 * The widths of a table's columns as shares: a column of short cells is as wide as its longest cell, the others share what is left by the
 * length of their text; what nobody needs goes to the last column of text.
 */
export function shareColumnWidths(columns: { label: string; align: 'start' | 'end' }[], cells: string[][]): number[] {
  const widths = columns.map((column, index) => {
    const lengths = [column.label, ...cells.map((row) => row[index] ?? '')].map((text) => [...text].length)
    const most = Math.max(...lengths)
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    // Numbers must not be torn from their marks: they get more room than their letters need.
    const room = column.align === 'start' ? 3 : 4
    // A column most of whose cells are empty still has room for its longest one.
    const weight = Math.sqrt(Math.max(average, most / 4))
    return { most: Math.max(shortest, most + room), weight, average, isText: column.align === 'start' }
  })
  const fixed = widths.map(({ most, isText }) => (most <= (isText ? longest : longestNumber) ? most : null))
  const taken = fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const free = Math.max(lineCharacters - taken, 0)
  const wanted = widths.reduce((sum, { weight }, index) => sum + (fixed[index] === null ? weight : 0), 0)
  const shares = widths.map(({ average, most, weight }, index) => {
    const least = average < sparse / 2 ? Math.min(Math.max(sparse, most / 3), wide) : wide
    return fixed[index] ?? Math.max(least, (free * weight) / wanted)
  })
  const flexible = shares.reduce((sum, share, index) => sum + (fixed[index] === null ? share : 0), 0)
  // Columns of text wrap; numbers and dates must not.
  if (taken + flexible > lineCharacters && taken < lineCharacters / 2) {
    return shares.map((share, index) => (fixed[index] === null ? (share * (lineCharacters - taken)) / flexible : share))
  }
  const rest = lineCharacters - shares.reduce((sum, share) => sum + share, 0)
  const last = widths.findLastIndex(({ isText }) => isText)
  return shares.map((share, index) => (rest > 0 && index === last ? share + rest : share))
}
