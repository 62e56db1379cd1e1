import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildStepChart } from '@/domain/chart/step-chart'
import type { Figure } from '@/domain/figure/figure'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import { at, atLeast, exact, moreThan } from '@/tests/support/make-figure'
import {
  armenia,
  arrivalFigures,
  arrivalsRequest,
  arrivedScope,
  civilians,
  defender,
  killedRequest,
  killedScope,
  makeRequest,
  makeSlice,
  makeSpec,
  said,
  unhcr,
  unicef,
} from '@/tests/unit/chart/sample-slices'

const chartOf = (figures: Figure[], change = {}) =>
  buildStepChart(makeRequest(makeSlice(figures), makeSpec([{ label: 'Killed', scope: killedScope }], change)))

const relay = (statement: string, quantity: Quantity, change: Partial<Figure> = {}) =>
  said(defender, '2023-09-20T21:30', quantity, {
    statement: { id: statement, saidAt: null, speaker: null, occasion: null },
    ...change,
  })

describe('a step chart', () => {
  it('has a line per claimant whose points stand in the order of their as-of', () => {
    const { series } = buildStepChart(arrivalsRequest())
    expect(series.map(({ label }) => label)).toEqual(['Government of Armenia', 'UNHCR'])
    for (const { points } of series) {
      const instants = points.map(({ at: instant }) => instant)
      expect(instants).toEqual([...instants].sort())
    }
  })

  it('says that arrivals passed 100,000 on 30 September', () => {
    expect(buildStepChart(arrivalsRequest()).title).toBe('Arrivals in Armenia passed 100,000 on 30 September')
  })

  it('says from what to what a count rose, and in how many hours', () => {
    const chart = chartOf([
      said(defender, '2023-09-19T21:43', exact(25)),
      said(defender, '2023-09-20T21:30', atLeast(200)),
    ])
    expect(chart.title).toBe('People killed rose from 25 to at least 200 in 24 hours')
  })

  it('states no rise across a change of coverage: two numbers that count different things are not compared', () => {
    expect(buildStepChart(killedRequest()).title).toMatch(/^People killed: at least 200 as of /)
    const caveat = { coverage: 'counts residents only' }
    const chart = chartOf([
      said(defender, '2023-09-19T12:00', exact(9)),
      said(defender, '2023-09-20T12:00', exact(34), caveat),
      said(defender, '2023-09-21T12:00', exact(76), caveat),
    ])
    expect(chart.title).toBe('People killed rose from 34 to 76 in 24 hours')
  })

  it('names the claimant whose numbers its title tells where another one stands beside it', () => {
    const own = [said(defender, '2023-09-20T12:00', exact(34)), said(defender, '2023-09-21T12:00', exact(76))]
    expect(chartOf([...own, said(armenia, '2023-09-21T12:00', exact(61))]).title).toBe(
      'Human Rights Defender: People killed rose from 34 to 76 in 24 hours',
    )
    expect(chartOf(own).title).toBe('People killed rose from 34 to 76 in 24 hours')
  })

  it('names the lines by their population where one claimant is drawn for several', () => {
    expect(buildStepChart(killedRequest()).series.map(({ label }) => label)).toEqual(['All persons', 'Civilians'])
  })

  it('gives each line of a chart its own colour, and a claimant the colour of its place in the crisis', () => {
    const colours = buildStepChart(killedRequest()).series.map(({ colour }) => colour)
    expect(colours).toEqual([3, 2])
    expect(buildStepChart(arrivalsRequest()).series.map(({ colour }) => colour)).toEqual([1, 2])
  })

  it('says "no figure reported" and draws nothing where there is none: never 0', () => {
    const chart = chartOf([])
    expect(chart).toMatchObject({ title: 'No figure reported', empty: 'No figure reported', series: [] })
    expect(chart.table.rows).toEqual([])
  })

  it('draws neither projections nor baselines nor rates, nor what is undated', () => {
    const chart = chartOf([
      said(defender, '2023-09-20T12:00', exact(5)),
      said(defender, '2023-09-20T13:00', exact(120), { nature: 'projection' }),
      said(defender, '2023-09-20T14:00', exact(130), { nature: 'baseline' }),
      said(defender, '2023-09-20T15:00', exact(140), { nature: 'rate' }),
      said(defender, '2023-09-20T16:00', exact(150), { asOf: null }),
    ])
    expect(chart.series.flatMap(({ points }) => points.map(({ value }) => value))).toEqual([5])
  })

  it('refuses to set a stock and a running total on one axis', () => {
    const stock = { ...killedScope, indicator: 'missing', basis: 'stock' as const }
    const spec = makeSpec([
      { label: 'Killed', scope: killedScope },
      { label: 'Missing', scope: stock },
    ])
    expect(() => buildStepChart(makeRequest(makeSlice([]), spec))).toThrow(/stock/)
  })

  it('makes one point of relays that fit, with the marks of all of them', () => {
    const chart = chartOf([relay('one', exact(13550)), relay('one', moreThan(13000))])
    expect(chart.series[0]?.points).toMatchObject([{ value: 13550, open: null, differing: false }])
    expect(chart.series[0]?.points[0]?.cite).toHaveLength(2)
  })

  it('shows relays that differ as points apart, no line through them, and says so', () => {
    const chart = chartOf([
      said(defender, '2023-09-19T22:30', exact(29)),
      relay('one', moreThan(40)),
      relay('one', moreThan(400)),
    ])
    const points = chart.series[0]?.points ?? []
    expect(points.map(({ value, differing }) => [value, differing])).toEqual([
      [29, false],
      [40, true],
      [400, true],
    ])
    expect(points[0]?.until).toBe(at('2023-09-20T21:30'))
    expect(chart.title).toContain('more than 40 or more than 400')
    expect(chart.band).toEqual([])
  })

  it('draws the value an editor chose of relays that differ', () => {
    const right = relay('one', moreThan(40))
    const scopeKey = JSON.stringify([
      'killed',
      [null, null, null, null, null, null, null],
      [],
      [],
      'running-total',
      'persons',
    ])
    const resolution = {
      id: 'r',
      scopeKey,
      figure: right.id,
      statement: 'one',
      rule: 'judgement' as const,
      reason: 'read again',
      by: 'editor',
      knownFrom: at('2023-09-21T00:00'),
    }
    const slice = makeSlice([right, relay('one', moreThan(400))], { resolutions: [resolution] })
    const chart = buildStepChart(makeRequest(slice, makeSpec([{ label: 'Killed', scope: killedScope }])))
    expect(chart.series[0]?.points).toMatchObject([{ value: 40, differing: false }])
  })

  it('marks open ends, contested numbers and coverage caveats at their points', () => {
    const dispute = {
      id: 'd',
      version: 1,
      figure: 'f',
      by: armenia,
      aspect: 'number' as const,
      statedAt: null,
      words: '',
      citations: [],
      state: 'approved' as const,
      reason: null,
      knownFrom: null,
      knownTo: null,
    }
    const chart = chartOf([
      said(defender, '2023-09-20T12:00', atLeast(5), { coverage: 'excludes two hospitals' }),
      said(defender, '2023-09-20T18:00', makeQuantity('fewer-than', 9), { disputes: [dispute] }),
    ])
    expect(chart.series[0]?.points).toMatchObject([
      { value: 5, open: 'up', coverage: 'excludes two hospitals', contested: false },
      { value: 9, open: 'down', contested: true },
    ])
    expect(chart.legend).toHaveLength(2)
  })

  it('reads two statements whose order is unknown as not falling', () => {
    const chart = chartOf([
      said(defender, '2023-09-27', exact(47115)),
      said(defender, '2023-09-27T20:00', exact(53629)),
    ])
    expect(chart.series[0]?.points.map(({ value }) => value)).toEqual([47115, 53629])
  })

  it('marks a position that newer ones left behind as earlier and holds it until the statement that did so', () => {
    const chart = buildStepChart(arrivalsRequest())
    const relayed = chart.series.find(({ label }) => label === 'UNHCR')
    expect(relayed?.points.at(-1)?.earlier).toBe(true)
    expect(relayed?.lastText).toBe('more than 88,000, earlier')
    expect(relayed?.heldUntil).toBe(at('2023-10-01T00:00'))
  })

  it('leaves a gap where a stock was not stated again within its limit', () => {
    const stock = { ...killedScope, indicator: 'missing', basis: 'stock' as const }
    const basis = { kind: 'stock' as const, start: null, end: null, assumed: false }
    const figures = ['2023-09-19T12:00', '2023-09-29T12:00'].map((when) =>
      said(defender, when, exact(105), { indicator: 'missing', basis }),
    )
    const chart = buildStepChart(makeRequest(makeSlice(figures), makeSpec([{ label: 'Missing', scope: stock }])))
    expect(chart.series[0]?.points.map(({ until }) => until)).toEqual([at('2023-09-23T12:00'), null])
  })

  it('keeps a statement without a number in the table and out of the drawing', () => {
    const chart = chartOf([said(defender, '2023-09-20T12:00', makeQuantity('unquantified', null, null, 'dozens'))])
    expect(chart.series).toEqual([])
    expect(chart.table.rows[0]?.map(({ text }) => text)).toContain('dozens')
  })

  it('shows the range of standing positions alone, open where one of them is', () => {
    const chart = chartOf(
      [
        said(armenia, '2023-09-20T12:00', exact(192)),
        said(unhcr, '2023-09-20T14:00', exact(198)),
        said(unicef, '2023-09-20T20:00', moreThan(200)),
      ],
      { band: true },
    )
    expect(chart.band).toEqual([
      { from: at('2023-09-20T14:00'), to: at('2023-09-20T20:00'), low: 192, high: 198, stated: 198 },
      { from: at('2023-09-20T20:00'), to: at('2023-09-21T00:00'), low: 192, high: null, stated: 200 },
    ])
  })

  it('ends a day’s axis at that day’s midnight and never past the viewpoint', () => {
    const viewpoint = {
      asOf: at('2023-09-20T16:30'),
      knownAt: at('2023-09-21T00:00'),
      audience: 'public' as const,
      locale: 'en' as const,
    }
    const slice = makeSlice([said(defender, '2023-09-20T12:00', exact(2))], { viewpoint })
    const spec = makeSpec([{ label: 'Killed', scope: killedScope }])
    expect(buildStepChart(makeRequest(slice, spec)).x.to).toBe(viewpoint.asOf)
    expect(chartOf([said(defender, '2023-09-20T12:00', exact(2))]).x.to).toBe(at('2023-09-21T00:00'))
  })

  it('leaves figures of other people, events and places out', () => {
    const chart = chartOf([
      said(defender, '2023-09-20T12:00', exact(27)),
      said(defender, '2023-09-20T12:00', exact(10), { population: civilians }),
      said(defender, '2023-09-20T12:00', exact(238), { events: [{ id: 'depot', title: 'Fuel depot' }] }),
      said(defender, '2023-09-20T12:00', exact(1), { places: [{ role: 'at', id: 'shusha', name: 'Shusha' }] }),
    ])
    expect(chart.series.flatMap(({ points }) => points.map(({ value }) => value))).toEqual([27])
  })

  it('is the same whatever the order of the figures', () => {
    const figures = arrivalFigures()
    const spec = makeSpec([{ label: 'Arrived', scope: arrivedScope }], { band: true })
    const build = (given: Figure[]) => {
      const { series, band, title, table } = buildStepChart({ ...makeRequest(makeSlice(given), spec), cite: () => [] })
      return JSON.stringify({ series, band, title, table })
    }
    const expected = build(figures)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(figures, { minLength: figures.length }),
        (shuffled) => build(shuffled) === expected,
      ),
    )
  })
})
