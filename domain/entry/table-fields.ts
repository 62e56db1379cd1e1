import { blankStatement, type EntryRef, type Named, type StatementFields } from '@/domain/entry/figure-fields'
import {
  type CitedDocument,
  dayOfDocument,
  type FieldProblem,
  publicationOf,
  type SentFigure,
  toStatement,
} from '@/domain/entry/to-figure-entry'
import type { PlaceRef } from '@/domain/figure/figure'
import type { Indicator } from '@/domain/indicator/indicator'
import { everyone, type Population } from '@/domain/population/population'
import type { Quantity } from '@/domain/quantity/quantity'
import { readQuantity } from '@/domain/reading/read-quantity'
import { readTypedTime } from '@/domain/time/read-typed-time'

/** One row of the table: what is counted, of whom, and the words that prove its numbers (empty: the table's). */
export interface TableRow {
  indicator: string
  population: Population
  quote: string
}

/** A whole table of one statement, as it stands in its form: rows of indicators and populations, columns of days or of places. */
export interface TableFields {
  statement: StatementFields
  columnsAre: 'days' | 'places'
  rows: TableRow[]
  /** A day as typed, or a place. */
  columns: { day: string; place: Named | null }[]
  /** As typed, by row and column; empty where nothing is entered. */
  cells: string[][]
  /** Words that prove the numbers of all rows that have none of their own. */
  quote: string
  /** Where columns are days: the places of all. */
  places: PlaceRef[]
  /** Where columns are places: the day of all; empty: as published. */
  asOf: string
  events: Named[]
  /** Why what the guard rails find in it is accepted. */
  reason: string
}

export const mostFigures = 200

const blankRow: TableRow = { indicator: 'complaints-received', population: everyone, quote: '' }
const blankColumn = { day: '', place: null }

export const blankTable: TableFields = {
  statement: { ...blankStatement, relation: 'direct' },
  columnsAre: 'days',
  rows: [blankRow, blankRow, blankRow],
  columns: [blankColumn, blankColumn, blankColumn],
  cells: [],
  quote: '',
  places: [],
  asOf: '',
  events: [],
  reason: '',
}

export const cellAt = ({ cells }: TableFields, row: number, column: number) => cells[row]?.[column] ?? ''

/** The table with another text in a cell. */
export function typeCell(fields: TableFields, row: number, column: number, text: string): TableFields {
  const cells = fields.rows.map((_, r) =>
    fields.columns.map((_, c) => (r === row && c === column ? text : cellAt(fields, r, c))),
  )
  return { ...fields, cells }
}

/** The table without a row, and what stands in it; the last row stays. */
export function removeRow(fields: TableFields, row: number): TableFields {
  if (fields.rows.length <= 1) return fields
  const rest = <Item>(items: readonly Item[]) => items.filter((_, at) => at !== row)
  return { ...fields, rows: rest(fields.rows), cells: rest(fields.cells) }
}

/** The same of a column. */
export function removeColumn(fields: TableFields, column: number): TableFields {
  if (fields.columns.length <= 1) return fields
  const rest = <Item>(items: readonly Item[]) => items.filter((_, at) => at !== column)
  return { ...fields, columns: rest(fields.columns), cells: fields.cells.map(rest) }
}

/** What a spreadsheet puts on the clipboard: rows by lines, cells by tabs, a cell with breaks or tabs in it in quotes. */
export function parsePasted(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y
  let at = 0
  while (at <= text.length) {
    cell.lastIndex = at
    const match = cell.exec(text)
    rows.at(-1)?.push((match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '').trim())
    at += match?.[0].length ?? 0
    if (at >= text.length) break
    const end = /\t|\r?\n/y
    end.lastIndex = at
    const separator = end.exec(text)?.[0] ?? '\t'
    at += separator.length
    if (separator !== '\t') rows.push([])
  }
  // The last line ends with a break too.
  return rows.filter((row, index) => index < rows.length - 1 || row.some((one) => one !== ''))
}

/** The table with pasted cells from a cell on; rows and columns are added as far as they are needed. */
export function pasteCells(fields: TableFields, row: number, column: number, pasted: string[][]): TableFields {
  const wide = column + Math.max(0, ...pasted.map(({ length }) => length))
  const rows = [...fields.rows]
  while (rows.length < row + pasted.length) rows.push({ ...(rows.at(-1) ?? blankRow), quote: '' })
  const columns = [...fields.columns]
  while (columns.length < wide) columns.push(blankColumn)
  const cells = rows.map((_, r) => columns.map((_, c) => pasted[r - row]?.[c - column] ?? cellAt(fields, r, c)))
  return { ...fields, rows, columns, cells }
}

/** A cell as people write it: null for nothing (blank, a dash, "n/a"), undefined for what cannot be read. */
export function readCell(text: string): Quantity | null | undefined {
  const typed = text.trim()
  if (/^(?:[-–—.…]*|n\/?a|нет|չկա)$/iu.test(typed)) return null
  const quantity = readQuantity(typed)?.quantity
  // A second number, or words around a vague one, say something else than a number.
  const rest = quantity && typed.replace(quantity.words, '')
  const isAlone =
    quantity && !/\p{N}/u.test(rest ?? '') && (quantity.qualifier !== 'unquantified' || rest?.trim() === '')
  return isAlone ? quantity : undefined
}

export interface CellProblem {
  row: number
  column: number
  problem: 'unreadable' | 'no-column' | 'no-quote'
}

/** The table as it is sent, with which cell each figure is from; `cells` and `problems` name what cannot be sent yet. */
export function toTable(
  fields: TableFields,
  { document, zone, codelist }: { document: CitedDocument | null; zone: string; codelist: readonly Indicator[] },
) {
  const place = { document, zone }
  const said = toStatement(fields.statement, place)
  const problems: FieldProblem[] = fields.statement.ref === null ? [...said.problems] : []
  const cells: CellProblem[] = []
  const figures: SentFigure[] = []
  const origins: { row: number; column: number }[] = []
  const published = publicationOf(document, zone)
  const day = dayOfDocument(document, zone)
  const ofAll = fields.asOf.trim() === '' ? null : readTypedTime(fields.asOf, zone, day)
  if (fields.columnsAre === 'places' && fields.asOf.trim() !== '' && !ofAll)
    problems.push({ field: 'asOf', problem: 'no-time' })
  for (const [row, { indicator, population, quote: own }] of fields.rows.entries()) {
    const listed = codelist.find(({ key }) => key === indicator)
    for (const [column, { day: typedDay, place: at }] of fields.columns.entries()) {
      const quantity = readCell(cellAt(fields, row, column))
      if (quantity === null) continue
      const quote = own.trim() || fields.quote.trim()
      const span = fields.columnsAre === 'days' ? readTypedTime(typedDay, zone, day) : ofAll
      const isNamed = fields.columnsAre === 'days' ? span !== null : at !== null
      if (!quantity) cells.push({ row, column, problem: 'unreadable' })
      else if (!isNamed) cells.push({ row, column, problem: 'no-column' })
      else if (quote === '') cells.push({ row, column, problem: 'no-quote' })
      if (!quantity || !isNamed || quote === '') continue
      const asOf = span ? { ...span, stated: true, note: null } : published
      const isPeriod = listed?.measure === 'flow'
      const basis = isPeriod ? 'period' : listed?.measure === 'stock' ? 'stock' : 'running-total'
      figures.push({
        indicator,
        population,
        places:
          at && fields.columnsAre === 'places'
            ? [{ role: 'at', id: at.id }]
            : fields.places.map(({ role, id }) => ({ role, id })),
        events: fields.events.map(({ id }) => id),
        quantity,
        unit: listed?.unit ?? 'persons',
        basis: {
          kind: basis,
          start: isPeriod ? (asOf?.start ?? null) : null,
          end: isPeriod ? (asOf?.end ?? null) : null,
          // A flow in a column of a day is of that day; otherwise nobody said when its time began.
          assumed: isPeriod && fields.columnsAre === 'places',
        },
        asOf,
        partOf: null as EntryRef | null,
        citations: [{ document: document?.id ?? '', quote, relation: fields.statement.relation }],
      })
      origins.push({ row, column })
    }
  }
  if (figures.length === 0 && cells.length === 0) problems.push({ field: 'table', problem: 'missing' })
  if (figures.length > mostFigures) problems.push({ field: 'table', problem: 'too-many' })
  return { statement: said.statement, figures, origins, cells, problems }
}
