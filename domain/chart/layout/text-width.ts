/** Advance widths of Noto Sans Regular from U+0020 to U+007E, thousandths of the size. */
const ascii = [
  260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907,
  760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615,
  564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380,
  551, 380, 572,
]

/** Mean widths of the scripts' letters in the same family. */
function widthOf(code: number): number {
  if (code >= 0x20 && code <= 0x7e) return ascii[code - 0x20] ?? 600
  if (code === 0x2009 || code === 0x202f) return 166
  if (code === 0xa0) return 260
  if (code >= 0x300 && code <= 0x36f) return 0
  // Marks of direction have no width.
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2069)) return 0
  if (code >= 0x2010 && code <= 0x2014) return 500
  if (code >= 0x400 && code <= 0x52f) return 650
  if (code >= 0x531 && code <= 0x556) return 740
  if (code >= 0x561 && code <= 0x58f) return 660
  // Arabic letters join and so are narrower in a word than each alone.
  if (code >= 0x600 && code <= 0x6ff) return 560
  return 620
}

/** The width of a text in px at a size, in Noto Sans; semi-bold is a twentieth wider. An estimate within a few per cent. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  let width = 0
  for (const character of text) width += widthOf(character.codePointAt(0) ?? 0)
  return (width * size * (weight === 600 ? 1.06 : 1)) / 1000
}

/** Breaks a text at spaces into lines no wider than `limit` px; a single longer word keeps its line. Past `most` lines it ends in "…". */
export function wrapText(text: string, size: number, limit: number, weight: 400 | 600 = 400, most = 3): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, size, weight) > limit) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}
