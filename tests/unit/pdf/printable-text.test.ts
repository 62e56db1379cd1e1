import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFontCoverage } from '@/formats/pdf/font-coverage'
import { makePrintable } from '@/formats/pdf/printable-text'
import { pdfFolder } from '@/formats/pdf/typst-thread'

const coverage = readFontCoverage(join(pdfFolder, 'fonts'))

describe('text for the shipped fonts', () => {
  it.each([
    'At least 2 civilians – “killed”',
    'Ստեփանակերտ',
    'Степанакерт',
    'ستيباناكيرت',
    '98\u202f625 → 100\u202f417 ≥ 3',
  ])('leaves %s as it is', (text) => expect(makePrintable(text, coverage)).toBe(text))

  it('puts an empty box for what no shipped font holds', () => {
    expect(makePrintable('a 🇦🇲 b 漢 c', coverage)).toBe('a □ b □ c')
  })

  it('gives a long unbroken run invisible places to break, but no address', () => {
    expect(makePrintable('x'.repeat(30), coverage)).toBe(
      `${'x'.repeat(12)}\u200b${'x'.repeat(12)}\u200b${'x'.repeat(6)}`,
    )
    const address = `https://example.org/${'x'.repeat(40)}`
    expect(makePrintable(address, coverage)).toBe(address)
  })

  it('keeps of any text only characters with a glyph, a space or none needed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const character of makePrintable(text, coverage).replace(
          /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/gu,
          '',
        )) {
          expect(coverage.some((font) => font.has(character.codePointAt(0) ?? 0))).toBe(true)
        }
      }),
    )
  })
})
