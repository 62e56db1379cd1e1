import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalAddress, partsOfAddress } from '@/domain/document/canonical-address'

describe('two addresses', () => {
  it('are of the same page whatever their case, slash, fragment and trackers', () => {
    const same = [
      'https://News.Example/a/Story?id=7',
      'HTTPS://news.example:443/a/Story/?id=7#comments',
      'https://news.example/a/Story?utm_source=mail&id=7&utm_medium=x&fbclid=1',
    ]
    expect(new Set(same.map(canonicalAddress))).toEqual(new Set(['https://news.example/a/Story?id=7']))
  })

  it('are of two pages where the path, its case or a parameter differs', () => {
    const other = [
      'https://news.example/a',
      'https://news.example/A',
      'https://news.example/a?id=8',
      'https://news.example',
    ]
    expect(new Set(other.map(canonicalAddress)).size).toBe(4)
  })

  it('may be none', () => {
    expect(canonicalAddress(' by phone ')).toBe('by phone')
  })

  it('hold the parts of the form they share, however each is written', () => {
    const segment = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/),
      fc.constantFrom('2023%2F09', 'Լուրեր', 'a b', '%41bc', 'статья-7', '..', '(1)'),
    )
    const host = fc.constantFrom(
      'news.example',
      'news.example:443',
      'NEWS.Example',
      'լուր.example',
      'xn--gckc5l.example',
    )
    const tail = fc.constantFrom('', '/', '?id=7', '?utm_source=mail&q=%41bc', '#top', '/?fbclid=1&id=a%20b')
    fc.assert(
      fc.property(
        fc.constantFrom('https', 'HTTPS'),
        host,
        fc.array(segment, { maxLength: 4 }),
        tail,
        (scheme, at, path, end) => {
          const written = `${scheme}://${[at, ...path].join('/')}${end}`
          for (const part of partsOfAddress(canonicalAddress(written))) expect(written.toLowerCase()).toContain(part)
        },
      ),
    )
  })

  it('are told apart by more than their host', () => {
    expect(partsOfAddress('https://news.example/2023/09/Shelling-7')).toEqual(['news.example', 'shelling'])
    expect(partsOfAddress('https://news.example')).toEqual(['news.example'])
    expect(partsOfAddress('by phone')).toEqual(['by phone'])
  })
})
