import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ScopeSelector } from '@/domain/crisis/crisis'
import type { Dataset } from '@/domain/dataset/dataset'
import { disputeAspects, natures } from '@/domain/figure/figure'
import { codelist } from '@/domain/indicator/codelist'
import { noteKinds } from '@/domain/note/note'
import { everyone } from '@/domain/population/population'
import { qualifiers } from '@/domain/quantity/quantity'
import { parseWhen } from '@/domain/time/local-time'
import { readDataset } from '@/scripts/demo/read-dataset'

type DatasetFigure = Dataset['statements'][number]['figures'][number]
const folder = fileURLToPath(new URL('../../../scripts/demo/exercise-merrowen-valley', import.meta.url))
let dataset: Dataset
let figures: DatasetFigure[]
let texts: Map<string, string>

beforeAll(async () => {
  dataset = await readDataset(folder)
  figures = dataset.statements.flatMap((statement) => statement.figures)
  texts = new Map(dataset.documents.map(({ key, text }) => [key, text ?? '']))
})

const distinct = <T>(values: T[]) => [...new Set(values)].sort()
const changesOf = (kind: string) => dataset.changes.filter((change) => change.kind === kind)
const instantOf = (when: string) => parseWhen(when, dataset.crisis.timeZone).end

/** When a reader could first have known of an entry: its earliest publication. */
function publicationOf({ citations }: { citations: { document: string }[] }): string {
  const days = citations.map(({ document }) => {
    const found = dataset.documents.find(({ key }) => key === document)
    return instantOf(found?.publishedAt ?? found?.retrievedAt ?? '2999-01')
  })
  return days.sort()[0] ?? ''
}

/** The end of a figure's as-of: its own, else its statement's. */
function asOfOf(figure: DatasetFigure): string {
  const statement = dataset.statements.find(({ figures }) => figures.includes(figure))
  const asOf = figure.asOf === undefined ? statement?.asOf : figure.asOf
  return instantOf([asOf ?? []].flat().at(-1) ?? '')
}

const figureOf = (key: string) => figures.find((figure) => figure.key === key)

/** The scope of a figure as the files write it: by keys, the order of places and events left out. */
function scopeText(scope: Omit<ScopeSelector, 'population'> & { population: object }) {
  const places = scope.places.map(({ role, id }) => `${role}:${id}`).sort()
  return JSON.stringify([
    scope.indicator,
    { ...everyone, ...scope.population },
    places,
    [...scope.events].sort(),
    scope.basis,
    scope.unit,
  ])
}

function scopeOfFigure(figure: DatasetFigure) {
  const unit = figure.unit ?? codelist.find(({ key }) => key === figure.indicator)?.unit ?? 'persons'
  return scopeText({ ...figure, unit, places: figure.places.map(({ role, place }) => ({ role, id: place })) })
}

describe('the exercise says what it is', () => {
  test('it is marked as an exercise and as a reconstruction, and its title says that it is invented', () => {
    expect(dataset.crisis).toMatchObject({ exercise: true, reconstruction: true })
    expect(dataset.crisis.slug).toMatch(/^exercise-/)
    expect(dataset.crisis.title).toMatch(/^Exercise – invented: /)
    expect(dataset.crisis.disclaimer).toContain('invented')
  })

  test('every address lies in a domain that is reserved for examples', () => {
    const hosts = dataset.documents.flatMap(({ url }) => (url ? [new URL(url).hostname] : []))
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([])
  })
})

describe('its documents are whole and its quotes are theirs', () => {
  test('every document has a text of 75 to 350 words', () => {
    const lengths = dataset.documents.map(({ key, text }) => [key, text?.trim().split(/\s+/).length ?? 0] as const)
    expect(lengths.filter(([, words]) => words < 75 || words > 350)).toEqual([])
    expect(lengths.length).toBeGreaterThanOrEqual(25)
  })

  test('every quote of a figure, dispute, note or correction stands in its document', () => {
    const corrected = dataset.changes.flatMap((change) =>
      change.kind === 'correct' ? (change.change.citations ?? []) : [],
    )
    const cited = [...figures, ...dataset.disputes, ...dataset.notes].flatMap(({ citations }) => citations)
    const astray = [...cited, ...corrected].filter(({ document, quote }) => !texts.get(document)?.includes(quote))
    expect(astray).toEqual([])
  })

  test('documents are written in English, Armenian, Russian and Arabic', () => {
    expect(distinct(dataset.documents.map(({ language }) => language))).toEqual(['ar', 'en', 'hy', 'ru'])
  })
})

describe('it shows every way of saying a number', () => {
  test('140 figures or more come from seven claimants or more', () => {
    expect(figures.length).toBeGreaterThanOrEqual(140)
    expect(distinct(dataset.statements.map(({ claimant }) => claimant)).length).toBeGreaterThanOrEqual(7)
  })

  test('each qualifier, nature, relation, kind of basis and kind of note is used', () => {
    expect(distinct(figures.map(({ qualifier }) => qualifier))).toEqual([...qualifiers].sort())
    expect(distinct(figures.map(({ nature }) => nature))).toEqual([...natures].sort())
    expect(distinct(figures.map(({ basis }) => basis))).toEqual(['period', 'running-total', 'stock'])
    expect(distinct(figures.flatMap(({ citations }) => citations.map(({ relation }) => relation)))).toEqual([
      'direct',
      'relayed',
      'unattributed',
    ])
    expect(distinct(dataset.notes.map(({ kind }) => kind))).toEqual([...noteKinds].sort())
  })

  test('each aspect of a dispute and each kind of later change is used', () => {
    expect(distinct(dataset.disputes.map(({ aspect }) => aspect))).toEqual([...disputeAspects].sort())
    expect(distinct(dataset.changes.map(({ kind }) => kind))).toEqual([
      'correct',
      'grade',
      'independent',
      'office-check',
      'resolve',
      'withdraw',
    ])
  })

  test('households and people are counted of the same matter and stay two scopes', () => {
    const idps = figures.filter(({ indicator }) => indicator === 'idps')
    expect(distinct(idps.map(({ unit }) => unit ?? 'persons'))).toEqual(['households', 'persons'])
  })

  test('two places of the same name are told apart', () => {
    const names = dataset.places.map(({ names }) => names[0]?.name)
    expect(names.filter((name) => name === 'Kelmoor')).toHaveLength(2)
  })

  test('a displacement note names where people came from and went to', () => {
    const roles = dataset.notes.filter(({ kind }) => kind === 'displacement').map(({ places }) => places)
    expect(roles.length).toBeGreaterThanOrEqual(5)
    for (const places of roles) expect(distinct(places.map(({ role }) => role))).toEqual(['from', 'to'])
  })

  test('no figure holds on 29 or 30 October, and one has no date at all', () => {
    const ends = dataset.statements.map(({ asOf }) => (Array.isArray(asOf) ? asOf[1] : asOf))
    expect(ends.filter((end) => end !== null && end > '2025-10-29T00:00' && end < '2025-10-31')).toEqual([])
    expect(ends).toContain(null)
  })
})

describe('its times', () => {
  test('no figure holds, and nothing was said, after its publication', () => {
    const late = dataset.statements.flatMap(({ asOf, saidAt, figures }) =>
      figures.filter((figure) => {
        const times = [figure.asOf === undefined ? asOf : figure.asOf, saidAt, figure.basisTo].flat()
        return times.some((time) => time !== null && instantOf(time) > publicationOf(figure))
      }),
    )
    expect(late.map(({ key }) => key)).toEqual([])
  })

  test('a report refers to nothing that was not published when it was made', () => {
    const entries = new Map([...figures, ...dataset.notes].map((entry) => [entry.key, publicationOf(entry)]))
    const early = dataset.sitreps.flatMap(({ number, knownAt, highlights, overview }) =>
      [...[...highlights, overview ?? ''].join().matchAll(/\{\{(?:figure|note):([^}]*)\}\}/g)]
        .map(([, key = '']) => key)
        .filter((key) => (entries.get(key) ?? '9') > instantOf(knownAt))
        .map((key) => [number, key]),
    )
    expect(early).toEqual([])
    expect(dataset.sitreps.length).toBeGreaterThanOrEqual(6)
  })

  test('the clocks change within the weeks, and the day of twenty-five hours has a total at both ends', () => {
    const totals = dataset.statements.filter(({ claimant }) => claimant === 'ambrany-border').map(({ asOf }) => asOf)
    expect(totals).toEqual(expect.arrayContaining(['2025-10-26T00:00', '2025-10-27T00:00']))
    const hours = (Date.parse(instantOf('2025-10-27T00:00')) - Date.parse(instantOf('2025-10-26T00:00'))) / 3_600_000
    expect(hours).toBe(25)
  })
})

describe('its later changes', () => {
  test('one statement of relays that differ is settled, another stays open', () => {
    const differing = dataset.statements.filter(({ figures: [first, second] }) => {
      return first && second && scopeOfFigure(first) === scopeOfFigure(second) && first.value !== second.value
    })
    const settled = changesOf('resolve').map((change) => (change.kind === 'resolve' ? change.statement : null))
    expect(differing.map(({ key }) => [key, settled.includes(key)])).toEqual([
      ['council-call-1018', true],
      ['army-evening-1018', false],
    ])
  })

  test('a correction names only what it changes', () => {
    const corrections = dataset.changes.flatMap((change) => (change.kind === 'correct' ? [change] : []))
    expect(corrections.map(({ figure, change }) => [figure, Object.keys(change).sort()])).toEqual([
      ['council-market-killed-1016', ['places']],
      ['un-registered-1020', ['acknowledged', 'citations', 'value', 'words']],
      ['adv-civ-killed-1022', ['citations', 'value', 'words']],
    ])
  })

  test('a number of a published report was corrected later, and the report has an erratum after the correction', () => {
    const report = dataset.sitreps.find(({ errata }) => errata.length > 0)
    const correction = dataset.changes.find((c) => c.kind === 'correct' && c.figure === 'adv-civ-killed-1022')
    const at = correction?.kind === 'correct' ? correction.at : ''
    expect(report?.highlights.join()).toContain('{{figure:adv-civ-killed-1022}}')
    expect(at > (report?.publishedAt ?? '')).toBe(true)
    expect((report?.errata[0]?.knownAt ?? '') > at).toBe(true)
  })

  test('two claimants recorded as independent give the same number for one scope', () => {
    const [hospital, monitor] = [figureOf('hosp-market-killed-1016'), figureOf('mon-market-killed-1018')]
    if (!hospital || !monitor) throw new Error('The figures of the market are gone.')
    expect(scopeOfFigure(hospital)).toBe(scopeOfFigure(monitor))
    expect(hospital.value).toBe(monitor.value)
    const window = codelist.find(({ key }) => key === 'killed')?.windowHours ?? 0
    const hours = (Date.parse(asOfOf(monitor)) - Date.parse(asOfOf(hospital))) / 3_600_000
    expect(Math.abs(hours)).toBeLessThan(window)
    expect(changesOf('independent')).toMatchObject([{ a: 'quillmere-hospital', b: 'harm-monitor' }])
  })
})

describe('what is kept from the public', () => {
  test('figures for partners and for the office alone exist, and their documents and texts are kept back alike', () => {
    const hidden = figures.filter(({ sensitivity }) => sensitivity !== 'public')
    expect(hidden.length).toBeGreaterThanOrEqual(4)
    expect(distinct(hidden.map(({ sensitivity }) => sensitivity))).toEqual(['internal', 'partners'])
    for (const { sensitivity, citations } of hidden) {
      for (const { document } of citations) {
        const found = dataset.documents.find(({ key }) => key === document)
        expect(found).toMatchObject({ sensitivity, fullText: sensitivity })
      }
    }
  })

  test('one of them would widen a public range if it leaked', () => {
    const secret = figureOf('army-killed-estimate')
    if (!secret || typeof secret.value !== 'number') throw new Error('The hidden estimate is gone.')
    const rivals = figures.filter((f) => f.sensitivity === 'public' && scopeOfFigure(f) === scopeOfFigure(secret))
    expect(rivals.length).toBeGreaterThan(3)
    expect(rivals.every(({ value }) => typeof value === 'number' && value < Number(secret.value))).toBe(true)
  })

  test('no report refers to what is kept back', () => {
    const hidden = [...figures, ...dataset.notes].filter(({ sensitivity }) => sensitivity !== 'public')
    const prose = JSON.stringify(dataset.sitreps)
    expect(hidden.filter(({ key }) => prose.includes(`:${key}}}`))).toEqual([])
  })
})

describe('what is shown first', () => {
  test('every key figure, part and chart line has public figures in its scope', () => {
    const known = new Set(figures.filter((f) => f.sensitivity === 'public').map(scopeOfFigure))
    const { keyFigures, charts } = dataset.crisis
    const scopes = [
      ...keyFigures.flatMap(({ key, scope, parts }) =>
        [scope, ...parts.map((part) => part.scope)].map((s) => [key, s] as const),
      ),
      ...charts.flatMap(({ key, lines }) => lines.map(({ scope }) => [key, scope] as const)),
    ]
    expect(scopes.filter(([, scope]) => !known.has(scopeText(scope))).map(([key]) => key)).toEqual([])
  })

  test('a stock and a running total never share a chart', () => {
    for (const { key, lines } of dataset.crisis.charts) {
      expect([key, distinct(lines.map(({ scope }) => `${scope.basis} ${scope.unit}`)).length]).toEqual([key, 1])
    }
  })
})
