import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsAt, rangeBand } from '@/domain/chart/range-band'
import { scopeOfSelector } from '@/domain/chart/statement-points'
import { reconcile } from '@/domain/reconciliation/reconcile'
import { atLeast, exact, makeClaimant, makeFigure } from '@/tests/support/make-figure'
import { killedScope, makeSlice } from '@/tests/unit/chart/sample-slices'

const begin = Date.parse('2023-09-19T00:00:00.000Z')
const hour = (hours: number) => new Date(begin + hours * 3_600_000).toISOString()

/** Figures of up to three claimants over five days, of which many overlap and some are of one statement. */
const figures = fc
  .array(
    fc.record({
      by: fc.constantFrom('a', 'b', 'c'),
      end: fc.integer({ min: 0, max: 20 }).map((step) => step * 6),
      isDay: fc.boolean(),
      count: fc.integer({ min: 0, max: 400 }),
      open: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ by, end, isDay, count, open }) =>
      makeFigure({
        claimant: makeClaimant(by),
        // Relays of one statement name its hour or the day around it.
        asOf: {
          start: hour(isDay ? end - 12 : end),
          end: hour(isDay ? end + 12 : end),
          precision: isDay ? 'day' : 'minute',
          stated: true,
          note: null,
        },
        quantity: open ? atLeast(count) : exact(count),
        statement: { id: `${by}-${end}`, saidAt: null, speaker: null, occasion: null },
      }),
    ),
  )

describe('the positions behind a range', () => {
  it('are those of the headline, though figures that newer ones surely replaced are left aside', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 120 }), (given, end) => {
        const slice = makeSlice(given)
        const positions = positionsAt(slice, killedScope, hour(end))
        const whole = reconcile(scopeOfSelector(killedScope), given, {
          viewpoint: { ...slice.viewpoint, asOf: hour(end) },
          policy: slice.crisis.policy,
          indicator: slice.indicators.find(({ key }) => key === 'killed') ?? null,
          resolutions: [],
          independences: [],
        })
        const sets = (all: typeof positions) => all.map(({ figure, earlier }) => [figure, earlier])
        expect(sets(positions)).toEqual(sets(whole.positions))
      }),
    )
  })
})

describe('a range band', () => {
  it('follows in time without overlap, its low never above its high', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const band = rangeBand(makeSlice(given), killedScope, hour(200))
        for (const [index, { from, to, low, high }] of band.entries()) {
          expect(from < to).toBe(true)
          if (high !== null) expect(low).toBeLessThan(high)
          const next = band[index + 1]
          if (next) expect(to <= next.from).toBe(true)
        }
      }),
    )
  })

  it('is the same whatever the order of the figures', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const band = (all: typeof given) => rangeBand(makeSlice(all), killedScope, hour(200))
        expect(band([...given].reverse())).toEqual(band(given))
      }),
    )
  })
})
