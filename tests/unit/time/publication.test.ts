import { describe, expect, it } from 'vitest'
import type { AsOf } from '@/domain/time/instant'
import { endByPublication } from '@/domain/time/publication'

const day: AsOf = {
  start: '2023-09-18T20:00:00.000Z',
  end: '2023-09-19T20:00:00.000Z',
  precision: 'day',
  stated: true,
  note: null,
}

describe('an as-of and its publication', () => {
  it('ends with the earliest publication it is read from', () => {
    const published = ['2023-09-19T18:00:00.000Z', '2023-09-19T12:30:00.000Z', null]
    expect(endByPublication(day, published)).toEqual({ ...day, end: '2023-09-19T12:30:00.000Z' })
  })

  it('stays where everything was published later, or nothing bears a date', () => {
    expect(endByPublication(day, ['2023-09-21T00:00:00.000Z'])).toBe(day)
    expect(endByPublication(day, [null])).toBe(day)
    expect(endByPublication(null, ['2023-09-21T00:00:00.000Z'])).toBeNull()
  })

  it('is left for the checks where it begins after the publication', () => {
    expect(endByPublication(day, ['2023-09-01T00:00:00.000Z'])).toBe(day)
  })
})
