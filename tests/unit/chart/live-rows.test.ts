import { describe, expect, it } from 'vitest'
import { liveRows } from '@/components/charts/live-rows'
import { buildDailyBars } from '@/domain/chart/daily-bars'
import { statementsOf } from '@/domain/chart/statement-points'
import { buildStepChart } from '@/domain/chart/step-chart'
import { thinStatements } from '@/domain/chart/thin-statements'
import { at, exact, moreThan } from '@/tests/support/make-figure'
import {
  arrivalsRequest,
  defender,
  killedScope,
  makeRequest,
  makeSlice,
  makeSpec,
  said,
} from '@/tests/unit/chart/sample-slices'

const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }

describe('the instants of a live chart', () => {
  it('stand in order and hold a value until the next statement', () => {
    const rows = liveRows(buildStepChart(arrivalsRequest()))
    expect(rows.map(({ t }) => t)).toEqual(rows.map(({ t }) => t).sort((a, b) => a - b))
    const relayed = rows.find(({ t }) => t === Date.parse(at('2023-09-27T08:00')))
    expect(relayed?.held).toEqual([42500, 19000])
    expect(relayed?.stated.map((points) => points.length)).toEqual([1, 0])
    expect(relayed?.latest[1]?.valueText).toBe('about 19,000')
  })

  it('hold nothing where relays of a statement differ', () => {
    const figures = [
      said(defender, '2023-09-19T12:00', exact(29)),
      said(defender, '2023-09-20T12:00', moreThan(40), { statement }),
      said(defender, '2023-09-20T12:00', moreThan(400), { statement }),
      said(defender, '2023-09-20T22:00', exact(60)),
    ]
    const chart = buildStepChart(makeRequest(makeSlice(figures), makeSpec([{ label: 'Killed', scope: killedScope }])))
    const rows = liveRows({
      ...chart,
      series: chart.series.map((one) => ({ ...one, heldUntil: at('2023-09-20T23:00') })),
    })
    expect(rows.map(({ held }) => held[0])).toEqual([29, 29, 60, 60])
  })

  it('stand in the middle of their bars', () => {
    const chart = buildDailyBars(arrivalsRequest())
    const rows = liveRows(chart)
    expect(rows.flatMap(({ bars }) => bars)).toHaveLength(chart.bars.length)
    expect(rows.some(({ t }) => t === Date.parse(at('2023-09-29T12:00')))).toBe(true)
  })
})

describe('a very long line', () => {
  it('is drawn from its first, its last and every telling statement, and some hundreds between', () => {
    const instant = (minutes: number) =>
      new Date(Date.parse('2023-01-01T00:00:00.000Z') + minutes * 60_000).toISOString()
    const figures = Array.from({ length: 2000 }, (_, index) => {
      const when = instant(index * 60)
      const asOf = { start: when, end: when, precision: 'minute' as const, stated: true, note: null }
      return said(defender, '2023-09-19T12:00', exact(index), { asOf, coverage: index === 777 ? 'one hospital' : null })
    })
    const all = statementsOf(makeSlice(figures), killedScope)[0]?.statements ?? []
    const thin = thinStatements(all)
    expect(thin.length).toBeLessThan(500)
    expect(thin[0]).toBe(all[0])
    expect(thin.at(-1)).toBe(all.at(-1))
    expect(thin.some(({ values }) => values[0]?.[0]?.coverage === 'one hospital')).toBe(true)
  })
})
