import { expect, test } from 'vitest'
import { findByName, type LookupItem } from '@/domain/entry/lookup'

const item = (id: string, name: string, ...others: string[]): LookupItem => ({
  id,
  name,
  detail: '',
  names: others.map((other) => ({ name: other, language: 'en', usedBy: null })),
})
const items = [
  item('press', 'Azatutyun', 'Ազատություն', 'Радио Свобода'),
  item('office', 'Human Rights Defender', 'Մարդու իրավունքների պաշտպան'),
  item('agency', 'Agência de Notícias'),
]
const idsOf = (typed: string) => findByName(items, typed).map(({ id }) => id)

test.each([
  ['azatu', ['press']],
  ['ազատ', ['press']],
  ['свобода', ['press']],
  ['defender human', ['office']],
  ['agencia noticias', ['agency']],
  ['ազատ defender', []],
  ['', ['press', 'office', 'agency']],
])('"%s" finds what goes by it, in whatever script', (typed, ids) => expect(idsOf(typed)).toEqual(ids))

test('no more than twenty are offered', () => {
  const many = Array.from({ length: 30 }, (_, index) => item(`${index}`, `Place ${index}`))
  expect(findByName(many, 'place')).toHaveLength(20)
})
