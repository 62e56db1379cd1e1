import { expect, it } from 'vitest'
import { marksOfCrises } from '@/app/_pages/marks-of-crises'
import { crisis } from '@/tests/support/make-slice'

const oneHanded = { ...crisis, title: 'Flood', exercise: false, reconstruction: false, fourEyes: false }
const usual = { ...oneHanded, title: 'Fire', fourEyes: true }
const mark = 'Approved by one person: the four-eyes rule is switched off'

it('says of one crisis what must be known of it, and of several which crisis it is of', () => {
  expect(marksOfCrises([oneHanded], 'en')).toEqual([mark])
  expect(marksOfCrises([usual], 'en')).toEqual([])
  expect(marksOfCrises([usual, oneHanded], 'en')).toEqual([`Flood: ${mark}`])
})
