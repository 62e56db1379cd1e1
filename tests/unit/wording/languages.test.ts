import { describe, expect, it } from 'vitest'
import { makeChartFormat } from '@/domain/chart/chart-format'
import type { Scope } from '@/domain/figure/scope'
import { codelist } from '@/domain/indicator/codelist'
import { everyone, type Population } from '@/domain/population/population'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import { composeSitrep, type SitrepRequest } from '@/domain/sitrep/compose-sitrep'
import { nothingWritten } from '@/domain/sitrep/written'
import { makeWording, quantityText, subjectOf } from '@/domain/wording/wording'
import { type DemoCrisis, makeDemoSlice } from '@/tests/support/demo-slice'
import { crisis } from '@/tests/support/make-slice'

const locales = ['en', 'hy', 'ru', 'ar'] as const
const translated = ['hy', 'ru', 'ar'] as const
/** Narrow and unbreakable spaces differ between releases of ICU; marks of direction are not read. */
const normalise = (text: string) =>
  text.replace(/[\u00a0\u2009\u202f]/g, ' ').replace(/[\u200e\u200f\u2066-\u2069]/g, '')

const quantities: Quantity[] = [
  ...[0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 1002, 100_417].map((count) => makeQuantity('exact', count, count, '')),
  makeQuantity('at-least', 1, null, ''),
  makeQuantity('at-least', 200, null, ''),
  makeQuantity('more-than', 400, null, ''),
  makeQuantity('at-most', 12, 12, ''),
  makeQuantity('about', 5000, 5000, ''),
  makeQuantity('between', 41, 46, ''),
]
const populations: Population[] = [
  everyone,
  { ...everyone, status: 'civilian' },
  { ...everyone, status: 'civilian', age: 'child' },
  { ...everyone, sex: 'female', age: 'adult' },
  { ...everyone, condition: 'wounded' },
  { ...everyone, role: 'interior-ministry' },
]

describe.each(translated)('in %s', (locale) => {
  const wording = makeWording(locale, crisis, codelist)
  const format = makeChartFormat(locale, crisis.timeZone)

  it('every quantity of every indicator is said with its number as the language writes it, and no English', () => {
    for (const { key, unit } of codelist) {
      for (const population of populations) {
        for (const quantity of quantities) {
          const scope: Scope = { indicator: key, population, places: [], events: [], basis: 'running-total', unit }
          const said = subjectOf(wording, scope, quantity)
          for (const end of [quantity.low, quantity.high]) if (end !== null) expect(said).toContain(format.number(end))
          expect(said).not.toMatch(/[A-Za-z]/)
        }
      }
    }
  })

  it('a sentence names its claimant, and so does a denial of each aspect', () => {
    for (const verb of ['reported', 'stated'] as const)
      expect(wording.words.stated('Reuters', '19', 'x', verb)).toContain('Reuters')
    for (const aspect of ['number', 'occurrence', 'responsibility', 'unspecified'] as const)
      expect(wording.words.denies('Reuters', aspect)).toContain('Reuters')
  })
})

it('every indicator of the codelist has a label in every language', () => {
  for (const { labels } of codelist) for (const locale of locales) expect(labels[locale]).toMatch(/\S/)
})

describe('a number and its noun agree', () => {
  const say = (locale: (typeof locales)[number], quantity: Quantity, population = everyone, indicator = 'killed') =>
    normalise(
      subjectOf(
        makeWording(locale, crisis, codelist),
        {
          indicator,
          population,
          places: [],
          events: [],
          basis: 'running-total',
          unit: 'persons',
        },
        quantity,
      ),
    )
  const exact = (count: number) => makeQuantity('exact', count, count, '')
  const atLeast = (count: number) => makeQuantity('at-least', count, null, '')
  const civilian = { ...everyone, status: 'civilian' as const }

  it('in Russian: one, few, many, and the genitive after "не менее"', () => {
    expect([1, 2, 5, 21].map((count) => say('ru', exact(count), civilian))).toEqual([
      '1 погибшее гражданское лицо',
      '2 погибших гражданских лица',
      '5 погибших гражданских лиц',
      '21 погибшее гражданское лицо',
    ])
    expect(say('ru', atLeast(1), civilian)).toBe('не менее 1 погибшего гражданского лица')
    expect(say('ru', atLeast(200))).toBe('не менее 200 погибших')
  })

  it('in Armenian: the singular after a number', () => {
    expect(say('hy', atLeast(2), civilian)).toBe('առնվազն 2 զոհված քաղաքացիական անձ')
    expect(say('hy', exact(100_417), everyone, 'arrived')).toBe('100 417 ժամանած')
  })

  it('in Arabic: the six forms', () => {
    expect([0, 1, 2, 5, 11, 100].map((count) => say('ar', exact(count)))).toEqual([
      'مقتل 0 شخص',
      'مقتل 1 من الأشخاص',
      'مقتل 2 من الأشخاص',
      'مقتل 5 أشخاص',
      'مقتل 11 شخصًا',
      'مقتل 100 شخص',
    ])
    expect(say('ar', exact(100_417), everyone, 'arrived')).toBe('وصول 100,417 شخصًا')
  })
})

describe('days and clocks', () => {
  const instant = '2023-09-19T12:00:00.000Z'
  it.each([
    ['en', '19 Sep, 16:00', '19 Sep 2023', '19 September'],
    ['hy', '19 սեպ, 16:00', '19 սեպ, 2023 թ.', 'սեպտեմբերի 19'],
    ['ru', '19 сент., 16:00', '19 сент. 2023 г.', '19 сентября'],
    ['ar', '19 سبتمبر، 16:00', '19 سبتمبر 2023', '19 سبتمبر'],
  ] as const)('are written as %s writes them, with the digits 0-9', (locale, at, day, longDay) => {
    const format = makeChartFormat(locale, 'Asia/Yerevan', '2023-12-31T19:59:59.000Z')
    expect(normalise(format.instant(instant))).toBe(at)
    expect(normalise(format.fullDay('2023-09-19'))).toBe(day)
    expect(normalise(format.longDay('2023-09-19'))).toBe(longDay)
    // Looked at from another year, or from nowhere in particular, none is left to be guessed.
    for (const lookedAt of ['2024-01-01T12:00:00.000Z', null]) {
      const later = makeChartFormat(locale, 'Asia/Yerevan', lookedAt)
      const dayOnly = { start: instant, end: '2023-09-19T20:00:00.000Z', precision: 'day' as const }
      expect(normalise(later.instant(instant))).toBe(at.replace(/^.*(?=[,،])/u, day))
      expect(normalise(later.asOf(dayOnly))).toBe(day)
      expect(later.longDay('2023-09-19')).toContain('2023')
    }
  })

  it('a difference keeps its sign before it in right-to-left text', () => {
    expect(makeChartFormat('ar', 'UTC').difference(1792)).toBe('\u200e+1,792')
  })
})

/** What the report says by itself: not quotes, addresses and titles, nor what people wrote in a language of its own. */
function automaticTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(automaticTexts)
  if (value === null || typeof value !== 'object') return []
  if ('text' in value && 'language' in value) return []
  const left = [
    'quote',
    'language',
    'href',
    'key',
    'cite',
    'kind',
    'role',
    'at',
    'from',
    'to',
    'claimant',
    'direction',
    'open',
    'align',
    'heldUntil',
    'figure',
    'document',
    'href',
  ]
  return Object.entries(value).flatMap(([name, one]) => (left.includes(name) ? [] : automaticTexts(one)))
}

describe.each([
  ['nagorno-karabakh-2023', '2023-09-30', '2023-09-29'],
  ['exercise-merrowen-valley', '2025-10-28', '2025-10-27'],
] as const)('the report of %s', (name: DemoCrisis, day, before) => {
  const compose = (locale: (typeof locales)[number]) => {
    const [now, then] = [makeDemoSlice(name, day, locale), makeDemoSlice(name, before, locale)]
    const request: SitrepRequest = {
      number: 12,
      kind: 'situation-report',
      edition: 1,
      period: { from: then.viewpoint.asOf, to: now.viewpoint.asOf },
      nextIssue: null,
      expiresAt: null,
      written: { ...nothingWritten, overview: [{ kind: 'paragraph', content: ['Arrivals continued.'] }] },
      leftOut: [],
      erratum: null,
      writtenIn: 'en',
    }
    return { slice: now, sitrep: composeSitrep(now, then, request) }
  }

  it.each(translated)('has no English in it but names (%s)', (locale) => {
    const { slice, sitrep } = compose(locale)
    const names = [
      ...slice.figures.flatMap(({ claimant, citations, disputes, statement }) => [
        claimant.name,
        statement.speaker,
        ...[...citations, ...disputes.flatMap((dispute) => dispute.citations)].map(
          ({ document }) => document.publisher.name,
        ),
        ...disputes.map(({ by }) => by.name),
      ]),
      ...slice.notes.flatMap(({ saidBy, speaker, citations }) => [
        saidBy.name,
        speaker,
        ...citations.map(({ document }) => document.publisher.name),
      ]),
      slice.crisis.contact,
      'Attest UTC SHA dozens',
    ].join(' ')
    const known = new Set(names.match(/[A-Za-z]{2,}/g))
    const { sections, header, labels, sourcesHeading, disclaimer, title, publisher } = sitrep
    const texts = automaticTexts({ sections, header, labels, sourcesHeading, disclaimer, title, publisher })
    const foreign = texts.filter((text) => (text.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !known.has(word)))
    expect([...new Set(foreign)]).toEqual([])
    const overview = sections.find(({ key }) => key === 'overview')?.blocks[0]
    expect(overview).toMatchObject({ content: [{ text: 'Arrivals continued.', language: 'en' }] })
  })

  it('cites the same sources in the same order in every language', () => {
    const documents = locales.map((locale) => compose(locale).sitrep.sources.map(({ document }) => document))
    for (const list of documents) expect([...list].sort()).toEqual([...(documents[0] ?? [])].sort())
    expect(documents[0]?.length).toBeGreaterThan(10)
  })
})

it('a quantity keeps the published words where no number was given', () => {
  expect(quantityText(makeWording('ru', crisis, codelist), makeQuantity('unquantified', null, null, 'dozens'))).toBe(
    '«dozens»',
  )
})
