import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The shipped families, in the order in which the template asks for a glyph. The regular cut stands for the family: the cuts cover the same. */
const regularCuts = [
  'AttestSans-Regular.ttf',
  'AttestSansArmenian-Regular.ttf',
  'AttestSansArabic-Regular.ttf',
  'AttestSansMath-Regular.ttf',
  'AttestSansSymbols-Regular.ttf',
  'AttestSansShapes-Regular.ttf',
]

/** The code points of one font file, from its `cmap` table (OpenType 1.9, formats 4 and 12). */
function readCodePoints(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap')
      return readCmap(font.subarray(font.readUInt32BE(record + 8)))
  }
  throw new Error('The font has no cmap table.')
}

function readCmap(cmap: Buffer): Set<number> {
  const covered = new Set<number>()
  const encodings = cmap.readUInt16BE(2)
  for (let index = 0; index < encodings; index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) readSegments(subtable, covered)
    if (format === 12) readGroups(subtable, covered)
  }
  return covered
}

function readSegments(subtable: Buffer, covered: Set<number>) {
  const width = subtable.readUInt16BE(6)
  for (let offset = 0; offset < width; offset += 2) {
    const end = subtable.readUInt16BE(14 + offset)
    const start = subtable.readUInt16BE(16 + width + offset)
    const delta = subtable.readUInt16BE(16 + width * 2 + offset)
    const rangeAt = 16 + width * 3 + offset
    const range = subtable.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + (code - start) * 2)
      if (range === 0 ? ((glyph + delta) & 0xffff) !== 0 : glyph !== 0) covered.add(code)
    }
  }
}

function readGroups(subtable: Buffer, covered: Set<number>) {
  const groups = subtable.readUInt32BE(12)
  for (let index = 0; index < groups; index++) {
    const at = 16 + index * 12
    for (let code = subtable.readUInt32BE(at); code <= subtable.readUInt32BE(at + 4); code++) covered.add(code)
  }
}

/** For each shipped family, the code points it can set. */
export function readFontCoverage(folder: string): Set<number>[] {
  return regularCuts.map((file) => readCodePoints(readFileSync(join(folder, file))))
}
