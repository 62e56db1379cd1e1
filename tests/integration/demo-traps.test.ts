import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Crisis } from '@/domain/crisis/crisis'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import type { Dashboard } from '@/domain/dashboard/dashboard'
import type { Scope } from '@/domain/figure/scope'
import { findDifferingParts } from '@/domain/ledger/differing-parts'
import { type LedgerView, openView } from '@/domain/ledger/ledger-view'
import type { Population } from '@/domain/population/population'
import { endOfDay } from '@/domain/time/local-time'
import type { Context } from '@/services/context'
import { readCrisis } from '@/services/read-crises'
import { readFigure } from '@/services/read-figures'
import { readDashboardSlices, readLedgerSlice } from '@/services/read-ledger-slice'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

/*
 * The real demo must tell the story of those weeks as it was known: the trap cases of section 6 of the domain, on the database, through
 * the services. A day means its end in Yerevan.
 */

const zone = 'Asia/Yerevan'
const ombudsman = 'Human Rights Defender of Artsakh (Nagorno-Karabakh)'

let ledger: OpenLedger
let crisis: Crisis
const ctx = (): Context => ({ ...ledger.as(null), audience: 'public' })

beforeAll(async () => {
  ledger = await openLedger()
  await ledger.loadDemo('nagorno-karabakh-2023')
  crisis = await readCrisis({ ctx: ctx(), slug: 'nagorno-karabakh-2023' })
})
afterAll(() => ledger?.close())

/** A day is its end; `2023-09-19T16:30` is that minute in Yerevan. */
const instant = (text: string) =>
  text.length === 10 ? endOfDay(text, zone) : new Date(`${text}:00+04:00`).toISOString()
const viewpoint = (asOf: string, knownAt: string) => ({
  asOf: instant(asOf),
  knownAt: instant(knownAt),
  audience: 'public' as const,
  locale: 'en' as const,
})

async function viewAt(asOf: string, knownAt: string): Promise<LedgerView> {
  return openView(await readLedgerSlice({ ctx: ctx(), crisis, viewpoint: viewpoint(asOf, knownAt) }))
}
async function dashboardAt(asOf: string, knownAt: string): Promise<Dashboard> {
  const { now, before } = await readDashboardSlices({ ctx: ctx(), crisis, viewpoint: viewpoint(asOf, knownAt) })
  return composeDashboard(now, before)
}

/** The scope of a key figure, narrowed to another population. */
function scopeOf(view: LedgerView, key: string, population: Partial<Population> = {}): Scope {
  const keyFigure = crisis.keyFigures.find((one) => one.key === key)
  if (!keyFigure) throw new Error(`There is no key figure "${key}".`)
  return view.scopeOf({ ...keyFigure.scope, population: { ...keyFigure.scope.population, ...population } })
}
function answer(view: LedgerView, key: string, population: Partial<Population> = {}) {
  const { quantity, positions, agreement, findings } = view.headlineOf(scopeOf(view, key, population))
  return {
    quantity: quantity && `${quantity.qualifier} ${quantity.low}`,
    claimants: positions.filter(({ earlier }) => !earlier).map(({ claimant }) => claimant.name),
    coverage: positions.map(({ coverage }) => coverage).find((caveat) => caveat !== null) ?? null,
    agreement,
    findings: findings.map(({ code }) => code),
  }
}
const civilian = { status: 'civilian' } as const
const child = { status: 'civilian', age: 'child' } as const

describe('the real demo, as of 19 September 16:30', () => {
  it('knows at least 2 civilians killed by the ombudsman alone, of them at least 1 child, and 11 injured', async () => {
    const view = await viewAt('2023-09-19T16:30', '2023-09-19')
    expect(answer(view, 'killed-offensive', civilian)).toMatchObject({ quantity: 'at-least 2', claimants: [ombudsman] })
    expect(answer(view, 'killed-offensive', child)).toMatchObject({ quantity: 'at-least 1', claimants: [ombudsman] })
    expect(answer(view, 'injured-offensive')).toMatchObject({ quantity: 'exact 11', claimants: [ombudsman] })
  })
})

describe('the real demo on the evening of 19 September', () => {
  it('knows 27 killed with the coverage caveat, of them 2 civilians; more than 200 injured; 29 injured civilians', async () => {
    const view = await viewAt('2023-09-19', '2023-09-19')
    const killed = answer(view, 'killed-offensive')
    expect(killed).toMatchObject({ quantity: 'exact 27', claimants: [ombudsman] })
    expect(killed.coverage).toMatch(/Askeran.*Martuni/)
    const own = view
      .headlineOf(scopeOf(view, 'killed-offensive', civilian))
      .positions.find(({ claimant }) => claimant.name === ombudsman)
    expect(own?.quantity).toMatchObject({ low: 2, high: 2 })
    expect(view.figures.get(own?.figure ?? '')?.partOf).toBe(
      view.headlineOf(scopeOf(view, 'killed-offensive')).positions[0]?.figure,
    )
    expect(answer(view, 'injured-offensive')).toMatchObject({ quantity: 'more-than 200' })
    expect(answer(view, 'injured-civilians')).toMatchObject({ quantity: 'exact 29' })
  })

  it('shows the six of the mined road as stated by Baku and denied, the aspect unspecified, which is not contested', async () => {
    const view = await viewAt('2023-09-19', '2023-09-19')
    const headline = view.headlineOf(scopeOf(view, 'killed-mines'))
    expect(headline).toMatchObject({ quantity: { low: 6, high: 6 }, agreement: 'single' })
    expect(headline.positions[0]?.claimant).toMatchObject({ party: 'azerbaijan' })
    expect(headline.positions[0]?.disputes).toMatchObject([{ aspect: 'unspecified' }])
    const dashboard = await dashboardAt('2023-09-19', '2023-09-19')
    expect(dashboard.tiles.find(({ key }) => key === 'killed-mines')?.agreement).toContain(
      'denied; what was denied is not specified',
    )
    const stated = dashboard.contested.find(({ sides }) => sides.some(({ role }) => role === 'denies'))
    expect(stated?.sides.map(({ role }) => role)).toEqual(['states', 'denies'])
  })

  it('has two civilians among the six, and four who are soldiers, police officers or ministry staff by relay', async () => {
    const view = await viewAt('2023-09-19', '2023-09-19')
    const six = view.headlineOf(scopeOf(view, 'killed-mines')).positions[0]
    const parts = view.partsOf(six?.figure ?? '')
    expect(
      parts.filter(({ population }) => population.status === 'civilian').map(({ quantity }) => quantity.low),
    ).toEqual([2])
    const [differing] = findDifferingParts(view)
    expect(differing?.map(({ population, quantity }) => `${quantity.low} ${population.role}`).sort()).toEqual([
      '4 interior-ministry',
      '4 police',
      '4 soldier',
    ])
  })
})

describe('the real demo on the evening of 20 September', () => {
  it('knows at least 200 killed; 10 civilians, of them 5 children; more than 400 injured; 10,000 evacuated', async () => {
    const view = await viewAt('2023-09-20', '2023-09-20')
    expect(answer(view, 'killed-offensive')).toMatchObject({ quantity: 'at-least 200' })
    expect(answer(view, 'killed-offensive', civilian)).toMatchObject({ quantity: 'exact 10', claimants: [ombudsman] })
    expect(answer(view, 'killed-offensive', child)).toMatchObject({ quantity: 'exact 5' })
    expect(answer(view, 'injured-offensive')).toMatchObject({ quantity: 'more-than 400' })
    expect(answer(view, 'evacuated')).toMatchObject({ quantity: 'exact 10000', claimants: [ombudsman] })
  })

  it('leaves the injured civilians unresolved between more than 40 and more than 400', async () => {
    const view = await viewAt('2023-09-20', '2023-09-20')
    const headline = view.headlineOf(scopeOf(view, 'injured-civilians'))
    expect(headline).toMatchObject({ quantity: null, findings: [{ code: 'relays-differ' }] })
    expect(headline.positions.map(({ quantity }) => `${quantity.qualifier} ${quantity.low}`).sort()).toEqual([
      'more-than 40',
      'more-than 400',
    ])
    expect(new Set(headline.positions.map(({ statement }) => statement)).size).toBe(1)
  })

  it('keeps the evacuations run by the peacekeepers apart', async () => {
    const view = await viewAt('2023-09-20', '2023-09-20')
    const { claimants } = answer(view, 'moved-by-peacekeepers')
    expect(claimants).toEqual(['Ministry of Defence of Russia'])
  })

  it('knew neither the 200 nor the 10 at noon', async () => {
    const view = await viewAt('2023-09-20', '2023-09-20T12:00')
    expect(answer(view, 'killed-offensive')).toMatchObject({ quantity: 'exact 27' })
    const killed = [...view.figures.values()]
      .filter(({ indicator }) => indicator === 'killed')
      .map(({ quantity }) => quantity.low)
    expect(killed).toContain(27)
    expect(killed.filter((low) => low === 200 || low === 10)).toEqual([])
    expect(answer(view, 'killed-offensive', civilian).quantity).not.toBe('exact 10')
  })
})

describe('the real demo at any moment', () => {
  const days = ['2023-09-19', '2023-09-20', '2023-09-25', '2023-09-30', '2023-10-31', '2024-12-31', '2026-12-31']

  it('never lets the man killed in Shusha join the ombudsman’s civilians', async () => {
    for (const day of days) {
      const view = await viewAt(day, day)
      const { positions } = view.headlineOf(scopeOf(view, 'killed-offensive', civilian))
      expect(positions.map(({ claimant }) => claimant.party)).not.toContain('azerbaijan')
      const shusha = [...view.figures.values()].filter(({ places }) =>
        places.some(({ name }) => name.includes('Shusha')),
      )
      for (const { population, indicator } of shusha)
        if (indicator === 'killed') expect(population.group).not.toBeNull()
    }
  })

  it('never adds the offensive’s dead and the fuel depot’s, nor makes 120,000 a position', async () => {
    for (const day of days) {
      const view = await viewAt(day, day)
      for (const scope of view.scopes) {
        const { positions, quantity } = view.headlineOf(scope)
        for (const position of positions)
          expect([position.quantity.low, position.quantity.high], scope.indicator).not.toContain(120_000)
        expect([223 + 238, 200 + 170, 223 + 218]).not.toContain(quantity?.low)
      }
    }
    const view = await viewAt('2026-12-31', '2026-12-31')
    const both = [...view.figures.values()].filter(
      ({ events }) => events.length > 1 && events.some(({ title }) => title.includes('fuel depot explosion')),
    )
    expect(both.map(({ indicator, quantity }) => `${indicator} ${quantity.low}`)).toContain('remains-recovered 220')
    expect(
      [...view.figures.values()].filter(({ quantity }) => quantity.low === 120_000).map(({ nature }) => nature),
    ).toEqual(expect.arrayContaining(['baseline']))
  })

  it('leaves everyone’s figures that bear no date out of headlines', async () => {
    const view = await viewAt('2026-12-31', '2026-12-31')
    const undated = [...view.figures.values()].filter(({ asOf }) => asOf === null)
    expect(undated.length).toBeGreaterThan(10)
    const shown = new Set(view.scopes.flatMap((scope) => view.headlineOf(scope).positions.map(({ figure }) => figure)))
    expect(undated.filter(({ id }) => shown.has(id))).toEqual([])
  })
})

describe('the real demo on the evening of 30 September', () => {
  it('has arrivals in Armenia above 100,000 by one claimant, with earlier positions outside the range', async () => {
    const view = await viewAt('2023-09-30', '2023-09-30')
    const { positions, quantity, agreement } = view.headlineOf(scopeOf(view, 'arrived'))
    expect(quantity?.low).toBeGreaterThan(100_000)
    expect(agreement).toBe('single')
    expect(positions.filter(({ earlier }) => !earlier).map(({ claimant }) => claimant.name)).toEqual([
      'Government of Armenia',
    ])
    const earlier = positions.filter((position) => position.earlier)
    expect(earlier.map(({ claimant }) => claimant.name)).toContain('UNHCR')
    for (const position of earlier) expect(position.quantity.low).toBeLessThan(quantity?.low ?? 0)
  })

  it('draws daily bars only where instants allow, and none below zero', async () => {
    const { displacement } = await dashboardAt('2023-09-30', '2023-09-30')
    const bars = displacement.filter(({ kind }) => kind === 'bars').flatMap((chart) => chart.bars)
    expect(bars.length).toBeGreaterThan(3)
    for (const bar of bars) expect(bar.value).toBeGreaterThanOrEqual(0)
    const isMidnight = (at: string) => at.endsWith('T20:00:00.000Z')
    for (const { irregular, derived, from, to } of bars)
      if (derived && !irregular) expect([isMidnight(from), isMidnight(to)]).toEqual([true, true])
  })

  it('shows every number of the dashboard with a mark that leads to a quote', async () => {
    const dashboard = await dashboardAt('2023-09-30', '2023-09-30')
    const marks = dashboard.tiles.filter(({ values }) => values.length > 0).map(({ cite }) => cite)
    expect(marks.length).toBeGreaterThan(6)
    for (const cite of marks) {
      expect(cite.length).toBeGreaterThan(0)
      for (const { n, quote } of cite) expect(dashboard.sources[n - 1]?.quotes[quote]?.quote).toBeTruthy()
    }
  })
})

describe('parts of a figure of the real demo', () => {
  it('are added where they are of one claimant, one day and disjoint places, and the sum is marked partial', async () => {
    const view = await viewAt('2023-09-27', '2023-09-27')
    const whole = [...view.figures.values()].find(({ quantity }) => quantity.low === 4002)
    const detail = await readFigure({
      ctx: ctx(),
      crisis,
      viewpoint: viewpoint('2023-09-27', '2023-09-27'),
      id: whole?.id ?? '',
    })
    expect(detail.parts.map(({ quantity }) => quantity.low).sort()).toEqual([1465, 810, 976])
    expect(detail.sumOfParts).toMatchObject({ quantity: { low: 3251, high: 3251 }, partial: true })
  })
})
