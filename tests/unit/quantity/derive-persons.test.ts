import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuoteFindings, findUnusedNumbers } from '@/domain/checks/quote-checks'
import { openCitationBook } from '@/domain/citation/citation-book'
import { openView } from '@/domain/ledger/ledger-view'
import { derivePersons } from '@/domain/quantity/derive-persons'
import { makeQuantity } from '@/domain/quantity/quantity'
import { wordFigure } from '@/domain/wording/word-headline'
import { makeWording, plainText } from '@/domain/wording/wording'
import { makeFigure } from '@/tests/support/make-figure'
import { makeSlice } from '@/tests/support/make-slice'

const households = makeQuantity('exact', 412, null, '412 households')
const size = { factor: 4.1, words: '4.1 to a household' }

describe('deriving persons from households', () => {
  it('multiplies, rounds, says "about" and keeps its arithmetic and both sources’ words', () => {
    const { persons, derivation } = derivePersons(households, size)
    expect(persons).toEqual(makeQuantity('about', 1689, null, '412 households; 4.1 to a household'))
    expect(derivation).toEqual({
      from: households,
      unit: 'households',
      factor: 4.1,
      arithmetic: '412 households x 4.1',
    })
  })

  it('rounds a half up, whatever binary fractions make of the size', () => {
    const persons = (count: number, factor: number) =>
      derivePersons(makeQuantity('exact', count), { factor, words: '' }).persons.low
    expect([persons(5, 4.1), persons(1, 4.5), persons(50, 1.15), persons(1, 4.49)]).toEqual([21, 5, 58, 4])
  })

  it('keeps open ends open and both ends of a range', () => {
    const shape = (quantity: ReturnType<typeof makeQuantity>) => {
      const { qualifier, low, high } = derivePersons(quantity, size).persons
      return [qualifier, low, high]
    }
    expect(shape(makeQuantity('at-least', 10))).toEqual(['at-least', 41, null])
    expect(shape(makeQuantity('more-than', 10))).toEqual(['more-than', 41, null])
    expect(shape(makeQuantity('at-most', 10))).toEqual(['at-most', null, 41])
    expect(shape(makeQuantity('between', 10, 20))).toEqual(['between', 41, 82])
    expect(shape(makeQuantity('unquantified', null, null, 'dozens'))).toEqual(['unquantified', null, null])
  })

  it('never errs by more than half a person', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 200 }), (count, tenths) => {
        const { persons } = derivePersons(makeQuantity('exact', count), { factor: tenths / 10, words: '' })
        const twice = 20 * (persons.low ?? Number.NaN) - 2 * count * tenths
        expect(twice).toBeGreaterThan(-10)
        expect(twice).toBeLessThanOrEqual(10)
      }),
    )
  })

  it('refuses a household of nobody', () => {
    expect(() => derivePersons(households, { factor: 0, words: '' })).toThrow(RangeError)
  })
})

describe('a derived figure', () => {
  const { persons, derivation } = derivePersons(households, size)
  const quoted = (quote: string) => {
    const figure = makeFigure({ indicator: 'registered', quantity: persons, derived: derivation })
    return { ...figure, citations: figure.citations.map((citation) => ({ ...citation, quote })) }
  }

  it('needs the households’ number in its quote, not its own', () => {
    expect(findQuoteFindings(quoted('the desks listed 412 households'), { locale: 'en' })).toEqual([])
    expect(
      findQuoteFindings(quoted('the desks listed 1,689 people'), { locale: 'en' }).map(({ code }) => code),
    ).toEqual(['number-not-in-quote'])
    expect(findUnusedNumbers('412 households', [quoted('')])).toEqual([])
  })

  it('says in its sentence that it is derived, and how', () => {
    const figure = quoted('412 households')
    const slice = makeSlice([figure])
    const wording = makeWording('en', slice.crisis, slice.indicators)
    const sentence = plainText(wordFigure(wording, openView(slice), openCitationBook(wording, {}), figure))
    expect(sentence).toContain('about 1,689 people')
    expect(sentence).toContain('(derived: 412 households x 4.1)')
  })
})
