import { type Cell, defuseText, type ExportTable } from '@/domain/export/table'

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, which Excel needs to read it as such, lines ended by CRLF. Text that a
 * spreadsheet would run as a formula is defused; numbers stay numbers; null is an empty cell.
 */
export function writeCsv({ columns, rows }: ExportTable): string {
  const lines = [columns, ...rows].map((row) => row.map(writeCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = defuseText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
