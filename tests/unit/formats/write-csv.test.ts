import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from '@/formats/csv/write-csv'

test('text that a spreadsheet would run is defused, a negative number is left a number', () => {
  const csv = writeCsv({
    name: 'x',
    columns: ['a', 'b'],
    rows: [
      ['=1+1', -5],
      ['@cmd', null],
      ['-5', 7],
    ],
  })
  expect(csv).toBe("\uFEFFa,b\r\n'=1+1,-5\r\n'@cmd,\r\n'-5,7\r\n")
})

test('whatever a cell holds, a CSV reader gets it back', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text) && !/\p{Cc}/u.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const csv = writeCsv({ name: 'x', columns: ['a', 'b'], rows })
      expect(parse(csv, { bom: true, from_line: 2, record_delimiter: '\r\n' })).toEqual(rows)
    }),
  )
})
