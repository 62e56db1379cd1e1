import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@/domain/canonical/canonical-json'

describe('canonical JSON', () => {
  it('sorts keys, leaves out spaces and members that are undefined', () => {
    expect(canonicalJson({ b: [1, undefined, 'é'], a: { d: null, c: undefined } })).toBe(
      '{"a":{"d":null},"b":[1,null,"é"]}',
    )
  })

  it('is the same for the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  it('reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('refuses numbers that JSON does not have', () => {
    expect(() => canonicalJson([Number.NaN])).toThrow('no form in JSON')
  })
})
