import { describe, expect, it } from 'vitest'
import { findSaidTimes } from '@/domain/reading/read-statement'

const read = (text: string) =>
  findSaidTimes(text).map(({ hour, minute }) => `${hour}:${String(minute).padStart(2, '0')}`)

describe('the time that a count is valid for', () => {
  it('is read in the ways it is written', () => {
    const times: [string, string][] = [
      ['11 others wounded as of 4 p.m.', '16:00'],
      ['As of 15:00 Wednesday, September 27', '15:00'],
      ['by 6 pm', '18:00'],
      ['until 12 a.m.', '0:00'],
      ['as of 12 p.m.', '12:00'],
      ['as of noon', '12:00'],
      ['by midnight', '24:00'],
      ['по состоянию на 22:30', '22:30'],
      ['к 6 часам, в 18.00', '18:00'],
      ['ժամը 17:00-ի դրությամբ', '17:00'],
      ['حتى الساعة 14:00', '14:00'],
    ]
    for (const [text, time] of times) expect(read(text), text).toEqual([time])
  })

  it('is no number of people and no impossible time', () => {
    expect(read('by 6 people, at 12 places, as of 19 September, at 25:00, as of 13 p.m.')).toEqual([])
  })

  it('stands where its words stand', () => {
    const text = 'They said: as of 4 p.m. two were dead.'
    const [time] = findSaidTimes(text)
    expect(text.slice(time?.start, time?.end)).toBe('as of 4 p.m.')
    expect(time?.words).toBe('as of 4 p.m.')
  })
})
