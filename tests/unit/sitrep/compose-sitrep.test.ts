import { describe, expect, it } from 'vitest'
import type { Run } from '@/domain/citation/cited-source'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import type { Figure } from '@/domain/figure/figure'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { composeSitrep, type SitrepRequest } from '@/domain/sitrep/compose-sitrep'
import { parseProse } from '@/domain/sitrep/prose'
import type { Section, Sitrep } from '@/domain/sitrep/sitrep'
import { nothingWritten } from '@/domain/sitrep/written'
import { asOf, at, atLeast, exact, makeClaimant, makeFigure, moreThan, viewpoint } from '@/tests/support/make-figure'
import { crisis, keyFigureOf, makeSlice } from '@/tests/support/make-slice'

const request: SitrepRequest = {
  number: 1,
  kind: 'situation-report',
  edition: 1,
  period: { from: at('2023-09-29T00:00'), to: at('2023-09-30T00:00') },
  nextIssue: null,
  expiresAt: null,
  written: nothingWritten,
  leftOut: [],
  erratum: null,
}
const nagornoKarabakh = [{ role: 'at' as const, id: 'nk', name: 'Nagorno-Karabakh' }]
const civilian = { ...everyone, status: 'civilian' as const }
const textOf = (runs: Run[]) =>
  runs.map(({ text, cite }) => text + (cite ?? []).map(({ n }) => `[${n}]`).join('')).join('')
const sectionOf = (sitrep: Sitrep, key: Section['key']) => sitrep.sections.find((section) => section.key === key)
const highlightsOf = (figures: Figure[], keyed: Figure[]) => {
  const slice = makeSlice(figures, {
    crisis: { ...crisis, keyFigures: keyed.map((figure, index) => keyFigureOf(`key-${index}`, figure)) },
  })
  const block = sectionOf(composeSitrep(slice, null, request), 'highlights')?.blocks[0]
  return block?.kind === 'list' ? block.items.map(textOf) : []
}

describe('the methodology of a sitrep', () => {
  const methodologyOf = (change: Partial<typeof crisis>) => {
    const sitrep = composeSitrep(makeSlice([], { crisis: { ...crisis, ...change } }), null, request)
    const block = sectionOf(sitrep, 'methodology')?.blocks[0]
    return block?.kind === 'list' ? block.items.map(textOf) : []
  }

  it('says that places are coarsened and small numbers hidden, where they are', () => {
    const usual = methodologyOf({})
    expect(usual.join(' ')).not.toMatch(/withheld|not shown to the public/)
    const added = methodologyOf({ publicPlaceLevel: 'admin1', suppressBelow: 5 }).slice(usual.length)
    expect(added).toHaveLength(2)
    expect(added[0]).toContain('finer than a first-level administrative unit')
    expect(added[1]).toMatch(/^Figures below 5 at such places/)
    expect(methodologyOf({ suppressBelow: 5 }).at(-1)).toMatch(/^Figures below 5 that name a place/)
  })
})

describe('a sitrep says', () => {
  it('who reported how many, of whom, where and when, with its parts and marks', () => {
    const killed = makeFigure({ quantity: atLeast(2), population: civilian, places: nagornoKarabakh })
    const child = makeFigure({
      quantity: atLeast(1),
      population: { ...civilian, age: 'child' },
      places: nagornoKarabakh,
      partOf: killed.id,
      statement: killed.statement,
      citations: killed.citations,
    })
    expect(highlightsOf([killed, child], [killed])).toEqual([
      'As of 19 Sep, 16:00, ombudsman reported at least 2 civilians killed in Nagorno-Karabakh[1], of them at least 1 civilian child[1].',
    ])
  })

  it('that sources differ, each with its own number, and never a sum', () => {
    const four = makeFigure({
      quantity: exact(4),
      by: 'agency',
      citations: makeFigure({ quantity: exact(4) }).citations,
    })
    const five = makeFigure({ quantity: exact(5), by: 'correspondent' })
    const [line = ''] = highlightsOf([four, five], [four])
    expect(line).toBe(
      'Sources differ on people killed: agency, 4 (as of 19 Sep, 16:00)[1]; correspondent, 5 (as of 19 Sep, 16:00)[2].',
    )
  })

  it('that relays of one statement differ, and that nobody has resolved it', () => {
    const statement = { id: 'one', saidAt: null, speaker: null, occasion: null }
    const [forty, fourHundred] = [40, 400].map((count) => makeFigure({ quantity: moreThan(count), statement })) as [
      Figure,
      Figure,
    ]
    expect(highlightsOf([forty, fourHundred], [forty])).toEqual([
      'One statement of ombudsman (as of 19 Sep, 16:00) on people killed is relayed with different numbers: more than 40[1] or more than 400[2]; which is right has not been resolved.',
    ])
  })

  it('what was denied, and that the aspect is not specified', () => {
    const six = makeFigure({ quantity: exact(6), by: 'Government of Azerbaijan' })
    const denied = {
      ...six,
      disputes: [
        {
          id: 'd',
          version: 1,
          figure: six.id,
          by: makeClaimant('Authorities in Stepanakert'),
          aspect: 'unspecified' as const,
          statedAt: null,
          words: 'denied',
          citations: makeFigure({ quantity: exact(1) }).citations,
          state: 'approved' as const,
          reason: null,
          knownFrom: six.knownFrom,
          knownTo: null,
        },
      ],
    }
    const [line] = highlightsOf([denied], [denied])
    expect(line).toBe(
      'As of 19 Sep, 16:00, the Government of Azerbaijan stated 6 people killed[1]. The authorities in Stepanakert denied the claim[2]. What was denied is not specified.',
    )
  })

  it('“no figure reported” and never 0 where nobody counted', () => {
    const arrived = makeFigure({ quantity: exact(1), indicator: 'arrived' })
    const slice = makeSlice([], { crisis: { ...crisis, keyFigures: [keyFigureOf('arrived', arrived)] } })
    const sitrep = composeSitrep(slice, null, request)
    const tiles = sectionOf(sitrep, 'key-figures')?.blocks[0]
    expect(tiles?.kind === 'tiles' ? tiles.tiles[0]?.values : null).toEqual([])
    const unknown = sectionOf(sitrep, 'not-known')?.blocks[0]
    expect(unknown?.kind === 'list' ? unknown.items.map(textOf) : []).toEqual(['Label of arrived: no figure reported.'])
  })

  it('the published words where a source gave no number', () => {
    const dozens = makeFigure({ quantity: makeQuantity('unquantified', null, null, 'dozens') })
    expect(highlightsOf([dozens], [dozens])[0]).toContain('“dozens” people killed[1]')
  })
})

describe('what changed', () => {
  const then = makeFigure({ quantity: exact(27), asOf: asOf('2023-09-19T22:30') })
  const now = makeFigure({ quantity: atLeast(200), asOf: asOf('2023-09-20T21:30') })
  const changesOf = (before: Figure[], after: Figure[]) => {
    const slice = makeSlice(after, {
      crisis: { ...crisis, keyFigures: [keyFigureOf('killed', then)] },
      viewpoint: { ...viewpoint, asOf: at('2023-09-21T00:00') },
    })
    const earlier = {
      ...makeSlice(before, { crisis: slice.crisis }),
      viewpoint: { ...viewpoint, asOf: at('2023-09-20T00:00') },
    }
    return composeDashboard(slice, earlier).changes.map(({ kind, content }) => `${kind} ${textOf(content)}`)
  }

  it('names what is new, revised and withdrawn', () => {
    expect(changesOf([], [then])).toEqual(['new Label of killed: 27[1]'])
    expect(changesOf([then], [then, now])[0]).toBe('revised-up Label of killed: 27 → at least 200[1]')
    expect(changesOf([then], [])).toEqual(['withdrawn Label of killed: 27[1]'])
  })

  it('gives a difference only between numbers worded alike', () => {
    const tileChange = (before: Figure, after: Figure) => {
      const slice = makeSlice([before, after], { crisis: { ...crisis, keyFigures: [keyFigureOf('killed', before)] } })
      const earlier = { ...slice, figures: [before], viewpoint: { ...viewpoint, asOf: at('2023-09-20T00:00') } }
      return composeDashboard(slice, earlier).tiles[0]?.change
    }
    expect(tileChange(then, now)).toBe('was 27 on 19 Sep')
    expect(tileChange(then, { ...now, quantity: exact(35) })).toBe('+8 since 19 Sep')
  })

  it('is empty where nothing did', () => {
    expect(changesOf([then], [then])).toEqual([])
  })
})

describe('prose', () => {
  const figure = makeFigure({ quantity: exact(10) })
  const compose = (text: string) =>
    composeSitrep(makeSlice([figure]), null, {
      ...request,
      written: {
        ...nothingWritten,
        overview: [{ kind: 'paragraph', content: parseProse(text, (_, key) => (key === 'ten' ? figure.id : key)) }],
      },
    })

  it('carries the number and citation of what it refers to', () => {
    const block = sectionOf(compose('The office counted {{figure:ten}} dead by 20 September.'), 'overview')?.blocks[0]
    expect(block?.kind === 'paragraph' ? textOf(block.content) : '').toBe(
      'The office counted 10[1] dead by 20 September.',
    )
  })

  it('is refused with a typed number or a figure that may not be shown', () => {
    expect(() => compose('The office counted 12 dead.')).toThrow('"12"')
    expect(() => compose('The office counted {{figure:hidden}} dead.')).toThrow('not approved, not known or not public')
    expect(() => compose('See {{map:x}}.')).toThrow('not a reference')
  })
})

describe('a composed sitrep', () => {
  it('numbers its sources in order of first use and cites nothing else', () => {
    const figures = [makeFigure({ quantity: exact(10) }), makeFigure({ quantity: exact(11), indicator: 'injured' })]
    const sitrep = composeSitrep(
      makeSlice(figures, {
        crisis: { ...crisis, keyFigures: figures.map((figure, index) => keyFigureOf(`key-${index}`, figure)) },
      }),
      null,
      request,
    )
    expect(sitrep.sources.map(({ n }) => n)).toEqual(sitrep.sources.map((_, index) => index + 1))
    const marks = [...JSON.stringify(sitrep).matchAll(/"n":(\d+),"quote":/g)].map(([, n]) => Number(n))
    expect(Math.max(...marks)).toBe(sitrep.sources.length)
    expect(marks.indexOf(2)).toBeGreaterThan(marks.indexOf(1))
  })

  it('numbers sources as they are read, part before claimant, and lists none that nothing cites', () => {
    const whole = makeFigure({ quantity: exact(27) })
    const part = makeFigure({ quantity: exact(2), population: civilian })
    const crisisWithPart = { ...crisis, keyFigures: [keyFigureOf('killed', whole, [part])] }
    const [tile, ...others] = composeDashboard(makeSlice([whole, part], { crisis: crisisWithPart }), null).tiles
    expect(others).toEqual([])
    expect(tile?.parts.flat().flatMap(({ cite }) => cite?.map(({ n }) => n))).toEqual([1])
    expect(tile?.who.flatMap(({ cite }) => cite?.map(({ n }) => n) ?? [])).toEqual([2])
  })

  it('names and cites for a preferred source’s number nobody else, and shows the others under their own names', () => {
    const own = makeFigure({ quantity: exact(38), by: 'advocate' })
    const other = makeFigure({ quantity: makeQuantity('between', 41, 46), by: 'monitor' })
    const preferring = { ...crisis, policy: { rules: ['preferred-sources' as const], preferredSources: ['advocate'] } }
    const slice = makeSlice([own, other], { crisis: { ...preferring, keyFigures: [keyFigureOf('killed', own)] } })
    const { tiles, sources } = composeDashboard(slice, null)
    const cited = (tiles[0]?.cite ?? []).map(({ n }) => sources[n - 1]?.document)
    expect(tiles[0]?.values.map(({ number }) => number)).toEqual(['38'])
    expect(tiles[0]?.who.map(({ text }) => text).join('')).toBe('advocate, 19 Sep, 16:00')
    expect(cited).toEqual(own.citations.map(({ document }) => document.id))
    expect(tiles[0]?.parts.map(textOf)).toEqual(['monitor: 41–46[1]'])
  })

  it('words an open range as its lowest statement is, never with a number nobody said', () => {
    const figures = [makeFigure({ quantity: moreThan(300), by: 'a' }), makeFigure({ quantity: moreThan(400), by: 'b' })]
    const slice = makeSlice(figures, {
      crisis: { ...crisis, keyFigures: [keyFigureOf('injured', figures[0] as Figure)] },
    })
    const [value] = composeDashboard(slice, null).tiles[0]?.values ?? []
    expect(value).toMatchObject({ before: 'more than', number: '300' })
  })

  it('says of agreeing sources what each one said, with its caveat', () => {
    const caveat = 'Excludes two hospitals.'
    const figures = [
      makeFigure({ quantity: exact(2), by: 'office', coverage: caveat }),
      makeFigure({ quantity: atLeast(2), by: 'ministry' }),
    ]
    expect(highlightsOf(figures, [figures[0] as Figure])[0]).toMatch(
      /^Sources agree on people killed: (ministry, at least 2 .*; office, 2 \(as of 19 Sep, 16:00\) \(excludes two hospitals\)|office, 2 .*\(excludes two hospitals\).*; ministry, at least 2)/,
    )
  })

  it('is the same JSON for the same ledger, in any order of figures', () => {
    const figures = [4, 5, 6].map((count) => makeFigure({ quantity: exact(count), by: `claimant-${count}` }))
    const keyed = { crisis: { ...crisis, keyFigures: [keyFigureOf('killed', figures[0] as Figure)] } }
    const compose = (all: Figure[]) => JSON.stringify(composeSitrep(makeSlice(all, keyed), null, request))
    expect(compose([...figures].reverse())).toBe(compose(figures))
  })

  it('leaves out what had not happened yet', () => {
    const depot = makeFigure({ quantity: exact(68), events: [{ id: 'depot', title: 'Depot' }] })
    const keyed = { crisis: { ...crisis, keyFigures: [keyFigureOf('depot', depot)] } }
    expect(sectionOf(composeSitrep(makeSlice([], keyed), null, request), 'key-figures')).toBeUndefined()
  })
})
