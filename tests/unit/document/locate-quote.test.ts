import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuote } from '@/domain/document/locate-quote'

describe('the place of a quote', () => {
  it('is where its words stand', () => {
    expect(locateQuote('In all, 12 people died.', '12 people')).toEqual({ start: 8, end: 17 })
  })

  it('is found across a line break and doubled spaces', () => {
    expect(locateQuote('at least\n two  people', 'at least two people')).toEqual({ start: 0, end: 21 })
  })

  it('is nowhere where a word differs', () => {
    expect(locateQuote('at least two people', 'at least ten people')).toBeNull()
  })

  it('takes no sign of a quote for a pattern', () => {
    expect(locateQuote('killed (12) [sic] +5?', '(12)\n[sic] +5?')).toEqual({ start: 7, end: 21 })
    expect(locateQuote('killed 12', '.* 12')).toBeNull()
    expect(locateQuote('a well-known a/b', 'well-known\ta/b')).toEqual({ start: 2, end: 16 })
  })

  it('of any stretch of a text holds that stretch', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length
        const quote = text.slice(start, start + 1 + (b % text.length))
        const found = locateQuote(text, quote)
        expect(found && text.slice(found.start, found.end)).toBe(quote)
      }),
    )
  })
})
