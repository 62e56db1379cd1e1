/** What a cell of an exported table holds. Numbers stay numbers, so that a spreadsheet can compute with them. */
export type Cell = string | number | boolean | null

/** A table ready to be written in any file format. `name` becomes the sheet's. */
export interface ExportTable {
  name: string
  columns: string[]
  rows: Cell[][]
}

/** One column of a list: its heading, and its cell for an item. */
export interface Column<Item> {
  heading: string
  cell: (item: Item) => Cell
}

/** Sets the items of a list in rows. */
export function makeTable<Item>(name: string, columns: readonly Column<Item>[], items: readonly Item[]): ExportTable {
  return {
    name,
    columns: columns.map(({ heading }) => heading),
    rows: items.map((item) => columns.map(({ cell }) => cell(item))),
  }
}

/**
 * A text a spreadsheet will not run as a formula: one that begins with = + - @, tab or carriage return gets an apostrophe before it
 * (OWASP, CSV injection). Control characters that no file format can hold are left out.
 */
export function defuseText(text: string): string {
  const printable = [...text].filter((character) => !isForbidden(character)).join('')
  return /^[=+\-@\t\r]/.test(printable) ? `'${printable}` : printable
}

/** C0 controls but tab and line ends, and the noncharacters XML 1.0 forbids. */
function isForbidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfffe ||
    code === 0xffff
  )
}
