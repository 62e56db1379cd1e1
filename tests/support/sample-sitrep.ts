import type { CitedSource, Run } from '@/domain/citation/cited-source'
import type { Tile } from '@/domain/dashboard/tile'
import type { EditionProof, Sitrep } from '@/domain/sitrep/sitrep'
import { makeSampleChart } from '@/tests/support/sample-chart'

export const sampleProof: EditionProof = {
  contentHash: '41b790ce5d12a8f03c7e6b19d4458a20ff13c6e87b92d05a6611e3f4078ac9bd',
  auditHead: '9f3ce21a77b0d4c6158e2f90ab3d64c1e08f7725d91b3c4a6fe05827c31d9e04',
}

export const sampleCreatedAt = '2023-09-30T20:00:00.000Z'

const cited = (text: string, ...sources: number[]): Run => ({ text, cite: sources.map((n) => ({ n, quote: 0 })) })
const plain = (text: string): Run => ({ text })
const cell = (text: string, ...sources: number[]): Run[] => [cited(text, ...sources)]

const publishers = [
  ['Government of the Republic of Armenia', 'Forced displacement from Nagorno-Karabakh: data as of 30 September', 'hy'],
  ['Human Rights Ombudsman of Nagorno-Karabakh', 'Updated information on casualties as of 21:30', 'en'],
  ['Azatutyun', 'Death toll in fuel depot explosion rises', 'en'],
  ['Reuters', 'Ethnic Armenians flee; Baku says six citizens killed by land mines', 'en'],
  ['TASS', 'Более 200 человек погибли в Нагорном Карабахе', 'ru'],
  ['UNHCR', 'Armenia refugee situation: flash update #3', 'en'],
  ['Armenpress', 'Արցախում պատերազմական գործողությունների հետևանքով զոհերի թիվը', 'hy'],
  ['Al Jazeera', 'أرمن قره باغ يواصلون النزوح إلى أرمينيا', 'ar'],
] as const

function makeSource(n: number): CitedSource {
  const [publisher, title, language] = publishers[(n - 1) % publishers.length] ?? publishers[0]
  const url = `https://www.example.org/${language}/news/2023/09/${String(10 + n)}/nagorno-karabakh-casualties-and-displacement-update-${n}`
  return {
    n,
    document: `document-${n}`,
    title,
    publisher,
    url,
    publishedText: `${18 + (n % 12)} September 2023, ${8 + (n % 12)}:30`,
    language,
    sha256: n % 5 === 0 ? null : `${n.toString(16).padStart(2, '0')}d4c6158e2f90ab`.padEnd(64, '7'),
    quotes: [],
    citationText: `${publisher}, ${title}, ${url}`,
  }
}

function makeTile(part: Partial<Tile> & Pick<Tile, 'key' | 'label' | 'values'>): Tile {
  return {
    stale: false,
    contested: false,
    parts: [],
    who: [],
    agreement: 'one source',
    verification: 'not checked by this office',
    change: null,
    age: null,
    caveats: [],
    rule: '',
    cite: [],
    sparkline: null,
    href: '',
    ...part,
  }
}

const rising = {
  alt: 'Rose in six steps.',
  points: [0, 0.2, 0.4, 0.55, 0.8, 1].map((x, index) => ({ x, y: [0, 0.05, 0.3, 0.5, 0.8, 1][index] ?? 0 })),
}

const tiles: Tile[] = [
  makeTile({
    key: 'arrived',
    label: 'Arrived in Armenia',
    values: [{ before: '', number: '100\u202f417', after: '' }],
    parts: [cell('of an estimated 120\u202f000 residents before', 1)],
    who: [plain('Government of Armenia, 30 Sep, 20:00'), cited('', 1)],
    agreement: '2 sources compatible',
    change: '+1\u202f792 since 29 Sep',
    sparkline: rising,
  }),
  makeTile({
    key: 'killed',
    label: 'Killed, offensive of 19–20 September',
    values: [{ before: 'at least', number: '200', after: '' }],
    stale: true,
    parts: [cell('civilians 10, of them 5 children', 2)],
    who: [cited('Human Rights Ombudsman, 20 Sep, 21:30', 2)],
    age: '10 days old',
    sparkline: rising,
  }),
  makeTile({
    key: 'killed-depot',
    label: 'Killed, fuel-depot explosion',
    values: [{ before: '', number: '170', after: 'remains found' }],
    who: [cited('Authorities in Stepanakert, 29 Sep', 3)],
    agreement: 'sources differ: 68–170',
    rule: 'latest of the preferred source',
    sparkline: rising,
  }),
  makeTile({
    key: 'injured-civilians',
    label: 'Civilians injured, 19–20 September',
    values: [
      { before: 'over', number: '40', after: '' },
      { before: 'or over', number: '400', after: '' },
    ],
    contested: true,
    who: [cited('Human Rights Ombudsman, 20 Sep, 21:30', 4, 5)],
    agreement: 'two relays of one statement differ',
    age: '10 days old',
  }),
  makeTile({
    key: 'missing',
    label: 'Missing after the explosion',
    values: [{ before: '', number: '105', after: '' }],
    stale: true,
    who: [cited('Human Rights Ombudsman, 26 Sep', 7)],
    age: '4 days old',
    sparkline: rising,
  }),
  makeTile({
    key: 'children',
    label: 'Unaccompanied children reunited with their families',
    values: [{ before: 'about', number: '30', after: '' }],
    who: [cited('UNHCR, 29 Sep', 6)],
  }),
  makeTile({ key: 'complaints', label: 'Complaints open', values: [] }),
  makeTile({
    key: 'killed-coverage',
    label: 'Injured in the offensive',
    values: [{ before: 'more than', number: '400', after: '' }],
    caveats: ['Without the hospitals of Askeran and Martuni'],
    who: [cited('Human Rights Ombudsman, 20 Sep', 2)],
    agreement: '2 sources agree',
    verification: 'corroborated by two independent claimants',
  }),
]

const days = ['24 Sep', '25 Sep', '26 Sep', '27 Sep', '28 Sep', '29 Sep', '30 Sep']

const positions = (rows: number) =>
  Array.from({ length: rows }, (_, index): Run[][] => [
    cell(`${19 + (index % 12)} Sep, ${8 + (index % 12)}:00`),
    cell(
      index % 3 === 0
        ? 'Human Rights Ombudsman of Nagorno-Karabakh'
        : index % 3 === 1
          ? 'Ministry of Health'
          : 'Azerbaijan, Prosecutor General',
    ),
    cell(index % 4 === 0 ? `at least ${index + 2}` : String(index * 7 + 3), (index % 18) + 1),
    index % 5 === 0
      ? cell('Without the hospitals of Askeran and Martuni')
      : cell(index % 2 === 0 ? 'civilians' : 'all persons'),
    cell(index % 7 === 0 ? 'earlier' : 'standing'),
  ])

const positionColumns = [
  { label: 'As of', align: 'start' as const },
  { label: 'Claimant', align: 'start' as const },
  { label: 'Figure', align: 'end' as const },
  { label: 'Of whom, and coverage', align: 'start' as const },
  { label: 'Position', align: 'start' as const },
]

/** A report of the size that is measured: six pages, three charts, two tables of 40 rows. */
export function makeSampleSitrep(): Sitrep {
  return {
    format: 1,
    number: 12,
    kind: 'situation-report',
    edition: 1,
    language: 'en',
    title: 'Nagorno-Karabakh, September–October 2023',
    crisis: { slug: 'nagorno-karabakh-2023', title: 'Nagorno-Karabakh 2023' },
    publisher: 'Attest demo office',
    header: {
      kindText: 'Situation report 12',
      asOfText: 'As of 30 September 2023, end of day (UTC+4)',
      periodText: 'Covers 29 September, 24:00 to 30 September, 24:00',
      nextIssueText: 'Next report 1 October',
      expiresText: null,
      marks: ['Reconstructed from published sources'],
    },
    asOf: '2023-09-30T20:00:00.000Z',
    knownAt: '2023-09-30T20:00:00.000Z',
    period: { from: '2023-09-29T20:00:00.000Z', to: '2023-09-30T20:00:00.000Z' },
    nextIssue: '2023-10-01T20:00:00.000Z',
    expiresAt: null,
    sections: [
      {
        key: 'highlights',
        heading: 'Highlights',
        blocks: [
          {
            kind: 'list',
            items: [
              [
                cited(
                  'By 30 September the Government of Armenia had counted 100\u202f417 arrivals from Nagorno-Karabakh',
                  1,
                ),
                cited(', of an estimated 120\u202f000 residents', 6),
                cited('. The day before, at 20:00, it had counted 98\u202f625.', 8),
              ],
              [
                cited(
                  'The authorities in Stepanakert reported 170 remains found at the site of the fuel-depot explosion of 25 September;',
                  3,
                ),
                cited(' 105 people were missing on 26 September', 7),
                plain(', and no later count of the missing was reported.'),
              ],
              [
                cited(
                  'The last count of those killed in the offensive of 19–20 September is ten days old: at least 200, among them 10 civilians, of them 5 children.',
                  2,
                ),
              ],
            ],
          },
        ],
      },
      { key: 'key-figures', heading: 'Key figures', blocks: [{ kind: 'tiles', tiles }] },
      {
        key: 'changes',
        heading: 'What changed since report 11',
        blocks: [
          {
            kind: 'changes',
            items: [
              {
                kind: 'revised-up',
                label: 'Revised up',
                content: [cited('Arrivals in Armenia: 98\u202f625 → 100\u202f417', 1)],
              },
              {
                kind: 'new',
                label: 'New',
                content: [cited('Residents before the offensive: an estimated 120\u202f000', 6)],
              },
              {
                kind: 'gone-stale',
                label: 'Gone stale',
                content: [cited('Killed and injured in the offensive, last counted on 20 September', 2)],
              },
              {
                kind: 'contested',
                label: 'Contested',
                content: [cited('Civilians injured: over 40 or over 400, two relays of one statement', 4, 5)],
              },
            ],
          },
        ],
      },
      {
        key: 'casualties',
        heading: 'Casualties',
        blocks: [
          {
            kind: 'paragraph',
            content: [
              cited(
                'As of 21:30 on 20 September the Human Rights Ombudsman reported at least 200 people killed, among them 10 civilians, of them 5 children',
                2,
              ),
              plain(', and more than 400 injured.'),
            ],
          },
          {
            kind: 'chart',
            chart: makeSampleChart({
              key: 'killed',
              title: 'The count of the dead of the offensive grew from 2 to at least 200 in thirty hours',
              subtitle: 'Killed, running totals, persons',
              from: '2023-09-19T20:00:00.000Z',
              days: ['19 Sep', '20 Sep', '21 Sep', '22 Sep', '23 Sep'],
              max: 240,
              claimants: [
                { label: 'All persons', values: [2, 27, 200], cite: 2 },
                { label: 'Civilians', values: [2, 7, 10], cite: 9 },
              ],
            }),
          },
          {
            kind: 'table',
            caption: 'Positions on people killed and injured',
            columns: positionColumns,
            rows: positions(40),
          },
        ],
      },
      {
        key: 'displacement',
        heading: 'Displacement',
        blocks: [
          {
            kind: 'chart',
            chart: makeSampleChart({
              key: 'arrivals',
              title: 'Arrivals in Armenia passed 100\u202f000 on 30 September',
              subtitle: 'Running total by claimant, persons, 24–30 September 2023',
              from: '2023-09-24T20:00:00.000Z',
              days,
              max: 120_000,
              claimants: [
                {
                  label: 'Government of Armenia',
                  values: [3000, 13_350, 42_500, 65_036, 84_770, 98_625, 100_417],
                  cite: 1,
                },
                { label: 'UNHCR', values: [0, 0, 28_000, 50_000, 70_500, 88_000], cite: 6 },
              ],
            }),
          },
          {
            kind: 'chart',
            chart: makeSampleChart({
              key: 'sheltered',
              title: 'Half of those who arrived were given a place to stay',
              subtitle: 'Accommodated, running total, persons',
              from: '2023-09-24T20:00:00.000Z',
              days,
              max: 60_000,
              claimants: [
                {
                  label: 'Government of Armenia',
                  values: [1000, 4000, 11_000, 21_000, 32_000, 43_000, 50_117],
                  cite: 1,
                },
              ],
            }),
          },
          { kind: 'table', caption: 'Statements on arrivals', columns: positionColumns, rows: positions(40) },
          {
            kind: 'notes',
            items: [
              {
                content: [
                  cited(
                    'Families sheltered in basements in Stepanakert; parents and children were separated, and there was no fuel.',
                    10,
                  ),
                ],
                detail: 'Human Rights Ombudsman, 19 September',
                href: '',
              },
            ],
          },
        ],
      },
      {
        key: 'contested',
        heading: 'Contested figures',
        blocks: [
          {
            kind: 'contested',
            items: [
              {
                title: 'Six dead on a mined road, 19 September',
                sides: [
                  {
                    role: 'states',
                    who: 'Azerbaijan',
                    quote: 'six of its citizens had been killed by land mines',
                    language: 'en',
                    detail: [cited('relayed by Reuters, 19 September', 4)],
                  },
                  {
                    role: 'denies',
                    who: 'Authorities in Stepanakert',
                    quote: 'strongly denied the claims',
                    language: 'en',
                    detail: [cited('relayed by Azatutyun, 19 September', 3)],
                  },
                ],
                remark: [
                  plain(
                    'What was denied is not specified. Relays differ on four of the dead: soldiers, police officers, or ministry staff.',
                  ),
                ],
              },
              {
                title: 'Civilians injured in the offensive',
                sides: [
                  {
                    role: 'states',
                    who: 'Омбудсмен',
                    quote: 'более 400 гражданских лиц получили ранения',
                    language: 'ru',
                    detail: [cited('relayed by TASS, 20 September', 5)],
                  },
                  {
                    role: 'states',
                    who: 'مكتب أمين المظالم',
                    quote: 'إصابة أكثر من 40 مدنيا بجروح',
                    language: 'ar',
                    detail: [cited('relayed by Al Jazeera, 20 September', 8)],
                  },
                ],
                remark: [],
              },
            ],
          },
        ],
      },
      {
        key: 'not-known',
        heading: 'What we do not know',
        blocks: [
          {
            kind: 'list',
            items: [
              [plain('How many died on the road to Armenia.')],
              [plain('How many people remain in Nagorno-Karabakh.')],
              [plain('Who among the dead of the explosion had been missing.')],
            ],
          },
        ],
      },
      {
        key: 'methodology',
        heading: 'Methodology and caveats',
        blocks: [
          {
            kind: 'paragraph',
            content: [
              plain(
                'This report prints what sources said and adds nothing up across them. Each number carries the mark of its numbered source, its wording and the time it held for. A range runs from the lowest to the highest of the standing positions; a position that is older than the newest by more than 24 hours is shown as earlier and stays outside the range.',
              ),
            ],
          },
          { kind: 'paragraph', content: [plain('Figures of different events or populations are never joined.')] },
        ],
      },
      {
        key: 'contact',
        heading: 'Contact',
        blocks: [{ kind: 'paragraph', content: [plain('Information desk, desk@example.org')] }],
      },
    ],
    sources: Array.from({ length: 18 }, (_, index) => makeSource(index + 1)),
    sourcesHeading: 'Sources',
    disclaimer: 'The names used do not imply any position on the status of a territory. Figures are the sources’ own.',
    labels: {
      page: 'Page',
      of: 'of',
      content: 'content',
      audit: 'audit',
      noFigure: 'no figure reported',
      or: 'or',
      states: 'states',
      denies: 'denies',
      reconstructedNote: null,
    },
    erratum: null,
  }
}
