import { expect, it } from 'vitest'
import { clockOf } from '@/domain/sitrep/report-clock'
import { at } from '@/tests/support/make-figure'
import { crisis } from '@/tests/support/make-slice'

const evening = { ...crisis, cutOff: '18:00', startDay: '2023-09-19', endDay: '2023-09-30' }

it('the clock tells the cut-off that passed and the one to come, in the zone of the crisis', () => {
  expect(clockOf(evening, at('2023-09-20T17:59'))).toMatchObject({
    last: { day: '2023-09-19', instant: at('2023-09-19T18:00') },
    next: at('2023-09-20T18:00'),
  })
  expect(clockOf(evening, at('2023-09-20T18:00'))).toMatchObject({
    last: { day: '2023-09-20', instant: at('2023-09-20T18:00') },
    next: at('2023-09-21T18:00'),
  })
})

it('before its first day a crisis has no cut-off behind it, after its last none before it', () => {
  expect(clockOf(evening, at('2023-09-19T10:00')).last).toBeNull()
  expect(clockOf(evening, at('2023-09-30T19:00'))).toMatchObject({ last: { day: '2023-09-30' }, next: null })
  expect(clockOf(evening, at('2023-10-02T19:00'))).toMatchObject({ last: null, next: null })
})
