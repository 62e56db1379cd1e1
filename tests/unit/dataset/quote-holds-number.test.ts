import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteHoldsNumber } from '@/domain/dataset/quote-holds-number'

describe('a quote', () => {
  it.each([
    ['1,049 children', 1049],
    ['84 770 forcibly displaced people', 84_770],
    ['42.500 sfollati forzati', 42_500],
    ['53 629 человек', 53_629],
    ['68 ألف و386 شخصا', 68_386],
    ['9 آلاف', 9000],
    ['19 тисяч людей', 19_000],
    ['٦٦٥٠٠ نازح', 66_500],
    ['two hundred and three people', 203],
    ['Thirty-five civilians were injured', 35],
    ['elf Verletzte', 11],
    ['общо четирима', 4],
    ['darunter ein Kind', 1],
    ['198’e yükseldi', 198],
  ])('"%s" holds %i', (quote, number) => {
    expect(quoteHoldsNumber(quote, number)).toBe(true)
  })

  it.each([
    ['more than 400 wounded', 40],
    ['1,049 children', 49],
    ['twenty-five killed', 20],
    ['several people', 2],
  ])('"%s" does not hold %i', (quote, number) => {
    expect(quoteHoldsNumber(quote, number)).toBe(false)
  })

  it('holds any whole number however its thousands are grouped', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom(',', '.', ' ', '’', ''), (number, separator) => {
        const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, separator)
        expect(quoteHoldsNumber(`about ${grouped} people`, number)).toBe(true)
      }),
    )
  })
})
