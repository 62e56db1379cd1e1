import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeXlsx } from '@/formats/xlsx/write-xlsx'

test('a workbook holds numbers as numbers and formulas as defused text', async () => {
  const workbook = await writeXlsx({
    name: 'figures',
    columns: ['claimant', 'low'],
    rows: [
      ['=HYPERLINK("x")', 200],
      ['a\u0000b', null],
    ],
  })
  const sheet = readEntry(workbook, 'xl/worksheets/sheet1.xml')
  const strings = readEntry(workbook, 'xl/sharedStrings.xml')
  expect(sheet).toMatch(/<v>200<\/v>/)
  expect(sheet).not.toContain('<f>')
  expect(strings).toContain("'=HYPERLINK")
  expect(strings).toContain('>ab<')
})

/** The text of one file of a zip archive, found by its central directory. */
function readEntry(archive: Buffer, name: string): string {
  let at = archive.indexOf('PK\u0001\u0002')
  while (at >= 0) {
    const nameLength = archive.readUInt16LE(at + 28)
    const local = archive.readUInt32LE(at + 42)
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const body = archive.subarray(start, start + archive.readUInt32LE(at + 20))
      return (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8')
    }
    at = archive.indexOf('PK\u0001\u0002', at + 4)
  }
  throw new Error(`${name} is not in the archive`)
}
