import { describe, expect, it } from 'vitest'
import { canonicalAddress } from '@/domain/document/canonical-address'

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
})
