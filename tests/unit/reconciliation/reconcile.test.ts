import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { boundsOf } from '@/domain/quantity/bounds'
import { makeQuantity } from '@/domain/quantity/quantity'
import { type ReconcileContext, reconcile } from '@/domain/reconciliation/reconcile'
import { asOf, at, atLeast, exact, makeClaimant, makeFigure, moreThan, viewpoint } from '@/tests/support/make-figure'

const context: ReconcileContext = {
  viewpoint,
  policy: { rules: ['resolved', 'range'], preferredSources: [] },
  indicator: { windowHours: 24, staleHours: 96 },
  resolutions: [],
  independences: [],
}
const headlineOf = (figures: Figure[], change: Partial<ReconcileContext> = {}) =>
  reconcile(scopeOf(figures[0] as Figure), figures, { ...context, ...change })

describe('reconcile', () => {
  it('replaces a running total of a claimant by its later one', () => {
    const headline = headlineOf([
      makeFigure({ quantity: exact(25), asOf: asOf('2023-09-19T21:43') }),
      makeFigure({ quantity: exact(27), asOf: asOf('2023-09-19T22:30') }),
    ])
    expect(headline.positions.map(({ quantity }) => quantity.low)).toEqual([27])
    expect(headline.agreement).toBe('single')
  })

  it('reads a running total of unknown order as not falling', () => {
    const headline = headlineOf([
      makeFigure({ quantity: atLeast(7), asOf: asOf('2023-09-20') }),
      makeFigure({ quantity: exact(10), asOf: asOf('2023-09-20T21:30') }),
    ])
    expect(headline.positions).toMatchObject([{ quantity: { low: 10 }, orderAssumed: true }])
  })

  it('leaves differing relays of one statement unresolved, never a range and never the larger', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    const figures = [40, 400].map((count) => makeFigure({ quantity: moreThan(count), statement }))
    const headline = headlineOf(figures)
    expect(headline).toMatchObject({ quantity: null, agreement: 'differ', findings: [{ code: 'relays-differ' }] })
    expect(headline.positions.map(({ quantity }) => quantity.low).sort()).toEqual([40, 400])

    const decided = headlineOf(figures, {
      resolutions: [
        {
          id: 'resolution',
          scopeKey: JSON.stringify([
            'killed',
            [null, null, null, null, null, null, null],
            [],
            [],
            'running-total',
            'persons',
          ]),
          figure: figures[0]?.id ?? '',
          statement: 'one',
          rule: 'most-direct',
          reason: 'The office repeated 40.',
          by: 'editor',
          knownFrom: at('2023-09-21T10:00'),
        },
      ],
    })
    expect(decided).toMatchObject({ quantity: { low: 40 }, agreement: 'single', findings: [] })
  })

  it('takes relays of one statement that fit as one position in the most direct wording', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    const relay = makeFigure({ quantity: moreThan(13_000), statement })
    relay.citations = relay.citations.map((citation) => ({ ...citation, relation: 'relayed' as const }))
    const headline = headlineOf([relay, makeFigure({ quantity: exact(13_550), statement })])
    expect(headline.positions).toHaveLength(1)
    expect(headline.positions[0]?.quantity).toMatchObject({ low: 13_550, qualifier: 'exact' })
    expect(headline.positions[0]?.relays).toEqual([relay.id])
  })

  it('never takes "more than 40" and "fewer than 40" of one statement for one word', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    const opposed = [moreThan(40), makeQuantity('fewer-than', 40)].map((quantity) =>
      makeFigure({ quantity, statement }),
    )
    expect(headlineOf(opposed)).toMatchObject({ quantity: null, findings: [{ code: 'relays-differ' }] })
  })

  it('tells single, agree, compatible, differ and contested apart', () => {
    const pair = (a: Figure['quantity'], b: Figure['quantity']) =>
      headlineOf([makeFigure({ quantity: a, by: 'a' }), makeFigure({ quantity: b, by: 'b' })]).agreement
    expect(pair(atLeast(2), atLeast(2))).toBe('agree')
    expect(pair(atLeast(200), moreThan(200))).toBe('compatible')
    expect(pair(exact(27), atLeast(25))).toBe('compatible')
    expect(pair(exact(4), exact(5))).toBe('differ')
    const six = makeFigure({ quantity: exact(6), by: 'a' })
    const dispute = (aspect: 'occurrence' | 'unspecified') => ({
      id: 'dispute',
      version: 1,
      figure: six.id,
      by: makeClaimant('b'),
      aspect,
      statedAt: null,
      words: 'denied',
      citations: six.citations,
      state: 'approved' as const,
      reason: null,
      knownFrom: six.knownFrom,
      knownTo: null,
    })
    expect(headlineOf([{ ...six, disputes: [dispute('occurrence')] }]).agreement).toBe('contested')
    expect(headlineOf([{ ...six, disputes: [dispute('unspecified')] }]).agreement).toBe('single')
  })

  it('shows an old running total that is not above the newest as earlier, outside range and agreement', () => {
    const headline = headlineOf([
      makeFigure({ quantity: moreThan(88_000), by: 'b', asOf: asOf('2023-09-28T20:00') }),
      makeFigure({ quantity: exact(100_417), by: 'a', asOf: asOf('2023-09-30T18:00') }),
    ])
    expect(headline).toMatchObject({ agreement: 'single', quantity: { low: 100_417, high: 100_417 } })
    expect(headline.positions.map(({ earlier }) => earlier)).toEqual([false, true])
  })

  it('lets the values of differing relays grow old together', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    const relays = [40, 400].map((count) => makeFigure({ quantity: moreThan(count), statement }))
    const later = makeFigure({ quantity: exact(80), by: 'ministry', asOf: asOf('2023-09-29T16:00') })
    const { positions, findings } = headlineOf([...relays, later])
    expect(positions.map(({ earlier }) => earlier)).toEqual([false, false, false])
    expect(findings).toHaveLength(1)
  })

  it('lets projections, baselines, rates and undated figures out', () => {
    const natures = ['projection', 'baseline', 'rate'] as const
    const headline = headlineOf([
      ...natures.map((nature) => makeFigure({ quantity: exact(120_000), nature })),
      makeFigure({ quantity: exact(223), asOf: null }),
    ])
    expect(headline).toMatchObject({ agreement: 'none', quantity: null, positions: [], asOf: null })
  })

  it('takes the first preferred source that stands', () => {
    const policy = { rules: ['preferred-sources', 'range'] as const, preferredSources: ['c', 'b'] }
    const figures = [makeFigure({ quantity: exact(9), by: 'a' }), makeFigure({ quantity: exact(10), by: 'b' })]
    expect(headlineOf(figures, { policy: { ...policy, rules: [...policy.rules] } })).toMatchObject({
      rule: 'preferred-sources',
      quantity: { low: 10 },
    })
  })
})

const quantities = fc.oneof(
  fc.nat(500).map(exact),
  fc.nat(500).map(atLeast),
  fc.nat(500).map(moreThan),
  fc.nat(500).map((count) => makeQuantity('at-most', count)),
  fc.tuple(fc.nat(200), fc.nat(300)).map(([low, more]) => makeQuantity('between', low, low + more)),
  fc.constant(makeQuantity('unquantified', null, null, 'dozens')),
)
const figures = fc
  .array(
    fc.record({
      quantity: quantities,
      by: fc.constantFrom('a', 'b', 'c', 'd'),
      statement: fc.nat(9),
      day: fc.integer({ min: 10, max: 30 }),
      isDay: fc.boolean(),
      from: fc.integer({ min: 10, max: 30 }),
      lasts: fc.option(fc.integer({ min: 1, max: 20 })),
      sensitivity: fc.constantFrom('public' as const, 'partners' as const, 'internal' as const),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ day, isDay, from, lasts, statement, by, ...row }, index) =>
      makeFigure({
        ...row,
        id: `figure-${index}`,
        by,
        statement: { id: `${by}-${statement}`, saidAt: null, speaker: null, occasion: null },
        asOf: asOf(isDay ? `2023-09-${day}` : `2023-09-${day}T12:00`),
        knownFrom: at(`2023-09-${from}T08:00`),
        knownTo: lasts === null ? null : at(`2023-10-${String(lasts).padStart(2, '0')}T08:00`),
      }),
    ),
  )

describe('laws of reconciliation', () => {
  it('the order of input never matters', () => {
    fc.assert(
      fc.property(figures, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all
          .map((figure) => ({ figure, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
        expect(headlineOf(shuffled.map(({ figure }) => figure))).toEqual(headlineOf(all))
      }),
    )
  })

  it('nothing approved after K changes any view at K', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 10, max: 30 }), (all, day) => {
        const knownAt = at(`2023-09-${day}T20:00`)
        const then = { viewpoint: { ...viewpoint, knownAt } }
        const known = all.filter(({ knownFrom }) => knownFrom !== null && knownFrom <= knownAt)
        const unclosed = known.map((figure) =>
          figure.knownTo !== null && figure.knownTo > knownAt ? { ...figure, knownTo: null } : figure,
        )
        expect(reconcile(scopeOf(all[0] as Figure), unclosed, { ...context, ...then })).toEqual(headlineOf(all, then))
      }),
    )
  })

  it('a hidden figure changes no public answer', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const open = all.filter(({ sensitivity }) => sensitivity === 'public')
        fc.pre(open.length > 0)
        expect(headlineOf(open)).toEqual(headlineOf(all))
      }),
    )
  })

  it('a claimant who counted has a position', () => {
    fc.assert(
      fc.property(
        figures,
        fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 14, maxLength: 14 }),
        (all, hours) => {
          const hourly = all.map((figure, index) =>
            figure.asOf?.precision === 'day'
              ? figure
              : { ...figure, asOf: asOf(`2023-09-2${index % 3}T${String(hours[index]).padStart(2, '0')}:00`) },
          )
          const late = { ...viewpoint, asOf: at('2023-10-01T00:00'), audience: 'internal' as const }
          const { positions } = headlineOf(hourly, { viewpoint: late })
          const counted = hourly.filter(({ knownTo }) => knownTo === null).map(({ claimant }) => claimant.id)
          expect(new Set(positions.map(({ claimant }) => claimant.id))).toEqual(new Set(counted))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a range contains every standing position and no other value at its ends', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const { quantity, positions, rule, findings } = headlineOf(all, {
          viewpoint: { ...viewpoint, audience: 'internal' },
        })
        fc.pre(rule === 'range' && findings.length === 0 && quantity !== null && quantity.qualifier !== 'unquantified')
        const range = boundsOf(quantity as Figure['quantity'])
        const standing = positions
          .filter(({ earlier }) => !earlier)
          .flatMap((position) => boundsOf(position.quantity) ?? [])
        expect(range?.min).toBe(Math.min(...standing.map(({ min }) => min)))
        expect(range?.max).toBe(
          standing.some(({ max }) => max === null) ? null : Math.max(...standing.map(({ max }) => max ?? 0)),
        )
      }),
    )
  })

  it('a relay never adds an independent claimant', () => {
    const independences = [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ].map(([a = '', b = '']) => ({ a, b, reason: 'own staff on the ground' }))
    fc.assert(
      fc.property(figures, fc.nat(), (all, pick) => {
        const original = all[pick % all.length] as Figure
        const relay = {
          ...original,
          id: 'relay',
          citations: original.citations.map((citation) => ({ ...citation, relation: 'relayed' as const })),
        }
        const before = headlineOf(all, { independences })
        const after = headlineOf([...all, relay], { independences })
        expect(after.independentClaimants).toBe(before.independentClaimants)
        expect(after.corroborated).toBe(before.corroborated)
      }),
    )
  })
})
