import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishLoading } from '@/services/finish-loading'
import { loadDataset } from '@/services/load-dataset'
import { administrator, analyst, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'
import { tinyDataset } from '@/tests/support/tiny-dataset'

let ledger: OpenLedger
let crisis: string
beforeAll(async () => {
  ledger = await openLedger()
  crisis = await ledger.loadTiny()
})
afterAll(() => ledger.close())

// The connection hands instants over as PostgreSQL writes them.
const iso = (written: string) => new Date(written).toISOString()
const figure = async (key: string) =>
  await ledger.sql<
    {
      version: number
      known_from: string
      known_to: string | null
      closed_by: string | null
      as_of_end: string | null
      low: string
    }[]
  >`
    select v.* from figure_versions v join figures f on f.id = v.figure_id where f.key = ${key} order by version`

describe('a loaded reconstruction', () => {
  it('knows a figure from the earliest publication it is cited from', async () => {
    const [loaded] = await figure('count-killed')
    expect(loaded && iso(loaded.known_from)).toBe('2023-09-19T12:30:00.000Z')
  })

  it('knows a dispute or note that was published by the day only from the end of that day in the crisis zone', async () => {
    const [note] = await ledger.sql`select known_from from note_versions`
    expect(iso(note?.known_from)).toBe('2023-09-19T20:00:00.000Z')
  })

  it('knows what bears no date from its retrieval, and leaves it undated', async () => {
    const [undated] = await figure('toll-injured')
    expect(undated && iso(undated.known_from)).toBe('2023-11-01T06:00:00.000Z')
    expect(undated?.as_of_end).toBeNull()
  })

  it('ends an as-of of the day with the publication it is read from', async () => {
    const [loaded] = await figure('count-killed')
    expect(loaded?.as_of_end && iso(loaded.as_of_end)).toBe('2023-09-19T12:30:00.000Z')
  })

  it('closes a corrected version at the instant its successor becomes known', async () => {
    const [first, second] = await figure('toll-killed')
    expect([first?.low, second?.low]).toEqual(['7', '6'])
    expect(first?.closed_by).toBe('corrected')
    expect(first?.known_to).toEqual(second?.known_from)
    expect(second && iso(second.known_from)).toBe('2023-09-22T08:00:00.000Z')
  })

  it('closes a withdrawn figure and leaves nothing in its place', async () => {
    const versions = await figure('count-children')
    expect(versions.map(({ closed_by, known_to }) => [closed_by, known_to && iso(known_to)])).toEqual([
      ['withdrawn', '2023-09-23T20:00:00.000Z'],
    ])
  })

  it('finds a quote in the archived text across a line break', async () => {
    const rows =
      await ledger.sql`select quote_start, quote_end from citations where quote = 'at least two people killed'`
    expect([...rows]).toEqual([{ quote_start: 20, quote_end: 47 }])
  })

  it('keeps the last of two grades open, the first closed by it', async () => {
    const rows = await ledger.sql`select reliability, known_to is null as open from source_grades order by known_from`
    expect([...rows]).toEqual([
      { reliability: 'B', open: false },
      { reliability: 'A', open: true },
    ])
  })

  it('names sources, places and events by ids where the dataset used keys', async () => {
    const [row] =
      await ledger.sql`select key_figures, policy, ombudsman, claimant_order from crises where id = ${crisis}`
    const [source] = await ledger.sql`select id from sources where key = 'ombudsman'`
    const [place] = await ledger.sql`select id from places where key = 'town'`
    expect(row?.ombudsman).toBe(source?.id)
    expect(row?.claimant_order[0]).toBe(source?.id)
    expect(row?.key_figures[0].scope.places[0].id).toBe(place?.id)
    const [scope] =
      await ledger.sql`select count(*)::int as claimants from scope_claimants join scopes s on s.id = scope_id where s.indicator = 'killed' and s.population->>'age' is null`
    expect(scope?.claimants).toBe(2)
  })

  it('records who entered and who approved each version', async () => {
    const rows =
      await ledger.sql`select state, person_id, count(*)::int from workflow_events where subject = 'figure' group by 1, 2 order by 1, 2`
    expect([...rows]).toEqual([
      { state: 'approved', person_id: 'reviewer', count: 5 },
      { state: 'draft', person_id: 'analyst', count: 5 },
      { state: 'submitted', person_id: 'analyst', count: 5 },
      { state: 'withdrawal-confirmed', person_id: 'reviewer', count: 1 },
      { state: 'withdrawn', person_id: 'analyst', count: 1 },
    ])
  })

  it('keeps the reason for which a finding was accepted', async () => {
    const rows = await ledger.sql`select code, reason from finding_acknowledgements`
    expect([...rows]).toEqual([{ code: 'number-not-in-quote', reason: 'One child.' }])
  })
})

describe('loading', () => {
  it('refuses a slug that is taken and leaves nothing behind', async () => {
    const before =
      await ledger.sql`select (select count(*) from figures) as figures, (select seq from audit_head) as seq`
    await expect(ledger.loadTiny()).rejects.toMatchObject({ code: 'conflict' })
    expect(
      await ledger.sql`select (select count(*) from figures) as figures, (select seq from audit_head) as seq`,
    ).toEqual(before)
  })

  it('is stopped by a grave finding, which it names, and leaves nothing behind', async () => {
    const dataset = tinyDataset({ slug: 'grave' })
    const [whole, part] = dataset.statements[0]?.figures ?? []
    if (!whole || !part) throw new Error('The dataset lost its figures.')
    Object.assign(whole, { qualifier: 'exact', value: 2 })
    Object.assign(part, { value: 3 })
    const input = { dataset, author: analyst, approver: reviewer }
    const loading = loadDataset({ ctx: ledger.as(administrator), input })
    await expect(loading).rejects.toMatchObject({
      code: 'invalid',
      errors: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('part-exceeds-whole') }),
      ]),
    })
    expect(await ledger.sql`select 1 from crises where slug = 'grave'`).toHaveLength(0)
  })

  it('refuses an author who approves', async () => {
    const input = { dataset: tinyDataset({ slug: 'alone' }), author: analyst, approver: analyst }
    await expect(loadDataset({ ctx: ledger.as(administrator), input })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('lets a one-person office load where the rule is switched off', async () => {
    const input = { dataset: tinyDataset({ slug: 'one-person', fourEyes: false }), author: analyst, approver: analyst }
    await expect(loadDataset({ ctx: ledger.as(administrator), input })).resolves.toMatchObject({ figures: 4 })
  })

  it('sets no instant of the past in a crisis that is no reconstruction', async () => {
    const start = new Date(Date.now() - 60_000).toISOString()
    const id = await ledger.loadTiny({ slug: 'now', reconstruction: false })
    const rows = await ledger.sql`select 1 from figure_versions where crisis_id = ${id} and known_from < ${start}`
    expect(rows).toHaveLength(0)
  })

  it('rejects an actor who is no administrator', async () => {
    const input = { dataset: tinyDataset({ slug: 'other' }), author: analyst, approver: reviewer }
    await expect(loadDataset({ ctx: ledger.as(reviewer), input })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is over once finished: the past is closed even to a transaction that says it loads', async () => {
    const id = await ledger.loadTiny({ slug: 'closed' })
    await finishLoading({ ctx: ledger.as(administrator), input: { crisis: id } })
    const stamped = await ledger.sql.begin(async (tx) => {
      await tx`select set_config('attest.loading', ${id}, true)`
      const [row] = await tx`insert into workflow_events (crisis_id, subject, subject_id, version, state, person_id, at)
        values (${id}, 'figure', 'x', 1, 'draft', 'analyst', '2023-01-01') returning at`
      return iso(row?.at)
    })
    expect(stamped > '2024').toBe(true)
  })
})
