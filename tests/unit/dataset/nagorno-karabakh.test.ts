import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mergeDataset } from '@/domain/dataset/merge-dataset'

const folder = new URL('../../../scripts/demo/nagorno-karabakh-2023/', import.meta.url)
const timeline = new URL('../../../../shared/data/nagorno-karabakh-2023/nk-timeline.csv', import.meta.url)

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
const dataset = mergeDataset(files.map((text) => JSON.parse(text)))
const figures = dataset.statements.flatMap((statement) => statement.figures.map((figure) => ({ ...figure, statement })))
const citations = [...figures, ...dataset.notes, ...dataset.disputes].flatMap((entry) => entry.citations)
// The table of sources lies beside the project and is not part of it: without it the files are held against their own row ids.
const hasTable = existsSync(timeline)
const rows = hasTable ? readRows(readFileSync(timeline, 'utf8')) : []
const itWithTable = it.skipIf(!hasTable)

describe('the data files of Nagorno-Karabakh, September-October 2023', () => {
  it('trace each of the 176 rows of the table of sources to exactly one figure', () => {
    const ids = Array.from({ length: 176 }, (_, index) => `nk-${String(index + 1).padStart(3, '0')}`)
    expect(figures.flatMap((figure) => figure.rows).sort()).toEqual(ids)
    if (hasTable) expect(rows.map((row) => row.id).sort()).toEqual(ids)
  })

  itWithTable('cite for every row a document with that row’s address', () => {
    const addresses = new Map(dataset.documents.map(({ key, url }) => [key, url]))
    for (const row of rows) {
      const figure = figures.find(({ rows }) => rows.includes(row.id))
      expect(
        figure?.citations.map(({ document }) => addresses.get(document)),
        row.id,
      ).toContain(row.source_url)
    }
  })

  itWithTable('keep the numbers of the rows', () => {
    const kept = figures.filter(({ qualifier }) => qualifier !== 'between' && qualifier !== 'at-most')
    for (const row of rows) {
      const figure = kept.find(({ rows }) => rows.includes(row.id))
      if (figure) expect([row.value_low, row.value_high], row.id).toContain(String(figure.value))
    }
  })

  it('quote no more than 25 words at a time', () => {
    for (const { quote } of citations) expect(quote.split(/\s+/).length, quote).toBeLessThanOrEqual(25)
  })

  itWithTable('quote words that the row has, for figures that carry a row', () => {
    for (const row of rows) {
      const figure = figures.find(({ rows }) => rows.includes(row.id))
      const parts = row.quote.split(/\s*(?:\.\.\.|…)\s*/)
      const own = figure?.citations.some(({ quote }) => parts.some((part) => part.includes(quote)))
      expect(own, row.id).toBe(true)
    }
  })

  itWithTable('name no victim', () => {
    const named = rows.filter(({ id }) => id === 'nk-012' || id === 'nk-013')
    const names = named.flatMap(({ quote }) =>
      [...quote.matchAll(/(\p{Lu}\p{L}+ \p{Lu}\p{L}+) \(born/gu)].map((match) => match[1] ?? ''),
    )
    expect(names).toHaveLength(2)
    const all = files.join('\n').toLowerCase()
    for (const name of names.flatMap((name) => [name, ...name.split(' ')]))
      expect(all).not.toContain(name.toLowerCase())
  })

  itWithTable('leave undated what the table has undated', () => {
    for (const row of rows.filter(({ as_of }) => as_of === '')) {
      const figure = figures.find(({ rows }) => rows.includes(row.id))
      expect(figure?.asOf === undefined ? figure?.statement.asOf : figure.asOf, row.id).toBeNull()
    }
    const addresses = new Set(
      rows.filter(({ source_date }) => !/^\d{4}-\d{2}-\d{2}/.test(source_date)).map(({ source_url }) => source_url),
    )
    const undated = dataset.documents.filter(({ url }) => url !== null && addresses.has(url))
    expect(undated.filter(({ publishedAt }) => publishedAt !== null).map(({ key }) => key)).toEqual(['unicef-aug-2024'])
  })

  it('hold the man killed in Shusha, the ombudsman’s civilians and the two explosions’ dead apart', () => {
    const scope = (key: string) => {
      const figure = figures.find((entry) => entry.key === key)
      return JSON.stringify([figure?.indicator, figure?.population, figure?.places, figure?.events])
    }
    expect(scope('prosecutor-az-19sep-killed-shusha')).not.toBe(scope('hrd-2130-killed-civilians'))
    expect(scope('hrd-2130-killed')).not.toBe(scope('nk-authorities-26sep-killed'))
    expect(scope('hrd-2130-injured-civilians-40')).toBe(scope('hrd-2130-injured-civilians-400'))
    expect(scope('hrd-2130-evacuated')).not.toBe(scope('mod-russia-20sep-evening-evacuated'))
  })

  it('make no count of the 120,000', () => {
    const found = figures.filter(({ value }) => value === 120_000)
    expect(found.map(({ nature }) => nature).sort()).toEqual(['baseline', 'baseline', 'baseline', 'projection'])
  })
})

type Row = Record<'id' | 'value_low' | 'value_high' | 'as_of' | 'source_url' | 'source_date' | 'quote', string>

/** Reads the table (RFC 4180: quoted cells may hold commas, quotes doubled). */
function readRows(text: string): Row[] {
  const table = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
  const [head = [], ...body] = table
  const cell = (cells: string[], name: string) => cells[head.indexOf(name)] ?? ''
  return body.map((cells) => ({
    id: cell(cells, 'id'),
    value_low: cell(cells, 'value_low'),
    value_high: cell(cells, 'value_high'),
    as_of: cell(cells, 'as_of'),
    source_url: cell(cells, 'source_url'),
    source_date: cell(cells, 'source_date'),
    quote: cell(cells, 'quote'),
  }))
}
