import { describe, expect, it } from 'vitest'
import { mergeDataset } from '@/domain/dataset/merge-dataset'

const crisis = {
  slug: 'a-crisis',
  title: 'A crisis',
  subtitle: '',
  timeZone: 'Asia/Yerevan',
  startDay: '2023-09-19',
  endDay: null,
  languages: ['en'],
  cutOff: '24:00',
  policy: { rules: ['range'], preferredSources: [] },
  namingPreference: [],
  disclaimer: 'None.',
  publisher: 'A desk',
  contact: 'desk@attest.example',
  reconstruction: true,
  exercise: true,
  fourEyes: true,
  ombudsman: 'office',
  groups: [],
  keyFigures: [],
  charts: [],
  claimantOrder: [],
}
const office = { key: 'office', name: 'The office', kind: 'ombudsman' }
const paper = {
  key: 'paper',
  publisher: 'office',
  title: 'A report',
  url: null,
  publishedAt: '2023-09-19',
  language: 'en',
  retrievedAt: '2026-11-22',
}
const figure = {
  key: 'killed',
  indicator: 'killed',
  qualifier: 'at-least',
  value: 2,
  words: 'at least two',
  basis: 'running-total',
  citations: [{ document: 'paper', quote: 'at least two people', relation: 'direct' }],
}
const statementOf = (...figures: object[]) => ({ key: 'statement', claimant: 'office', asOf: '2023-09-19', figures })
const parts = (...figures: object[]) => [
  { crisis },
  { sources: [office], documents: [paper] },
  { statements: [statementOf(...figures)] },
]

describe('a dataset merged from files', () => {
  it('joins lists of the same name in the order of the files', () => {
    const more = { statements: [{ ...statementOf({ ...figure, key: 'killed-later' }), key: 'later' }] }
    const dataset = mergeDataset([...parts(figure), more])
    expect(dataset.statements.map(({ key }) => key)).toEqual(['statement', 'later'])
    expect(dataset.places).toEqual([])
  })

  it('lists every problem at once, each by its key', () => {
    const wrong = { ...figure, partOf: 'nothing', places: [{ role: 'at', place: 'nowhere' }], indicator: 'sadness' }
    const message = messageOf(parts(figure, wrong))
    expect(message).toContain('Figure "killed": the key is used twice.')
    expect(message).toContain('Figure "killed": the figure "nothing" is not defined.')
    expect(message).toContain('Figure "killed": the place "nowhere" is not defined.')
    expect(message).toContain('Figure "killed": the indicator "sadness" is not defined.')
    expect(message).toMatch(/^The dataset has 4 problem/)
  })

  it('names an entry that breaks the format by its key', () => {
    expect(messageOf(parts({ ...figure, qualifier: 'roughly' }))).toContain('statements "killed": ')
  })

  it('refuses a quote without its number, unless the coder says why', () => {
    const silent = { ...figure, citations: [{ document: 'paper', quote: 'several people', relation: 'direct' }] }
    expect(messageOf(parts(silent))).toContain('the quote "several people" does not hold the number 2')
    const acknowledged = [{ code: 'number-not-in-quote', reason: 'The people are named.' }]
    expect(mergeDataset(parts({ ...silent, acknowledged })).statements).toHaveLength(1)
  })

  it('refuses a number that its qualifier cannot have', () => {
    expect(messageOf(parts({ ...figure, qualifier: 'between' }))).toContain('does not fit the qualifier "between"')
  })

  it('refuses a part that lies within itself and prose that refers to nothing', () => {
    const sitrep = {
      number: 1,
      kind: 'situation-report',
      asOf: '2023-09-20T00:00',
      knownAt: '2023-09-20T00:00',
      periodFrom: '2023-09-19T00:00',
      nextIssue: null,
      publishedAt: '2023-09-20T08:30',
      highlights: ['Killed: {{figure:nobody}}.'],
    }
    const message = messageOf([...parts({ ...figure, partOf: 'killed' }), { sitreps: [sitrep] }])
    expect(message).toContain('Figure "killed": it lies within itself.')
    expect(message).toContain('Sitrep 1: the figure "nobody" is not defined.')
  })

  it('refuses a second crisis and a list nobody knows', () => {
    expect(messageOf([...parts(figure), { crisis }])).toContain('"crisis" stands in two parts')
    expect(messageOf([...parts(figure), { rumours: [] }])).toContain('"rumours" is not a list of the dataset')
  })
})

function messageOf(input: unknown[]): string {
  try {
    mergeDataset(input)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}
