import { describe, expect, it } from 'vitest'
import { buildStepChart } from '@/domain/chart/step-chart'
import { at, exact } from '@/tests/support/make-figure'
import { defender, killedScope, makeRequest, makeSlice, makeSpec, said } from '@/tests/unit/chart/sample-slices'

const depot = { id: 'depot', title: 'Fuel depot explosion' }
const spec = makeSpec([{ label: 'Killed', scope: { ...killedScope, events: ['depot'] } }])
const killed = (when: string, count: number) => said(defender, when, exact(count), { events: [depot] })
const figures = [killed('2023-09-25T10:00', 25), killed('2023-09-26T08:00', 68), killed('2023-09-27T08:00', 125)]

describe('a marker', () => {
  it('stands where the ledger learned of a correction of one of the chart’s own figures, with both numbers', () => {
    const correction = {
      was: figures[1] ?? killed('2023-09-26T08:00', 86),
      now: killed('2023-09-26T08:00', 86),
      reason: 'digits',
      at: at('2023-09-26T18:00'),
    }
    const other = { ...correction, was: said(defender, '2023-09-26T08:00', exact(3)) }
    const { markers } = buildStepChart(makeRequest(makeSlice(figures, { closed: [correction, other] }), spec))
    expect(markers).toEqual([
      { at: correction.at, atText: '26 Sep, 18:00', label: 'corrected: 68 to 86', kind: 'correction' },
    ])
  })

  it('names what was withdrawn', () => {
    const withdrawal = {
      was: figures[1] ?? killed('2023-09-26T08:00', 68),
      now: null,
      reason: 'not said',
      at: at('2023-09-26T18:00'),
    }
    const { markers } = buildStepChart(makeRequest(makeSlice(figures, { closed: [withdrawal] }), spec))
    expect(markers.map(({ label }) => label)).toEqual(['withdrawn: 68'])
  })

  it('stands at the begin of an event the chart counts, and not at the axis itself', () => {
    const event = { ...depot, from: at('2023-09-25T18:30'), to: null, parent: null }
    const atEdge = { ...depot, from: at('2023-09-25T00:00'), to: null, parent: null }
    const markersOf = (events: (typeof event)[]) =>
      buildStepChart(makeRequest(makeSlice(figures, { events }), spec)).markers
    expect(markersOf([event])).toMatchObject([{ label: 'Fuel depot explosion', kind: 'event' }])
    expect(markersOf([atEdge])).toEqual([])
  })
})
