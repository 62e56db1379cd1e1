import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { type Cell, defuseText, type ExportTable } from '@/domain/export/table'

/** Excel refuses a file with a longer text in a cell. */
const longestText = 32_767

/** A table as an Excel workbook of one sheet, its head set bold and kept in view. Text is defused as in CSV; numbers stay numbers. */
export async function writeXlsx({ name, columns, rows }: ExportTable): Promise<Buffer> {
  const head: Row = columns.map((value) => ({ value, fontWeight: 'bold' }))
  const body = rows.map((row): Row => row.map(writeCell))
  return await writeXlsxFile([head, ...body], { sheet: name, stickyRowsCount: 1 }).toBuffer()
}

function writeCell(cell: Cell): Row[number] {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  return { value: defuseText(cell).slice(0, longestText), type: String }
}
