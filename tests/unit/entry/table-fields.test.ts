import { describe, expect, test } from 'vitest'
import {
  blankTable,
  cellAt,
  parsePasted,
  pasteCells,
  readCell,
  removeColumn,
  removeRow,
  type TableFields,
  toTable,
} from '@/domain/entry/table-fields'
import { codelist } from '@/domain/indicator/codelist'
import { everyone } from '@/domain/population/population'

const given = {
  document: { id: 'd1', publisher: { id: 's1', name: 'Office' }, publishedAt: null, publishedPrecision: null },
  zone: 'Asia/Yerevan',
  codelist,
}
const table = (part: Partial<TableFields> = {}): TableFields => ({
  ...blankTable,
  statement: { ...blankTable.statement, claimant: { id: 's2', name: 'Ombudsman' } },
  rows: [
    { indicator: 'complaints-received', population: everyone, quote: '' },
    { indicator: 'complaints-open', population: everyone, quote: 'Open: 12' },
  ],
  columns: [
    { day: '2023-10-01', place: null },
    { day: '2023-10-02', place: null },
  ],
  quote: 'Complaints by day',
  ...part,
})

describe('a copied range', () => {
  test('is cut into cells, quoted breaks and tabs kept', () => {
    expect(parsePasted('1\t2\r\n"a\tb"\t"c ""d"""\r\n')).toEqual([
      ['1', '2'],
      ['a\tb', 'c "d"'],
    ])
    expect(parsePasted('\t\n5\t')).toEqual([
      ['', ''],
      ['5', ''],
    ])
  })

  test('adds rows and columns as far as it needs them, and overwrites nothing else', () => {
    const pasted = pasteCells(table({ cells: [['7', '']] }), 1, 1, [
      ['1', '2'],
      ['3', '4'],
    ])
    expect(pasted.rows).toHaveLength(3)
    expect(pasted.columns).toHaveLength(3)
    expect([cellAt(pasted, 0, 0), cellAt(pasted, 1, 2), cellAt(pasted, 2, 1)]).toEqual(['7', '2', '3'])
  })
})

describe('rows and columns', () => {
  const full = table({
    cells: [
      ['1', '2'],
      ['3', '4'],
    ],
  })

  test('are taken away with what stands in them, and with nothing else', () => {
    const below = removeRow(full, 0)
    expect(below.rows.map(({ indicator }) => indicator)).toEqual(['complaints-open'])
    expect(below.cells).toEqual([['3', '4']])
    const right = removeColumn(full, 0)
    expect(right.columns.map(({ day }) => day)).toEqual(['2023-10-02'])
    expect(right.cells).toEqual([['2'], ['4']])
  })

  test('are taken away before anything was typed, too', () => {
    expect(removeColumn(removeRow(table(), 1), 1)).toMatchObject({ rows: [{}], columns: [{}], cells: [] })
  })

  test('stay where they are the last', () => {
    expect(removeRow(removeRow(full, 0), 0).rows).toHaveLength(1)
    expect(removeColumn(removeColumn(full, 0), 0).columns).toHaveLength(1)
  })
})

test.each(['', ' ', '-', '–', '—', 'n/a'])('"%s" enters nothing', (text) => expect(readCell(text)).toBeNull())
test.each(['many thanks', '?', 'x'])('"%s" cannot be read', (text) => expect(readCell(text)).toBeUndefined())
test.each([
  ['1 240', 1240],
  ['12,345', 12345],
  ['٤٢', 42],
])('"%s" is a number', (text, low) => expect(readCell(text)).toMatchObject({ low }))

describe('a table that is sent', () => {
  test('has one figure for each cell that says something, each with its quote and day', () => {
    const { figures, origins, problems, cells } = toTable(
      table({
        cells: [
          ['5', '-'],
          ['', '12'],
        ],
      }),
      given,
    )
    expect({ problems, cells }).toEqual({ problems: [], cells: [] })
    expect(origins).toEqual([
      { row: 0, column: 0 },
      { row: 1, column: 1 },
    ])
    expect(figures.map(({ citations }) => citations[0]?.quote)).toEqual(['Complaints by day', 'Open: 12'])
    expect(figures[1]).toMatchObject({
      unit: 'complaints',
      basis: { kind: 'stock' },
      asOf: { precision: 'day', stated: true },
    })
  })

  test('names each cell that cannot be sent', () => {
    const columns = [
      { day: '2023-10-01', place: null },
      { day: '', place: null },
    ]
    const { cells } = toTable(
      table({
        cells: [
          ['what', '4'],
          ['', ''],
        ],
        columns,
      }),
      given,
    )
    expect(cells).toEqual([
      { row: 0, column: 0, problem: 'unreadable' },
      { row: 0, column: 1, problem: 'no-column' },
    ])
  })

  test('without any number is missing', () => {
    expect(toTable(table(), given).problems).toContainEqual({ field: 'table', problem: 'missing' })
  })
})
