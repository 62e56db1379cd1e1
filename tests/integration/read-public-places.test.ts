import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { placeNames, places } from '@/db/schema/places'
import type { Crisis, ScopeSelector } from '@/domain/crisis/crisis'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import { everyone } from '@/domain/population/population'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import type { Audience } from '@/domain/viewpoint/viewpoint'
import { listCorrections } from '@/services/read-corrections'
import { readCrises, readCrisis } from '@/services/read-crises'
import { readDocument } from '@/services/read-documents'
import { listFigures, readFigure } from '@/services/read-figures'
import { readHeadlines } from '@/services/read-headlines'
import { readDashboardSlices } from '@/services/read-ledger-slice'
import { readSeries } from '@/services/read-series'
import { listSources } from '@/services/read-sources'
import { listStatements } from '@/services/read-statements'
import { readVocabulary } from '@/services/read-vocabulary'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { atLeast, exact, moreThan } from '@/tests/support/make-figure'
import { makeLedger, type TestFigure, type TestLedger } from '@/tests/support/make-ledger'

let database: TestDatabase
let ledger: TestLedger

const page = { limit: 1000, cursor: null }
const clocks = { asOf: '2023-09-25T20:00:00.000Z', knownAt: '2023-11-01T00:00:00.000Z' }

async function ask(audience: Audience = 'public', place: string[] = []) {
  const ctx = ledger.ctx(audience)
  const crisis = await readCrisis({ ctx, slug: ledger.slug })
  const viewpoint = { ...clocks, audience, locale: 'en' as const }
  return { ctx, crisis, viewpoint, filter: { ...noFilter, place }, page }
}
const figuresOf = async (audience?: Audience, place?: string[]) =>
  (await listFigures(await ask(audience, place))).items.map(({ id }) => id).sort()
async function setCrisis({
  level = null,
  below = null,
}: {
  level?: Crisis['publicPlaceLevel']
  below?: number | null
}) {
  await ledger.open.db.execute(
    sql`update crises set public_place_level = ${level}, suppress_below = ${below} where id = ${ledger.crisisId}`,
  )
}

/** Everything the public is told, as text. */
async function tellAll(): Promise<string> {
  const asked = await ask()
  const { now, before } = await readDashboardSlices(asked)
  return JSON.stringify([
    asked.crisis,
    await listFigures(asked),
    await readHeadlines(asked),
    await readSeries({ ...asked, daily: true }),
    await listCorrections(asked),
    await listSources(asked),
    await listStatements({ ...asked, claimants: [] }),
    await readVocabulary(asked),
    composeDashboard(now, before),
  ])
}

const tree: [id: string, level: (typeof places.$inferInsert)['level'], parent: string | null][] = [
  ['land', 'country', null],
  ['province', 'admin1', 'land'],
  ['district', 'admin2', 'province'],
  ['ford', 'settlement', 'district'],
  ['mill', 'settlement', 'district'],
]
const killedAt = (place: string): ScopeSelector => ({
  indicator: 'killed',
  population: everyone,
  places: [{ role: 'at', id: place }],
  events: [],
  basis: 'running-total',
  unit: 'persons',
})

beforeAll(async () => {
  database = await createTestDatabase()
  ledger = await makeLedger(database.url)
  const keyFigures = [{ key: 'ford', label: 'Killed at the ford', scope: killedAt('ford'), parts: [] }]
  await ledger.open.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('attest.loading', ${ledger.crisisId}, true)`)
    await tx.execute(
      sql`update crises set key_figures = ${JSON.stringify(keyFigures)}::jsonb where id = ${ledger.crisisId}`,
    )
    for (const [id, level, parentId] of tree) {
      await tx.insert(places).values({ id, key: id, crisisId: ledger.crisisId, level, parentId, lat: 40, lon: 46 })
      await tx.insert(placeNames).values({
        id: `name-${id}`,
        crisisId: ledger.crisisId,
        placeId: id,
        position: 0,
        name: `Name of ${id}`,
        language: 'en',
        usedBy: 'local',
        authorId: 'author',
        knownFrom: '2023-09-01T00:00:00.000Z',
      })
    }
  })
  const add = (id: string, place: string | undefined, rest: Partial<TestFigure> = {}) => ({ id, place, ...rest })
  await ledger.addDocument({ id: 'report', text: 'In all 60 died. Only 3 of them died at the ford, and 57 elsewhere.' })
  await ledger.addFigures(
    add('at-ford', 'ford', { quantity: exact(40) }),
    add('at-mill', 'mill', { quantity: exact(30) }),
    add('in-province', 'province', { quantity: exact(90) }),
    add('nowhere', undefined, { quantity: exact(3) }),
    add('few', 'ford', { quantity: exact(3), indicator: 'injured', document: 'report', statement: 'injuries' }),
    add('few-relayed', 'ford', { quantity: exact(33), indicator: 'injured', statement: 'injuries' }),
    add('five', 'mill', { quantity: exact(5), indicator: 'injured' }),
    add('more-than-four', 'mill', { quantity: moreThan(4), indicator: 'missing' }),
    add('at-least-four', 'mill', { quantity: atLeast(4), indicator: 'detained', claimant: 'ministry' }),
    add('few-in-province', 'province', { quantity: exact(2), indicator: 'injured' }),
    add('once-few', 'ford', { quantity: exact(4), indicator: 'missing' }),
    add('whole', 'mill', { quantity: exact(60), indicator: 'remaining', statement: 'split', document: 'report' }),
    add('small-part', 'mill', {
      ...{ quantity: exact(3), indicator: 'remaining', statement: 'split' },
      ...{ population: { age: 'child' }, partOf: 'whole' },
    }),
    add('large-part', 'mill', {
      ...{ quantity: exact(57), indicator: 'remaining', statement: 'split' },
      ...{ population: { age: 'adult' }, partOf: 'whole' },
    }),
    add('part-of-large-part', 'mill', {
      ...{ quantity: exact(50), indicator: 'remaining', statement: 'split' },
      ...{ population: { age: 'adult', sex: 'female' }, partOf: 'large-part' },
    }),
    add('other-part', 'mill', { quantity: exact(20), indicator: 'remaining', claimant: 'ministry', partOf: 'whole' }),
  )
  await ledger.close('once-few', '2023-10-10T00:00:00.000Z', 'Counted anew: four were ten.', exact(10))
})
beforeEach(() => setCrisis({}))
afterAll(async () => {
  await ledger.open.close()
  await database.drop()
})

describe('places coarsened to admin1', () => {
  beforeEach(() => setCrisis({ level: 'admin1' }))

  it('shows the public a finer place as what it lies in, each under a token of its own', async () => {
    const { items } = await listFigures(await ask())
    const placeOf = (id: string) => items.find((figure) => figure.id === id)?.places[0]
    expect(placeOf('at-ford')?.name).toBe('Name of province (exact place withheld)')
    expect(placeOf('at-mill')?.name).toBe('Name of province (exact place withheld)')
    expect(placeOf('at-ford')?.id).toMatch(/^province~[0-9a-f]{20}$/)
    expect(placeOf('at-ford')?.id).not.toBe(placeOf('at-mill')?.id)
    expect(placeOf('few')?.id).toBe(placeOf('at-ford')?.id)
    expect(placeOf('in-province')).toEqual({ role: 'at', id: 'province', name: 'Name of province' })
  })

  it('keeps the scopes of withheld places apart', async () => {
    const { items } = await readHeadlines(await ask())
    const killed = items.filter(({ scope }) => scope.indicator === 'killed' && scope.places[0]?.id.includes('~'))
    expect(killed.map(({ quantity }) => quantity?.low).sort()).toEqual([30, 40])
  })

  it('tells the public no name, point or id of a withheld place anywhere', async () => {
    const told = await tellAll()
    for (const id of ['ford', 'mill', 'district']) {
      expect(told).not.toContain(`Name of ${id}`)
      expect(told).not.toContain(`"id":"${id}"`)
    }
    const { places: listed } = await readVocabulary(await ask())
    expect(listed.map(({ id }) => id)).toEqual(['land', 'province'])
  })

  it('answers a key figure that names a withheld place', async () => {
    const { now, before } = await readDashboardSlices(await ask())
    expect(composeDashboard(now, before).tiles[0]?.values).toEqual([{ before: '', number: '40', after: '' }])
  })

  it('reads a figure of a withheld place with the headline of its scope', async () => {
    const { headline } = await readFigure({ ...(await ask()), id: 'at-ford' })
    expect(headline.positions.map(({ figure }) => figure)).toEqual(['at-ford'])
  })

  it('lets an editor’s decision for a withheld place hold', async () => {
    const [scope] = await ledger.open.sql`select scope_id from figure_versions where figure_id = 'at-ford'`
    await ledger.addFigures({ id: 'at-ford-rival', place: 'ford', quantity: exact(44), claimant: 'agency' })
    await ledger.open
      .sql`insert into resolutions (id, crisis_id, scope_id, figure_id, rule, reason, author_id, approver_id)
      values ('decision', ${ledger.crisisId}, ${scope?.scope_id}, 'at-ford', 'judgement', 'Both registers were seen.', 'author', 'approver')`
    const asked = await ask()
    const viewpoint = { ...asked.viewpoint, knownAt: new Date().toISOString() }
    const { headline } = await readFigure({ ...asked, viewpoint, id: 'at-ford' })
    expect(headline).toMatchObject({ rule: 'resolved', quantity: { low: 40 } })
  })

  it('finds nothing by a withheld place, nor by its token, and all of them by what they lie in', async () => {
    const { items } = await listFigures(await ask())
    const token = items.find(({ id }) => id === 'at-ford')?.places[0]?.id ?? ''
    expect(await figuresOf('public', ['ford'])).toEqual([])
    expect(await figuresOf('public', [token])).toEqual([])
    expect(await figuresOf('public', ['province'])).toEqual(
      expect.arrayContaining(['at-ford', 'at-mill', 'in-province']),
    )
  })

  it('shows every other reader the place as it is', async () => {
    const { items } = await listFigures(await ask('partners'))
    expect(items.find(({ id }) => id === 'at-ford')?.places).toEqual([{ role: 'at', id: 'ford', name: 'Name of ford' }])
    expect(await figuresOf('partners', ['ford'])).toContain('at-ford')
  })
})

describe('small cells suppressed below 5 at places finer than admin1', () => {
  beforeEach(() => setCrisis({ level: 'admin1', below: 5 }))
  const hidden = ['few', 'few-relayed', 'at-least-four', 'once-few', 'small-part', 'large-part', 'part-of-large-part']

  it('hides what is small, its relays, what it once was, and the parts it could be worked out from', async () => {
    const [all, seen] = [await figuresOf('partners'), await figuresOf()]
    expect(all.filter((id) => !seen.includes(id))).toEqual([...hidden].sort())
    expect(seen).toEqual(
      expect.arrayContaining(['five', 'more-than-four', 'few-in-province', 'nowhere', 'whole', 'other-part']),
    )
  })

  it('lets no list, headline, series, count or correction tell of it', async () => {
    const told = await tellAll()
    for (const id of hidden) expect(told).not.toContain(`"${id}"`)
    expect(told).not.toContain('Counted anew')
    expect((await listSources(await ask())).find(({ id }) => id === 'ministry')?.figures).toBe(1)
    for (const id of hidden)
      await expect(readFigure({ ...(await ask()), id })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not let its approval move the crisis’s newest activity', async () => {
    const [active] = await readCrises({ ctx: ledger.ctx() })
    expect(active?.newestActivity).toBe('2023-09-20T00:00:00.000Z')
    await setCrisis({})
    expect((await readCrises({ ctx: ledger.ctx() }))[0]?.newestActivity).toBe('2023-10-10T00:00:00.000Z')
  })

  it('shows no words of its document but the quotes of figures that are shown', async () => {
    const shown = await readDocument({ ...(await ask()), id: 'report' })
    expect(shown.excerpts.map(({ figure }) => figure)).toEqual(['whole'])
    expect(JSON.stringify(shown)).not.toContain('at the ford')
    const partners = await readDocument({ ...(await ask('partners')), id: 'report' })
    expect(partners.excerpts.map(({ figure }) => figure).sort()).toEqual(['few', 'whole'])
  })

  it('holds at any place where no level is set', async () => {
    await setCrisis({ below: 5 })
    const seen = await figuresOf()
    expect(seen).not.toContain('few-in-province')
    expect(seen).toContain('nowhere')
  })
})
