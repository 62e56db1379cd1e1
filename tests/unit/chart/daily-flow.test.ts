import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveDailyFlow, hoursOfMidnight, type RunningTotal } from '@/domain/chart/daily-flow'
import type { Quantity } from '@/domain/quantity/quantity'
import { dayOf, hoursBetween, startOfDay } from '@/domain/time/local-time'
import { asOf, atLeast, exact, moreThan, zone } from '@/tests/support/make-figure'

const total = (when: string, quantity: Quantity): RunningTotal => ({
  start: asOf(when).start,
  end: asOf(when).end,
  quantity,
})

const begin = Date.parse('2023-09-20T00:00:00.000Z')
const instant = (minutes: number) => new Date(begin + minutes * 60_000).toISOString()

/** Running totals in the order of time at whole minutes of two weeks, some of them told by a span. */
const totals = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 20_160 }),
      count: fc.integer({ min: 0, max: 5000 }),
      span: fc.integer({ min: 0, max: 1440 }),
    }),
    {
      maxLength: 30,
    },
  )
  .map((drawn) =>
    [...new Map(drawn.map((one) => [one.minutes, one])).values()]
      .sort((a, b) => a.minutes - b.minutes)
      .map(
        ({ minutes, count, span }): RunningTotal => ({
          start: instant(minutes - span),
          end: instant(minutes),
          quantity: exact(count),
        }),
      ),
  )

const rising = totals.map((drawn) => {
  let sum = 0
  return drawn.map((one): RunningTotal => {
    sum += one.quantity.low ?? 0
    return { ...one, quantity: exact(sum) }
  })
})

describe('a daily flow derived from running totals', () => {
  it('sums to the last total less the first where counts are exact and never fall', () => {
    fc.assert(
      fc.property(rising, (given) => {
        const { flows, falls } = deriveDailyFlow(given, zone)
        const sum = flows.reduce((before, { quantity }) => before + (quantity.low ?? 0), 0)
        expect(falls).toEqual([])
        expect(sum).toBe((given.at(-1)?.quantity.low ?? 0) - (given[0]?.quantity.low ?? 0))
      }),
    )
  })

  it('is never negative, whatever the totals do', () => {
    fc.assert(
      fc.property(totals, (given) => {
        for (const { quantity } of deriveDailyFlow(given, zone).flows)
          expect(quantity.low ?? quantity.high).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('gives a bar to a day only where whole statements stand within four hours of both its midnights', () => {
    const near = ({ start, end }: RunningTotal, midnight: string) =>
      Math.abs(hoursBetween(start, midnight)) <= hoursOfMidnight &&
      Math.abs(hoursBetween(end, midnight)) <= hoursOfMidnight
    fc.assert(
      fc.property(rising, (given) => {
        for (const { day, first, last, from, to } of deriveDailyFlow(given, zone).flows) {
          if (day === null) continue
          expect(from).toBe(startOfDay(day, zone))
          expect(dayOf(from, zone)).toBe(day)
          expect(near(first, from)).toBe(true)
          expect(near(last, to)).toBe(true)
        }
      }),
    )
  })

  it('covers the time between the first and the last statement without gap or overlap where counts are exact', () => {
    fc.assert(
      fc.property(rising, (given) => {
        const { flows } = deriveDailyFlow(given, zone)
        for (const [index, flow] of flows.entries()) {
          const next = flows[index + 1]
          if (next) expect(next.from).toBe(flow.to)
        }
      }),
    )
  })

  it('takes 28 September 22:00 and 29 September 20:00 for the midnights of the 29th', () => {
    const { flows } = deriveDailyFlow(
      [total('2023-09-28T22:00', exact(78354)), total('2023-09-29T20:00', exact(98625))],
      zone,
    )
    expect(flows).toMatchObject([{ day: '2023-09-29', quantity: { qualifier: 'exact', low: 20271 } }])
  })

  it('does not take "as of 30 September" for a statement near midnight', () => {
    const { flows } = deriveDailyFlow(
      [total('2023-09-29T20:00', exact(98625)), total('2023-09-30', exact(100417))],
      zone,
    )
    expect(flows).toMatchObject([{ day: null, quantity: { low: 1792 } }])
  })

  it('has no bar for a falling total, but names the fall', () => {
    const { flows, falls } = deriveDailyFlow(
      [total('2023-09-19T23:00', exact(27)), total('2023-09-20T23:00', exact(25))],
      zone,
    )
    expect(flows).toEqual([])
    expect(falls).toMatchObject([{ first: { quantity: { low: 27 } }, last: { quantity: { low: 25 } } }])
  })

  it('never claims more than both totals allow', () => {
    const between = (first: Quantity, last: Quantity) =>
      deriveDailyFlow([total('2023-09-19T23:00', first), total('2023-09-20T23:00', last)], zone).flows.map(
        ({ quantity }) => quantity,
      )
    expect(between(exact(10), atLeast(25))).toMatchObject([{ qualifier: 'at-least', low: 15, high: null }])
    expect(between(atLeast(10), exact(25))).toMatchObject([{ qualifier: 'at-most', low: null, high: 15 }])
    expect(between(moreThan(10), exact(25))).toMatchObject([{ qualifier: 'at-most', low: null, high: 14 }])
    expect(between(atLeast(10), atLeast(25))).toEqual([])
  })
})
