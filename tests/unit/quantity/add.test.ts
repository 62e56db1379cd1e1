import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSums, nothing, toSum } from '@/domain/quantity/add'
import { boundsOf, compareQuantities } from '@/domain/quantity/bounds'
import { makeQuantity, quantitySchema } from '@/domain/quantity/quantity'

const count = fc.nat(1_000_000)
const quantities = fc.oneof(
  count.map((n) => makeQuantity('exact', n)),
  count.map((n) => makeQuantity('about', n)),
  count.map((n) => makeQuantity('at-least', n)),
  count.map((n) => makeQuantity('more-than', n)),
  count.map((n) => makeQuantity('at-most', n)),
  count.map((n) => makeQuantity('fewer-than', n + 1)),
  fc.tuple(count, count).map(([a, b]) => makeQuantity('between', Math.min(a, b), Math.max(a, b))),
  fc.constant(makeQuantity('unquantified', null, null, 'dozens')),
)

describe('adding quantities', () => {
  it('exact 3 and at least 5 is at least 8', () => {
    expect(addSums(toSum(makeQuantity('exact', 3)), toSum(makeQuantity('at-least', 5))).quantity).toMatchObject({
      low: 8,
      high: null,
      qualifier: 'at-least',
    })
  })

  it('an unquantified part leaves at least the known, marked partial', () => {
    const sum = addSums(toSum(makeQuantity('exact', 3)), toSum(makeQuantity('unquantified', null, null, 'dozens')))
    expect(sum).toMatchObject({ partial: true, quantity: { low: 3, high: null, qualifier: 'at-least' } })
  })

  it('is associative, commutative, and nothing adds nothing', () => {
    fc.assert(
      fc.property(quantities, quantities, quantities, (a, b, c) => {
        const [x, y, z] = [toSum(a), toSum(b), toSum(c)]
        expect(addSums(addSums(x, y), z)).toEqual(addSums(x, addSums(y, z)))
        expect(addSums(x, y)).toEqual(addSums(y, x))
        expect(boundsOf(addSums(x, nothing).quantity)).toEqual(boundsOf(x.quantity))
      }),
    )
  })

  it('never claims more certainty than its parts', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        const sum = addSums(toSum(a), toSum(b))
        const [left, right] = [boundsOf(a), boundsOf(b)]
        const bounds = boundsOf(sum.quantity)
        expect(bounds?.min).toBe((left?.min ?? 0) + (right?.min ?? 0))
        const isOpen = !left || !right || left.max === null || right.max === null
        expect(bounds?.max).toBe(isOpen ? null : (left.max ?? 0) + (right.max ?? 0))
        expect(sum.partial).toBe(!left || !right)
        if (sum.quantity.qualifier === 'exact') expect([a.qualifier, b.qualifier]).not.toContain('about')
        quantitySchema.parse(sum.quantity)
      }),
    )
  })
})

describe('comparing quantities', () => {
  it('says "cannot tell" where open ends overlap', () => {
    expect(compareQuantities(makeQuantity('at-least', 200), makeQuantity('exact', 27))).toBe('greater')
    expect(compareQuantities(makeQuantity('more-than', 40), makeQuantity('more-than', 400))).toBe('cannot-tell')
    expect(compareQuantities(makeQuantity('unquantified', null, null, 'dozens'), makeQuantity('exact', 1))).toBe(
      'cannot-tell',
    )
  })

  it('refuses a quantity whose ends do not fit its qualifier', () => {
    expect(() => quantitySchema.parse({ low: 5, high: 3, qualifier: 'between', words: '' })).toThrow('low end')
    expect(() => quantitySchema.parse({ low: 0, high: null, qualifier: 'unquantified', words: 'dozens' })).toThrow()
  })
})
