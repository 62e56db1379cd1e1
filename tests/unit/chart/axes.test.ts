import { describe, expect, it } from 'vitest'
import { makeChartFormat } from '@/domain/chart/chart-format'
import { buildSparkline } from '@/domain/chart/sparkline'
import { timeAxis } from '@/domain/chart/time-axis'
import { valueAxis } from '@/domain/chart/value-axis'
import { at, zone } from '@/tests/support/make-figure'

const format = makeChartFormat('en', zone, '2023-12-30T00:00:00.000Z')

describe('a time axis', () => {
  it('is cut by hours under two days, names the day it begins in, and reads a midnight as its day', () => {
    const { ticks } = timeAxis(at('2023-09-19T15:59'), at('2023-09-21T00:00'), format)
    expect(ticks.map(({ label }) => label)).toEqual(['19 Sep, 12:00', '18:00', '20 Sep', '06:00', '12:00', '18:00', ''])
  })

  it('is cut by the days people there lived, each label standing for its day', () => {
    const { from, ticks } = timeAxis(at('2023-09-24T12:00'), at('2023-10-01T00:00'), format)
    expect(from).toBe(at('2023-09-24T00:00'))
    expect(ticks.map(({ label }) => label)).toEqual([
      '24 Sep',
      '25 Sep',
      '26 Sep',
      '27 Sep',
      '28 Sep',
      '29 Sep',
      '30 Sep',
    ])
    expect(ticks[0]?.to).toBe(at('2023-09-25T00:00'))
  })

  it('is cut by weeks and months over longer times', () => {
    expect(timeAxis(at('2023-09-01T00:00'), at('2023-10-15T00:00'), format).ticks.map(({ label }) => label)).toContain(
      '8 Sep',
    )
    expect(timeAxis(at('2023-09-25T00:00'), at('2024-02-10T00:00'), format).ticks.map(({ label }) => label)).toEqual([
      'Sep',
      'Oct',
      'Nov',
      'Dec',
      'Jan 2024',
      'Feb',
    ])
  })

  it('keeps midnights at midnight where the clock changes', () => {
    const berlin = makeChartFormat('en', 'Europe/Berlin')
    const { ticks } = timeAxis('2023-10-28T12:00:00.000Z', '2023-10-30T12:00:00.000Z', berlin)
    expect(ticks.filter(({ step }) => step === 0).map(({ label }) => label)).toEqual(['29 Oct', '30 Oct'])
  })
})

describe('a value axis', () => {
  it('begins at zero, covers the highest value and has whole numbers only', () => {
    for (const highest of [1, 3, 27, 200, 100_417]) {
      const { max, ticks } = valueAxis(highest, format)
      expect(max).toBeGreaterThanOrEqual(highest)
      expect(ticks[0]?.value).toBe(0)
      expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true)
    }
  })
})

describe('a sparkline', () => {
  it('runs from 0 to 1 in time and from zero to the highest value', () => {
    const { points, alt } = buildSparkline([
      { at: at('2023-09-19T16:00'), value: 2 },
      { at: at('2023-09-20T16:00'), value: 10 },
    ])
    expect(points).toEqual([
      { x: 0, y: 0.2 },
      { x: 1, y: 1 },
    ])
    expect(alt).toBe('2 → 10')
  })
})

describe('an as-of in words', () => {
  it('is the day it closes where only the day is known, else the minute', () => {
    expect(format.asOf({ start: at('2023-09-30T00:00'), end: at('2023-10-01T00:00'), precision: 'day' })).toBe('30 Sep')
    expect(format.asOf({ start: at('2023-09-20T21:30'), end: at('2023-09-20T21:30'), precision: 'minute' })).toBe(
      '20 Sep, 21:30',
    )
  })
})
