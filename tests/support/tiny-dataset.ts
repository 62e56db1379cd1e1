import type { DatasetInput } from '@/domain/dataset/dataset'
import { mergeDataset } from '@/domain/dataset/merge-dataset'
import { everyone } from '@/domain/population/population'

const document = (key: string, publishedAt: string | null, text: string | null = null) => ({
  key,
  publisher: 'gazette',
  title: `Document ${key}`,
  url: null,
  publishedAt,
  language: 'en',
  retrievedAt: '2023-11-01T10:00',
  text,
})

const killed = {
  indicator: 'killed',
  places: [{ role: 'at' as const, place: 'town' }],
  events: ['blast'],
  basis: 'running-total' as const,
}
const scope = {
  indicator: 'killed',
  population: everyone,
  places: [{ role: 'at' as const, id: 'town' }],
  events: ['blast'],
  basis: 'running-total' as const,
  unit: 'persons' as const,
}

/** A reconstruction with two claimants, a part, a correction, a withdrawal, a dispute, a note and one sitrep. */
export function tinyDataset(change: Partial<DatasetInput['crisis']> = {}) {
  const input: DatasetInput = {
    crisis: {
      slug: 'tiny',
      title: 'Tiny crisis',
      subtitle: 'For tests',
      timeZone: 'Asia/Yerevan',
      startDay: '2023-09-19',
      endDay: null,
      languages: ['en'],
      cutOff: '24:00',
      policy: { rules: ['preferred-sources', 'range'], preferredSources: ['ministry'] },
      namingPreference: ['local'],
      disclaimer: 'Invented.',
      publisher: 'Test desk',
      contact: 'desk@attest.example',
      reconstruction: true,
      exercise: true,
      fourEyes: true,
      ombudsman: 'ombudsman',
      groups: [],
      keyFigures: [{ key: 'killed', label: 'Killed', scope, parts: [] }],
      charts: [],
      claimantOrder: ['ombudsman', 'ministry'],
      ...change,
    },
    places: [
      {
        key: 'town',
        level: 'settlement',
        parent: 'land',
        pcode: null,
        point: null,
        names: [{ name: 'Town', language: 'en', usedBy: 'local' }],
      },
      {
        key: 'land',
        level: 'country',
        parent: null,
        pcode: null,
        point: null,
        names: [{ name: 'Land', language: 'en', usedBy: 'local' }],
      },
    ],
    sources: [
      { key: 'ministry', name: 'Ministry', kind: 'government', party: 'north', parent: 'state' },
      { key: 'state', name: 'State', kind: 'government' },
      { key: 'ombudsman', name: 'Ombudsman', kind: 'ombudsman', reliability: 'B', reliabilityReason: 'Long record.' },
      { key: 'gazette', name: 'Gazette', kind: 'media' },
    ],
    events: [{ key: 'blast', title: 'Blast', place: 'town', from: '2023-09-19T10:00' }],
    documents: [
      document('post', '2023-09-19T16:30', 'The office recorded at least two\n people killed, including a child.'),
      document('wire', '2023-09-19'),
      document('undated', null),
      document('letter', '2023-09-21T09:00'),
    ],
    statements: [
      {
        key: 'count',
        claimant: 'ombudsman',
        saidAt: '2023-09-19',
        asOf: '2023-09-19',
        figures: [
          {
            ...killed,
            key: 'count-killed',
            qualifier: 'at-least',
            value: 2,
            words: 'at least two',
            citations: [
              { document: 'wire', quote: 'at least two people', relation: 'relayed' },
              { document: 'post', quote: 'at least two people killed', relation: 'direct' },
            ],
          },
          {
            ...killed,
            key: 'count-children',
            population: { age: 'child' },
            qualifier: 'at-least',
            value: 1,
            words: 'a child',
            partOf: 'count-killed',
            citations: [{ document: 'post', quote: 'including a child', relation: 'direct' }],
            acknowledged: [{ code: 'number-not-in-quote', reason: 'One child.' }],
          },
        ],
      },
      {
        key: 'toll',
        claimant: 'ministry',
        asOf: '2023-09-20T12:00',
        figures: [
          {
            ...killed,
            key: 'toll-killed',
            qualifier: 'exact',
            value: 7,
            words: '7',
            citations: [{ document: 'letter', quote: '7 killed', relation: 'direct' }],
          },
          {
            ...killed,
            key: 'toll-injured',
            indicator: 'injured',
            qualifier: 'exact',
            value: 9,
            words: '9',
            asOf: null,
            citations: [{ document: 'undated', quote: '9 injured', relation: 'relayed' }],
          },
        ],
      },
    ],
    disputes: [
      {
        key: 'denial',
        figure: 'toll-killed',
        by: 'ombudsman',
        aspect: 'number',
        statedAt: '2023-09-21T10:00',
        words: 'denied the number',
        citations: [{ document: 'letter', quote: 'denied', relation: 'relayed' }],
      },
    ],
    notes: [
      {
        key: 'basements',
        kind: 'displacement',
        text: 'Families stay in basements.',
        saidBy: 'ombudsman',
        asOf: '2023-09-19T16:00',
        places: [{ role: 'at', place: 'town' }],
        figures: ['count-killed'],
        citations: [{ document: 'wire', quote: 'in basements', relation: 'relayed' }],
      },
    ],
    changes: [
      {
        kind: 'correct',
        figure: 'toll-killed',
        at: '2023-09-22T12:00',
        reason: 'A name was counted twice.',
        change: { value: 6, words: '6', citations: [{ document: 'letter', quote: '6 killed', relation: 'direct' }] },
      },
      { kind: 'withdraw', figure: 'count-children', at: '2023-09-23', reason: 'The child is alive.' },
      {
        kind: 'office-check',
        figure: 'count-killed',
        at: '2023-09-24T10:00',
        method: 'Telephoned.',
        by: 'Duty officer',
      },
      { kind: 'grade', source: 'ombudsman', at: '2023-09-24T11:00', reliability: 'A', reason: 'Every count held.' },
      { kind: 'independent', a: 'ombudsman', b: 'ministry', at: '2023-09-24T12:00', reason: 'Own registers.' },
      {
        kind: 'resolve',
        figure: 'toll-killed',
        statement: null,
        at: '2023-09-25T12:00',
        reason: 'The register was seen.',
      },
    ],
    sitreps: [],
  }
  return mergeDataset([input])
}
