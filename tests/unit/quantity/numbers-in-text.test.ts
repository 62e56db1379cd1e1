import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCount } from '@/domain/quantity/is-count'
import { findNumbers } from '@/domain/quantity/numbers-in-text'

const valuesOf = (text: string, language?: string) => findNumbers(text, language).map(({ value }) => value)
const countsOf = (text: string) =>
  findNumbers(text)
    .filter((number) => isCount(text, number))
    .map(({ value }) => value)

describe('the numbers of a text', () => {
  it('are read where they are spelled out', () => {
    const spelled: [string, number][] = [
      ['twenty-three', 23],
      ['twenty three', 23],
      ['two hundred and five', 205],
      ['twelve hundred', 1200],
      ['one million two hundred thousand', 1_200_000],
      ['a hundred', 100],
      ['three dozen', 36],
      ['half a dozen', 6],
      ['half a million', 500_000],
      ['двадцать три', 23],
      ['двести пять', 205],
      ['двух тысяч пятисот', 2500],
      ['полторы тысячи', 1500],
      ['более тысячи', 1000],
      ['քսաներեք', 23],
      ['երկու հազար', 2000],
      ['հարյուր հինգ', 105],
      ['ثلاثة وعشرون', 23],
      ['خمسة آلاف', 5000],
      ['مئتان وخمسة', 205],
      ['treinta y dos', 32],
    ]
    for (const [text, value] of spelled) expect(valuesOf(text), text).toEqual([value])
  })

  it('are read in digits of any script, with the words that multiply them', () => {
    const written: [string, number][] = [
      ['٤٠٠', 400],
      ['1.2 million', 1_200_000],
      ['48 thousand', 48_000],
      ['1,5 тыс. человек', 1500],
      ['5 тысяч 200 человек', 5200],
      ['26 ألف و600 شخص', 26_600],
      ["100'514", 100_514],
    ]
    for (const [text, value] of written) expect(valuesOf(text), text).toEqual([value])
  })

  it('stay apart where a comma, a word or the sense parts them', () => {
    expect(valuesOf('two hundred, five of them children')).toEqual([200, 5])
    expect(valuesOf('three and five')).toEqual([3, 5])
    expect(valuesOf('192, 198 or 200')).toEqual([192, 198, 200])
    expect(valuesOf('في 24 و25 سبتمبر، 9 آلاف')).toEqual([24, 25, 9000])
  })

  it('are not seen in words that only look like one', () => {
    expect(valuesOf('a nine-storey house, once due in hundreds of a kind')).toEqual([])
    expect(valuesOf('once on ten', 'en')).toEqual([10])
    expect(valuesOf('on iki', 'tr')).toEqual([10, 2])
  })

  it('take the article of a person for one', () => {
    expect(findNumbers('including a child and a house')).toEqual([{ value: 1, start: 10, end: 11, isArticle: true }])
  })

  it('stand where their words stand', () => {
    const text = 'At least two hundred and five people, 1,5 тыс. беженцев'
    expect(findNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'two hundred and five',
      '1,5 тыс',
    ])
  })

  it('written in digits come back as they are', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        expect(valuesOf(`${value}`)).toEqual([value])
        expect(valuesOf(`some ${value.toLocaleString('en')} people`)).toEqual([value])
        expect(valuesOf(`${value.toLocaleString('en').replaceAll(',', '\u00a0')} человек`)).toEqual([value])
      }),
    )
  })
})

describe('a number that counts nobody', () => {
  it('is a day, a year or a time of the clock', () => {
    expect(countsOf('on 19 September 2023 at 22:30 and Oct 7, at 2:00 am (0100 GMT), 7 мая, 19.09.2023')).toEqual([])
  })

  it('is a share, an age, a sum of money, a measure or a name', () => {
    expect(countsOf('86%, 52 per cent, a 15-year-old aged 12, $300, 15,000 Turkish liras, 29 tons, a Kh-22')).toEqual(
      [],
    )
  })

  it('is not the number of people beside it', () => {
    expect(countsOf('2000 people fled in 2017')).toEqual([2000])
    expect(countsOf('64 separated families, 12 martyrs, 5 minors')).toEqual([64, 12, 5])
  })
})
