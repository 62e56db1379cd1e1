import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantitySchema } from '@/domain/quantity/quantity'
import { readQuantity } from '@/domain/reading/read-quantity'

const read = (selection: string) => {
  const found = readQuantity(selection)
  return found && `${found.quantity.qualifier} ${found.quantity.low ?? ''}..${found.quantity.high ?? ''}`
}

describe('the quantity in selected words', () => {
  it('keeps the bound that the source gave', () => {
    const bounds: [string, string][] = [
      ['at least two Karabakh civilians', 'at-least 2..'],
      ['no fewer than 30', 'at-least 30..'],
      ['2,000+', 'at-least 2000..'],
      ['200 or more', 'at-least 200..'],
      ['exceeds 400 people', 'more-than 400..'],
      ['has exceeded 24,000', 'more-than 24000..'],
      ['more than three dozen', 'more-than 36..'],
      ['over a million refugees', 'more-than 1000000..'],
      ['>400', 'more-than 400..'],
      ['up to 100', 'at-most ..100'],
      ['as many as 30', 'at-most ..30'],
      ['no more than 12', 'at-most ..12'],
      ['fewer than 5,000', 'fewer-than ..5000'],
      ['about 5,000', 'about 5000..5000'],
      ['nearly 4,000 victims', 'about 4000..4000'],
      ['some 19,000 people', 'about 19000..19000'],
      ['~48 000', 'about 48000..48000'],
      ['an estimated 30,000 children', 'about 30000..30000'],
      ['at least another 12', 'at-least 12..'],
      ['twenty-three', 'exact 23..23'],
      ['including a child', 'exact 1..1'],
      ['thirteen (13)', 'exact 13..13'],
    ]
    for (const [selection, expected] of bounds) expect(read(selection), selection).toBe(expected)
  })

  it('keeps it in Russian, Armenian, Arabic, Turkish and Spanish', () => {
    const bounds: [string, string][] = [
      ['более 200', 'more-than 200..'],
      ['свыше тысячи', 'more-than 1000..'],
      ['превышает 200 человек', 'more-than 200..'],
      ['не менее двух', 'at-least 2..'],
      ['около 5 тысяч', 'about 5000..5000'],
      ['порядка 300', 'about 300..300'],
      ['1,5 тыс.', 'exact 1500..1500'],
      ['առնվազն երկու', 'at-least 2..'],
      ['ավելի քան 200', 'more-than 200..'],
      ['200-ից ավելի', 'more-than 200..'],
      ['մոտ հազար', 'about 1000..1000'],
      ['أكثر من ٤٠٠', 'more-than 400..'],
      ['ما لا يقل عن اثنين', 'at-least 2..'],
      ['نحو 5 آلاف', 'about 5000..5000'],
      ['en az 12', 'at-least 12..'],
      ['más de 900 heridos', 'more-than 900..'],
      ['Al menos 56 muertos', 'at-least 56..'],
    ]
    for (const [selection, expected] of bounds) expect(read(selection), selection).toBe(expected)
  })

  it('reads ranges with both ends', () => {
    const ranges: [string, string][] = [
      ['between 10 and 15', 'between 10..15'],
      ['10-15', 'between 10..15'],
      ['10–15', 'between 10..15'],
      ['18,000 to 20,000 deaths', 'between 18000..20000'],
      ['от 8000 до 9500 человек', 'between 8000..9500'],
      ['من 10 إلى 15', 'between 10..15'],
      ['At least 20, and possibly up to 100, people', 'between 20..100'],
    ]
    for (const [selection, expected] of ranges) expect(read(selection), selection).toBe(expected)
  })

  it('gives no number to words that have none, and keeps the words', () => {
    for (const words of ['dozens', 'десятки', 'عشرات', 'несколько десятков', 'hundreds']) {
      expect(readQuantity(`${words} of them`)?.quantity, words).toEqual({
        low: null,
        high: null,
        qualifier: 'unquantified',
        words,
      })
    }
    expect(readQuantity('nothing to count')).toBeNull()
  })

  it('is the count, not the day or hour before it', () => {
    const selection = 'As of 16:00 on 19 September, at least 12 families had left'
    const found = readQuantity(selection)
    expect(found).toMatchObject({ quantity: { low: 12, words: 'at least 12' }, unit: 'households' })
    expect(selection.slice(found?.start, found?.end)).toBe('12')
  })

  it('is a possible quantity whatever is selected', () => {
    const pieces = fc.constantFrom(
      'at least ',
      'fewer than ',
      'between ',
      '0',
      '7',
      '2,000',
      ' and ',
      '-',
      ' to ',
      ' тыс',
      '5 ',
      'a ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.string(), (words, tail) => {
        const found = readQuantity(words.join('') + tail)
        if (found) expect(quantitySchema.safeParse(found.quantity).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
