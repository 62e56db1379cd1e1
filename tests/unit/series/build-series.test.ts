import { expect, test } from 'vitest'
import { buildSeries } from '@/domain/series/build-series'
import { asOf, at, atLeast, exact, makeFigure, moreThan, viewpoint, zone } from '@/tests/support/make-figure'

const until = (local: string) => ({ ...viewpoint, asOf: at(local) })

test('each statement is a step, earliest first, and claimants have lines of their own', () => {
  const figures = [
    makeFigure({ quantity: exact(27), asOf: asOf('2023-09-19T21:00') }),
    makeFigure({ quantity: atLeast(2), asOf: asOf('2023-09-19T16:00') }),
    makeFigure({ quantity: exact(6), by: 'ministry' }),
  ]
  const series = buildSeries(figures, viewpoint, null)
  expect(series.map(({ claimant, steps }) => [claimant.id, steps.map(({ quantity }) => quantity.low)])).toEqual([
    ['ministry', [6]],
    ['ombudsman', [2, 27]],
  ])
})

test('relays of one statement that differ stay steps of their own, those that fit are one', () => {
  const statement = { id: 's', saidAt: null, speaker: null, occasion: null }
  const figures = [40, 400, 400].map((value) => makeFigure({ quantity: moreThan(value), statement }))
  expect(buildSeries(figures, viewpoint, null)[0]?.steps.map(({ quantity }) => quantity.low)).toEqual([40, 400])
})

test('a day without a statement carries the total forward, marked; days before the first are not there', () => {
  const figures = [
    makeFigure({ quantity: exact(2), asOf: asOf('2023-09-19T16:00') }),
    makeFigure({ quantity: exact(9), asOf: asOf('2023-09-21T12:00') }),
  ]
  const [line] = buildSeries(figures, until('2023-09-22T00:00'), zone)
  expect(
    line?.closings?.map(({ day, steps, carriedForward }) => [day, steps[0]?.quantity.low, carriedForward]),
  ).toEqual([
    ['2023-09-19', 2, false],
    ['2023-09-20', 2, true],
    ['2023-09-21', 9, false],
  ])
})

test("a period's figure is its own period's alone: a day without one is a gap, not a zero and not the day before", () => {
  const basis = { kind: 'period', start: null, end: null, assumed: false } as const
  const figures = [
    makeFigure({ quantity: exact(2), basis, asOf: asOf('2023-09-19T16:00') }),
    makeFigure({ quantity: exact(9), basis, asOf: asOf('2023-09-21T12:00') }),
  ]
  const [line] = buildSeries(figures, until('2023-09-22T00:00'), zone)
  expect(line?.closings?.[1]).toEqual({ day: '2023-09-20', steps: [], carriedForward: false })
})

test('undated figures and projections are in no line', () => {
  const figures = [
    makeFigure({ quantity: exact(2), asOf: null }),
    makeFigure({ quantity: exact(2), nature: 'projection' }),
  ]
  expect(buildSeries(figures, viewpoint, zone)).toEqual([])
})
