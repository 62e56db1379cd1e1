import { describe, expect, it } from 'vitest'
import { openView } from '@/domain/ledger/ledger-view'
import { findReferences, indexReferences } from '@/domain/sitrep/find-references'
import { makeWording } from '@/domain/wording/wording'
import { atLeast, exact, makeClaimant, makeFigure } from '@/tests/support/make-figure'
import { crisis, keyFigureOf, makeSlice } from '@/tests/support/make-slice'

const defender = { ...makeClaimant('defender'), name: 'Human Rights Defender' }
const killed = makeFigure({ id: 'killed', claimant: defender, quantity: atLeast(10) })
const injured = makeFigure({ id: 'injured', indicator: 'injured', quantity: exact(3141) })
const waiting = makeFigure({ id: 'waiting', indicator: 'missing', quantity: exact(5), state: 'submitted' })
const slice = makeSlice([killed, injured, waiting], {
  crisis: { ...crisis, keyFigures: [keyFigureOf('toll', killed)] },
})
const names = new Map([['defender', ['Human Rights Defender', 'Մարդու իրավունքների պաշտպան', 'Омбудсмен']]])
const index = indexReferences(
  { view: openView(slice), wording: makeWording('en', slice.crisis, slice.indicators) },
  names,
)
const found = (typed: string) => findReferences(index, typed, 20).map(({ reference }) => reference)

describe('what prose can refer to', () => {
  it('is offered with what it would read and who says so, key figures first', () => {
    const [headline, sentence, ...rest] = findReferences(index, '', 20)
    expect(headline).toMatchObject({ reference: { headline: 'toll' }, text: 'at least 10', label: 'Label of toll' })
    expect(headline?.detail).toContain('Human Rights Defender')
    expect(sentence).toMatchObject({ reference: { sentence: 'toll' } })
    expect(sentence?.text).toMatch(/Human Rights Defender reported at least 10/)
    expect(rest.map(({ reference }) => reference)).toEqual(expect.arrayContaining([{ figure: 'killed' }]))
  })

  it('is never what waits for approval', () => {
    expect(found('')).not.toContainEqual({ figure: 'waiting' })
  })

  it('is found by words with another ending', () => {
    expect(found('injuries')).toContainEqual({ figure: 'injured' })
    expect(found('defenders')).toContainEqual({ figure: 'killed' })
    expect(found('injections')).toEqual([])
  })

  it('is found by a name in any script, whatever its case and accents, by words in any order', () => {
    for (const typed of ['պաշտպան', 'ОМБУДСМЕН', 'defender human', 'Défender']) {
      expect(found(typed), typed).toContainEqual({ figure: 'killed' })
      expect(found(typed), typed).not.toContainEqual({ figure: 'injured' })
    }
  })

  it('is found by its number, typed with or without its grouping', () => {
    expect(found('3,141')).toEqual([{ figure: 'injured' }])
    expect(found('3141')).toEqual([{ figure: 'injured' }])
    expect(found('10')[0]).toEqual({ headline: 'toll' })
    expect(found('nothing of the kind')).toEqual([])
  })
})
