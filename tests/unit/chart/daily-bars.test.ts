import { describe, expect, it } from 'vitest'
import { buildDailyBars } from '@/domain/chart/daily-bars'
import { at, exact } from '@/tests/support/make-figure'
import {
  armenia,
  arrivalFigures,
  arrivalsRequest,
  arrivedScope,
  makeRequest,
  makeSlice,
  makeSpec,
  said,
  unhcr,
} from '@/tests/unit/chart/sample-slices'

const place = { role: 'to' as const, id: 'place-armenia', name: 'Armenia' }
const arrived = { indicator: 'arrived', places: [place] }
const spec = makeSpec([{ label: 'Arrived', scope: arrivedScope }], { daily: true })

describe('daily bars', () => {
  it('have no negative value and only one whole day among the real arrivals', () => {
    const { bars } = buildDailyBars(arrivalsRequest())
    expect(bars.every(({ value }) => value >= 0)).toBe(true)
    const days = bars.filter(({ irregular }) => !irregular)
    expect(days.map(({ valueText, spanText }) => [valueText, spanText])).toEqual([
      ['20,271', '28 Sep, 22:00 – 29 Sep, 20:00'],
    ])
  })

  it('stand over the day they are for, and irregular ones over their true interval', () => {
    const { bars } = buildDailyBars(arrivalsRequest())
    const day = bars.find(({ irregular }) => !irregular)
    expect([day?.from, day?.to]).toEqual([at('2023-09-29T00:00'), at('2023-09-30T00:00')])
    const before = bars.find(({ to }) => to === at('2023-09-29T00:00'))
    expect([before?.irregular, before?.from]).toEqual([true, at('2023-09-27T15:00')])
  })

  it('name the highest of them in the title, by its day where it is of a whole one', () => {
    const only = (from: string, to: string) => {
      const basis = { kind: 'period' as const, start: at(from), end: at(to), assumed: false }
      const figures = [said(armenia, to, exact(300), { ...arrived, basis })]
      return buildDailyBars(makeRequest(makeSlice(figures), spec)).title
    }
    expect(only('2023-09-26T00:00', '2023-09-27T00:00')).toBe('Arrivals were highest on 26 September: 300')
    expect(only('2023-09-26T06:00', '2023-09-27T06:00')).toContain('26 Sep 2023, 06:00 – 27 Sep 2023, 06:00: 300')
  })

  it('show a published flow beside them as that source’s own', () => {
    const basis = {
      kind: 'period' as const,
      start: at('2023-09-29T00:00'),
      end: at('2023-09-30T00:00'),
      assumed: false,
    }
    const published = said(unhcr, '2023-09-29', exact(19000), { ...arrived, basis })
    const { bars } = buildDailyBars(makeRequest(makeSlice([...arrivalFigures(), published]), spec))
    const own = bars.filter(({ derived }) => !derived)
    expect(own).toMatchObject([{ claimant: 'UNHCR', value: 19000, from: basis.start, to: basis.end }])
    expect(bars.find(({ valueText }) => valueText === '20,271')?.claimant).toBe('Government of Armenia')
  })

  it('mark a falling total instead of drawing it', () => {
    const figures = [
      said(armenia, '2023-09-26T23:00', exact(500), arrived),
      said(armenia, '2023-09-27T23:00', exact(900), arrived),
      said(armenia, '2023-09-28T23:00', exact(850), arrived),
    ]
    const chart = buildDailyBars(makeRequest(makeSlice(figures), spec))
    expect(chart.bars.map(({ value }) => value)).toEqual([400])
    expect(chart.markers).toMatchObject([{ kind: 'correction', label: 'total fell from 900 to 850' }])
  })

  it('take no stock for a flow', () => {
    const stock = { ...arrivedScope, basis: 'stock' as const }
    const chart = buildDailyBars(
      makeRequest(makeSlice(arrivalFigures()), makeSpec([{ label: 'Sheltering', scope: stock }], { daily: true })),
    )
    expect(chart).toMatchObject({ bars: [], empty: 'No figure reported' })
  })
})
