import { describe, expect, it } from 'vitest'
import { checkFigure } from '@/domain/checks/check-figure'
import { prepareChecks } from '@/domain/checks/check-ground'
import { areTransposed } from '@/domain/checks/series-checks'
import type { Figure } from '@/domain/figure/figure'
import { codelist } from '@/domain/indicator/codelist'
import { everyone } from '@/domain/population/population'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import { rollUp } from '@/domain/reconciliation/roll-up'
import { asOf, at, exact, makeClaimant, makeFigure, moreThan, zone } from '@/tests/support/make-figure'

const now = at('2023-09-21T12:00')
const codesOf = (figure: Figure, others: Figure[] = [], places: string[] | null = null) =>
  checkFigure(figure, prepareChecks([figure, ...others], { now, indicators: codelist, places })).map(({ code }) => code)
const quoted = (quote: string, quantity: Quantity, change: Partial<Figure> = {}) => {
  const figure = makeFigure({ quantity, ...change })
  return { ...figure, citations: figure.citations.map((citation) => ({ ...citation, quote })) }
}
const said = (count: number, time: string) => quoted(`${count} dead`, exact(count), { asOf: asOf(time) })

describe('the guard rails', () => {
  it('find nothing in a figure whose number stands in its quote', () => {
    expect(codesOf(quoted('27 погибших', exact(27)))).toEqual([])
  })

  it('read numbers in words, grouped digits, other scripts and multipliers', () => {
    const quotes: [string, number][] = [
      ['at least two Karabakh civilians', 2],
      ['Thirty-five civilians were injured', 35],
      ['42.500 sfollati', 42_500],
      ['53 629 человек', 53_629],
      ['19 тисяч людей', 19_000],
      ['دخل ١٥١٠ أشخاص', 1510],
      ['elf Verletzte', 11],
      ['1,5 тыс. человек', 1500],
    ]
    for (const [quote, count] of quotes) expect(codesOf(quoted(quote, exact(count))), quote).toEqual([])
    expect(codesOf(quoted('seven men', exact(8)))).toContain('number-not-in-quote')
  })

  it('ask for the numbers of a quote nobody used, but not for its years and clock times', () => {
    expect(codesOf(quoted('2,906 arrived, 794 in process, as of 06:00, 25 September 2023', exact(2906)))).toEqual([
      'number-in-quote-unused',
    ])
  })

  it('say that a running total fell, with both numbers', () => {
    const before = said(27, '2023-09-19T22:30')
    const after = said(25, '2023-09-20T10:00')
    expect(codesOf(after, [before])).toEqual(['running-total-fell'])
    const [finding] = checkFigure(after, prepareChecks([after, before], { now, indicators: codelist, places: null }))
    expect(finding?.message).toBe('The running total fell from "27" to "25". Is this a correction?')
  })

  it('say that a number jumped ten times, and that two digits stand the other way round', () => {
    expect(codesOf(said(400, '2023-09-20T10:00'), [said(40, '2023-09-19T10:00')])).toContain('ten-times-jump')
    expect(codesOf(said(86, '2023-09-20T10:00'), [said(68, '2023-09-19T10:00')])).toContain('transposed-digits')
    expect([areTransposed(68, 68), areTransposed(68, 689), areTransposed(68_386, 63_886)]).toEqual([false, false, true])
  })

  it('stop a part that exceeds its whole, and never one whose whole is open upward', () => {
    const whole = quoted('10 dead', exact(10))
    const part = (count: number, partOf: string) =>
      quoted(`${count} children`, exact(count), { partOf, population: { ...everyone, age: 'child' } })
    const finding = checkFigure(
      part(11, whole.id),
      prepareChecks([whole], { now, indicators: codelist, places: null }),
    )[0]
    expect(finding).toMatchObject({ code: 'part-exceeds-whole', grave: true })
    expect(codesOf(part(5, whole.id), [whole])).toEqual([])
    const open = quoted('more than 10 dead', moreThan(10))
    expect(codesOf(part(11, open.id), [open])).toEqual([])
  })

  it('say that parts that divide a whole do not sum to it', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    const whole = quoted('2906', exact(2906), { statement })
    const parts = [2100, 794].map((count, index) =>
      quoted(`${count}`, exact(count), {
        statement,
        partOf: whole.id,
        population: { ...everyone, group: `group-${index}` },
      }),
    )
    expect(codesOf(whole, parts)).toEqual(['parts-do-not-sum'])
  })

  it('find relays that differ, a statement entered twice and mixed units', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    expect(
      codesOf(quoted('exceeds 40', moreThan(40), { statement }), [quoted('exceeds 400', moreThan(400), { statement })]),
    ).toEqual(['relays-differ'])
    expect(codesOf(said(27, '2023-09-19T22:30'), [said(27, '2023-09-19T22:30')])).toEqual(['duplicate-statement'])
    expect(codesOf(quoted('5 complaints', exact(5), { unit: 'complaints' }))).toEqual(['unit-mixed'])
  })

  it('find an as-of in the future, after its publication, missing or old, and a place of another crisis', () => {
    expect(codesOf(said(2, '2024-09-19T16:00'))).toContain('as-of-in-future')
    expect(codesOf(quoted('2 dead', exact(2), { asOf: null }))).toEqual(['no-as-of'])
    expect(codesOf(said(2, '2023-09-02T16:00'))).toEqual(['stale'])
    expect(
      codesOf(
        quoted('2 dead', exact(2), { places: [{ role: 'at', id: 'martuni', name: 'Martuni' }] }),
        [],
        ['stepanakert'],
      ),
    ).toEqual(['place-outside-crisis'])
    const late = quoted('2 dead', exact(2), { asOf: asOf('2023-09-20T16:00') })
    late.citations = late.citations.map((citation) => ({
      ...citation,
      document: { ...citation.document, publishedAt: at('2023-09-19T18:00'), publishedPrecision: 'minute' },
    }))
    expect(codesOf(late)).toEqual(['as-of-after-publication'])
  })

  it('find periods of one claimant that overlap', () => {
    const period = (from: string, to: string) => ({
      kind: 'period' as const,
      start: at(from),
      end: at(to),
      assumed: false,
    })
    const one = quoted('30 arrived', exact(30), { basis: period('2023-09-19T00:00', '2023-09-20T00:00') })
    expect(
      codesOf(quoted('40 arrived', exact(40), { basis: period('2023-09-19T12:00', '2023-09-20T12:00') }), [one]),
    ).toEqual(['overlapping-periods'])
  })
})

describe('a sum of parts', () => {
  const ground = { timeZone: zone, whole: exact(2275), isWithin: () => false }
  const inPlace = (id: string, quantity: Quantity, by = 'government') =>
    makeFigure({ quantity, by, places: [{ role: 'at', id, name: id }] })

  it('adds disjoint places of one claimant and day, and says when a part is missing', () => {
    expect(rollUp([inPlace('syunik', exact(1465)), inPlace('vayots-dzor', exact(810))], ground)).toMatchObject({
      quantity: { low: 2275, high: 2275 },
      partial: false,
    })
    expect(rollUp([inPlace('syunik', exact(1465))], ground)).toMatchObject({ partial: true })
    const dozens = inPlace('goris', makeQuantity('unquantified', null, null, 'dozens'))
    expect(rollUp([inPlace('syunik', exact(1465)), dozens], ground)).toMatchObject({
      partial: true,
      quantity: { low: 1465, high: null },
    })
  })

  it('is refused across claimants, for overlapping parts and for undated ones', () => {
    const a = inPlace('syunik', exact(5))
    expect(rollUp([a, { ...inPlace('goris', exact(5)), claimant: makeClaimant('unhcr') }], ground)).toEqual({
      refusal: 'Parts of different claimants are never added.',
    })
    expect(rollUp([a, inPlace('goris', exact(5))], { ...ground, isWithin: () => true })).toHaveProperty('refusal')
    expect(rollUp([a, inPlace('syunik', exact(5))], ground)).toHaveProperty('refusal')
    expect(rollUp([{ ...a, asOf: null }], ground)).toEqual({ refusal: 'An undated part is never added.' })
  })
})
