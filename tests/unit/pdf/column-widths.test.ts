import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareColumnWidths } from '@/formats/pdf/column-widths'

describe('column widths', () => {
  it('a column of short cells is as wide as its longest cell, and what is left goes to the last column of text', () => {
    const columns = [
      { label: 'As of', align: 'start' as const },
      { label: 'Killed', align: 'end' as const },
      { label: 'Of whom', align: 'start' as const },
    ]
    const [asOf, killed, whom] = shareColumnWidths(columns, [['19 Sep, 16:00', 'at least 2', 'civilians']])
    expect([asOf, killed]).toEqual([16, 14])
    expect(whom).toBe(110 - 16 - 14)
  })

  it('gives every column room, whatever its cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 400 }), { minLength: 1, maxLength: 9 }), (row) => {
        const widths = shareColumnWidths(
          row.map(() => ({ label: '', align: 'start' })),
          [row],
        )
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(6)
      }),
    )
  })
})
