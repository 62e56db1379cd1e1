import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import { parseViewpoint, type QueryValues } from '@/domain/viewpoint/parse-viewpoint'

const vocabulary = {
  timeZone: 'Asia/Yerevan',
  indicators: ['killed', 'injured'],
  groups: ['residents'],
  places: ['p1'],
  events: ['e1'],
  claimants: ['s1'],
}
const reader = { now: '2023-10-05T08:00:00.000Z', audience: 'public', locale: 'en' } as const
const parse = (query: QueryValues) => parseViewpoint(query, vocabulary, reader)

describe('the viewpoint of a query', () => {
  test('a day means its end in the zone of the crisis', () => {
    const { viewpoint, problems } = parse({ asOf: ['2023-09-19'], knownAt: ['2023-09-20'] })
    expect(problems).toEqual([])
    expect(viewpoint.asOf).toBe('2023-09-19T20:00:00.000Z')
    expect(viewpoint.knownAt).toBe('2023-09-20T20:00:00.000Z')
  })

  test('an instant keeps its minute whatever its offset', () => {
    expect(parse({ asOf: ['2023-09-19T16:30:00+04:00'] }).viewpoint.asOf).toBe('2023-09-19T12:30:00.000Z')
  })

  test('what is left out is now, and said to be so', () => {
    const { viewpoint, defaulted } = parse({ asOf: ['2023-09-19'], knownAt: [''] })
    expect(viewpoint.knownAt).toBe(reader.now)
    expect(defaulted).toEqual({ asOf: false, knownAt: true })
  })

  test.each(['99999-01-01', '2023-02-30', 'yesterday', '2023-09-19T16:00', '0000-00-00', '2023-09-19T99:00:00Z'])(
    'the impossible time %s is named and the rest is shown as of now',
    (asOf) => {
      const { viewpoint, problems } = parse({ asOf: [asOf] })
      expect(problems.map(({ pointer }) => pointer)).toEqual(['/asOf'])
      expect(viewpoint.asOf).toBe(reader.now)
    },
  )

  test('a time given twice is a problem, not a choice', () => {
    expect(parse({ asOf: ['2023-09-19', '2023-09-20'] }).problems).toHaveLength(1)
  })
})

describe('the filter of a query', () => {
  test('"from" is the start of its day and "to" the end', () => {
    const { filter } = parse({ from: ['2023-09-19'], to: ['2023-09-19'] })
    expect(filter.from).toBe('2023-09-18T20:00:00.000Z')
    expect(filter.to).toBe('2023-09-19T20:00:00.000Z')
  })

  test('"from" after "to" is named and neither applies', () => {
    const { filter, problems } = parse({ from: ['2023-09-20'], to: ['2023-09-18'], indicator: ['killed'] })
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/from'])
    expect(filter).toMatchObject({ from: null, to: null, indicator: ['killed'] })
  })

  test('an unknown indicator is named with those that are known, and the known ones still apply', () => {
    const { filter, problems } = parse({ indicator: ['killed', 'wounded'] })
    expect(filter.indicator).toEqual(['killed'])
    expect(problems).toEqual([
      { pointer: '/indicator', message: '"wounded" is not an indicator. Known are: killed, injured.' },
    ])
  })

  test('no query whatever throws, and each unknown value is named once', () => {
    const values = fc.array(fc.string(), { maxLength: 3 })
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('asOf', 'from', 'to', 'status', 'place', 'basis'), values), (query) => {
        const { filter, problems } = parse(query)
        if (
          problems.length === 0 &&
          Object.values(query)
            .flat()
            .every((value) => value === '')
        ) {
          expect(filter).toEqual(noFilter)
        }
        const strays = new Set((query.place ?? []).filter((value) => value !== '' && value !== 'p1'))
        expect(problems.filter(({ pointer }) => pointer === '/place')).toHaveLength(strays.size)
      }),
    )
  })
})
