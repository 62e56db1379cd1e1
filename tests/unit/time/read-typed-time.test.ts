import { expect, test } from 'vitest'
import { readTypedTime, typeTime } from '@/domain/time/read-typed-time'

const zone = 'Asia/Yerevan'
const read = (typed: string) => readTypedTime(typed, zone, '2023-09-19')

test.each([
  ['2023-09-19 16:00', '2023-09-19T12:00:00.000Z', 'minute'],
  ['2023-09-19T16:00', '2023-09-19T12:00:00.000Z', 'minute'],
  ['19.09.2023 16:00', '2023-09-19T12:00:00.000Z', 'minute'],
  ['19 Sep 2023, 4 p.m.', '2023-09-19T12:00:00.000Z', 'minute'],
  ['16:00', '2023-09-19T12:00:00.000Z', 'minute'],
  ['4 p.m.', '2023-09-19T12:00:00.000Z', 'minute'],
  ['2023-09-19 16', '2023-09-19T12:00:00.000Z', 'hour'],
  ['2023-09-19', '2023-09-18T20:00:00.000Z', 'day'],
  ['19 September 2023', '2023-09-18T20:00:00.000Z', 'day'],
  ['2023-09', '2023-08-31T20:00:00.000Z', 'month'],
  ['Sep 2023', '2023-08-31T20:00:00.000Z', 'month'],
])('"%s" is read in the crisis’s zone', (typed, start, precision) => {
  expect(read(typed)).toMatchObject({ start, precision })
})

test.each(['', 'yesterday', '2023-13-01', '32.01.2023', '13 p.m.', '2023-09 16:00', '16'])(
  '"%s" is no time',
  (typed) => {
    expect(read(typed)).toBeNull()
  },
)

test('a time is typed as it is read back', () => {
  for (const typed of ['2023-09-19 16:00', '2023-09-19 16', '2023-09-19', '2023-09']) {
    expect(typeTime(read(typed), zone)).toBe(typed)
  }
})
