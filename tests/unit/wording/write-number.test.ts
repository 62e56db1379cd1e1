import fc from 'fast-check'
import { expect, it } from 'vitest'
import { locales } from '@/domain/viewpoint/viewpoint'
import { intlTagOf } from '@/domain/wording/intl-tag'
import { writeNumber } from '@/domain/wording/write-number'

it.each(locales)('writes whole numbers in %s as the server’s Intl does', (locale) => {
  const numbers = new Intl.NumberFormat(intlTagOf(locale))
  fc.assert(
    fc.property(fc.oneof(fc.nat(20_000), fc.nat(10 ** 9)), (value) => {
      expect(writeNumber(value, locale)).toBe(numbers.format(value))
    }),
  )
})

it('writes decimals and negatives', () => {
  expect(locales.map((locale) => writeNumber(-12345.5, locale))).toEqual([
    '-12,345.5',
    '-12\u00a0345,5',
    '-12\u00a0345,5',
    '-12,345.5',
  ])
})
