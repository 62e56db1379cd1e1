import { describe, expect, test } from 'vitest'
import {
  blankFigure,
  carryOver,
  chooseIndicator,
  quantityOf,
  takeWords,
  typeNumber,
} from '@/domain/entry/figure-fields'
import { toFigureEntry, toStatement } from '@/domain/entry/to-figure-entry'
import { codelist } from '@/domain/indicator/codelist'
import { everyone } from '@/domain/population/population'

const zone = 'Asia/Yerevan'
const document = {
  id: 'd1',
  publisher: { id: 's1', name: 'A paper' },
  publishedAt: '2023-09-19T14:40:00.000Z',
  publishedPrecision: 'minute' as const,
}
const place = { document, zone }

describe('words taken from the text', () => {
  test('fill the quote, its place, the number and its qualifier, and leave the rest as it was', () => {
    const before = { ...blankFigure, population: { ...everyone, status: 'civilian' as const } }
    const taken = takeWords(before, { quote: 'at least two Karabakh civilians', position: { start: 5, end: 36 } }, 'en')
    expect(taken).toMatchObject({ number: '2', qualifier: 'at-least', words: 'at least two', position: { start: 5 } })
    expect(taken.population.status).toBe('civilian')
  })

  test('that hold no number leave the number alone', () => {
    const taken = takeWords({ ...blankFigure, number: '3' }, { quote: 'were killed', position: null }, 'en')
    expect(taken).toMatchObject({ quote: 'were killed', number: '3' })
  })
})

describe('a typed number', () => {
  test.each([
    ['2', 'exact', 2, 2],
    ['at least 20', 'at-least', 20, null],
    ['10-15', 'between', 10, 15],
    ['dozens', 'unquantified', null, null],
  ])('%s is %s', (typed, qualifier, low, high) => {
    const fields = typeNumber(blankFigure, typed)
    expect(quantityOf(fields)).toMatchObject({ qualifier, low, high, words: typed })
  })

  test('other than the published words drops these', () => {
    const taken = takeWords(blankFigure, { quote: 'at least two killed', position: null }, 'en')
    expect(typeNumber(taken, '2').words).toBe('at least two')
    expect(typeNumber(taken, '3').words).toBe('')
  })

  test('that is none is no quantity', () => {
    expect(quantityOf({ ...blankFigure, number: 'some' })).toBeNull()
  })
})

test('the next figure keeps what the last one said, save number, quote and part', () => {
  const last = { ...blankFigure, indicator: 'injured', number: '11', quote: '11 others wounded', asOf: '16:00' }
  expect(carryOver(last)).toMatchObject({ indicator: 'injured', asOf: '16:00', number: '', quote: '', partOf: null })
})

test('an indicator brings its unit and the basis it is counted on', () => {
  const stock = codelist.find(({ key }) => key === 'complaints-open')
  expect(stock && chooseIndicator(blankFigure, stock)).toMatchObject({ unit: 'complaints', basis: 'stock' })
})

describe('what is sent', () => {
  const typed = { ...blankFigure, quote: 'at least two civilians', number: '2', qualifier: 'at-least' as const }

  test('a clock time is of the day of the publication, as stated', () => {
    const { figure, problems } = toFigureEntry({ ...typed, asOf: '4 p.m.', isAsOfStated: true }, place)
    expect(problems).toEqual([])
    expect(figure.asOf).toMatchObject({ start: '2023-09-19T12:00:00.000Z', precision: 'minute', stated: true })
  })

  test('without an as-of it is when it was said, else published', () => {
    expect(toFigureEntry(typed, place).figure.asOf).toMatchObject({ end: '2023-09-19T14:40:00.000Z', stated: false })
    const said = { ...typed, statement: { ...typed.statement, saidAt: '16:00' } }
    expect(toFigureEntry(said, place).figure.asOf).toMatchObject({ end: '2023-09-19T12:00:00.000Z', stated: false })
  })

  test('what is missing or cannot be read is named by its field', () => {
    const { problems } = toFigureEntry({ ...blankFigure, number: 'x', asOf: 'whenever', basis: 'period' }, place)
    expect(problems).toEqual(
      expect.arrayContaining([
        { field: 'quote', problem: 'missing' },
        { field: 'number', problem: 'no-number' },
        { field: 'asOf', problem: 'no-time' },
        { field: 'basisStart', problem: 'missing' },
      ]),
    )
  })

  test('persons derived from households keep their arithmetic', () => {
    const { figure } = toFigureEntry(
      { ...typed, number: '412', qualifier: 'exact', unit: 'households', householdSize: '4,1' },
      place,
    )
    expect(figure).toMatchObject({
      unit: 'persons',
      quantity: { low: 1689, qualifier: 'about' },
      derived: { unit: 'households', factor: 4.1 },
    })
  })

  test('where nobody is named the publisher is the claimant', () => {
    const statement = { ...blankFigure.statement, relation: 'unattributed' as const }
    expect(toStatement(statement, place)).toMatchObject({ statement: { claimant: 's1' }, problems: [] })
    expect(toStatement(blankFigure.statement, place).problems).toEqual([{ field: 'claimant', problem: 'missing' }])
  })
})
