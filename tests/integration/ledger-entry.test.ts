import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { everyone } from '@/domain/population/population'
import { derivePersons } from '@/domain/quantity/derive-persons'
import { makeQuantity } from '@/domain/quantity/quantity'
import { addEvents } from '@/services/add-events'
import { addPlaces } from '@/services/add-places'
import { addSources } from '@/services/add-sources'
import { approveVersions } from '@/services/approve-versions'
import { archiveDocument } from '@/services/archive-document'
import type { Context } from '@/services/context'
import { correctFigure } from '@/services/correct-figure'
import { enterDispute } from '@/services/enter-dispute'
import { enterStatement } from '@/services/enter-figures'
import { enterNote } from '@/services/enter-note'
import { approveGrade, gradeSource } from '@/services/grade-source'
import { listWaiting } from '@/services/read-waiting'
import { recordIndependence } from '@/services/record-independence'
import { recordOfficeCheck } from '@/services/record-office-check'
import { approveResolution, recordResolution } from '@/services/record-resolution'
import { confirmWithdrawal, withdrawVersion } from '@/services/withdraw-version'
import { administrator, analyst, editor, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

let ledger: OpenLedger
let crisis: string
let ids: { town: string; blast: string; ministry: string; ombudsman: string; paper: string }

const text = 'The ministry said that 12 people were killed,\nfive of them children, and that 30 were injured.'

beforeAll(async () => {
  ledger = await openLedger()
  crisis = await ledger.loadTiny()
  const [keyed] = await ledger.sql`select
    (select id from places where key = 'town') as town, (select id from events where key = 'blast') as blast,
    (select id from sources where key = 'ministry') as ministry, (select id from sources where key = 'ombudsman') as ombudsman`
  const { id: paper } = await archiveDocument({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      publisher: keyed?.ministry,
      title: 'Statement',
      url: 'https://ministry.example/1',
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-28T15:00:00Z',
      text,
      sensitivity: 'public',
    },
  })
  ids = { town: keyed?.town, blast: keyed?.blast, ministry: keyed?.ministry, ombudsman: keyed?.ombudsman, paper }
})
afterAll(() => ledger.close())

type Entry = Parameters<typeof enterStatement>[0]['input']['figures'][number]

const day = (start: string, end: string) => ({ start, end, precision: 'day' as const, stated: true, note: null })
const killed = (count: number, change: Partial<Entry> = {}): Entry => ({
  indicator: 'killed',
  population: everyone,
  places: [{ role: 'at', id: ids.town }],
  events: [ids.blast],
  quantity: makeQuantity('exact', count, null, String(count)),
  unit: 'persons',
  basis: { kind: 'running-total', start: null, end: null, assumed: false },
  asOf: day('2023-09-27T20:00:00Z', '2023-09-28T20:00:00Z'),
  citations: [{ document: ids.paper, quote: '12 people were killed', relation: 'direct' }],
  ...change,
})
const enter = (figures: Entry[], ctx = ledger.as(analyst)) =>
  enterStatement({ ctx, input: { crisis, claimant: ids.ministry, saidAt: null, figures } })
const versionsOf = async (id: string) => [
  ...(await ledger.sql`select version, low::int, known_from is not null as known, closed_by, approver_id from figure_versions where figure_id = ${id} order by version`),
]
const waitingWithdrawals = async (ctx: Context) => {
  const page = { limit: 1000, cursor: null }
  const { items } = await listWaiting({ ctx, filter: { kind: ['withdrawal'] }, page })
  return items.flatMap((item) => (item.kind === 'withdrawal' ? [item] : []))
}
/** What the log says of the newest act of this name on this subject. */
const toldOf = async (action: string, subject: string) => {
  const [row] =
    await ledger.sql`select details from audit_log where action = ${action} and subject = ${subject} order by seq desc`
  return row?.details
}
const onlyOne = <Item>([item]: Item[]): Item => {
  if (item === undefined) throw new Error('There is none.')
  return item
}

describe('entering a statement', () => {
  it('keeps its figures waiting until another person approves them', async () => {
    const figure = onlyOne((await enter([killed(12)])).figures)
    expect(await versionsOf(figure.id)).toEqual([
      { version: 1, low: 12, known: false, closed_by: null, approver_id: null },
    ])
    await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'figure', versions: [figure] } })
    expect(await versionsOf(figure.id)).toEqual([
      { version: 1, low: 12, known: true, closed_by: null, approver_id: 'reviewer' },
    ])
    const states =
      await ledger.sql`select state, person_id from workflow_events where subject_id = ${figure.id} order by seq`
    expect([...states]).toEqual([
      { state: 'draft', person_id: 'analyst' },
      { state: 'submitted', person_id: 'analyst' },
      { state: 'approved', person_id: 'reviewer' },
    ])
  })

  it('finds each quote in the archived text and keeps its place', async () => {
    const quote = '12 people were killed, five of them children'
    const figure = onlyOne(
      (await enter([killed(12, { citations: [{ document: ids.paper, quote, relation: 'direct' }] })])).figures,
    )
    const [row] = await ledger.sql`select quote_start, quote_end from citations where figure_id = ${figure.id}`
    expect(text.slice(row?.quote_start, row?.quote_end).replace('\n', ' ')).toBe(quote)
  })

  it('refuses a quote that does not stand in the text, and says which', async () => {
    const citations = [{ document: ids.paper, quote: '13 people were killed', relation: 'direct' as const }]
    await expect(enter([killed(12), killed(13, { citations })])).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/figures/1/citations/0/quote' }],
    })
  })

  it('ends an as-of of the day with the publication', async () => {
    const figure = onlyOne((await enter([killed(12)])).figures)
    const [row] = await ledger.sql`select as_of_end from figure_versions where figure_id = ${figure.id}`
    expect(new Date(row?.as_of_end).toISOString()).toBe('2023-09-28T14:00:00.000Z')
  })

  it('ties a part to its whole within the statement', async () => {
    const citations = [{ document: ids.paper, quote: 'five of them children', relation: 'direct' as const }]
    const part = killed(5, { population: { ...everyone, age: 'child' }, partOf: { entry: 0 }, citations })
    const { figures } = await enter([killed(12), part])
    const [row] = await ledger.sql`select part_of from figure_versions where figure_id = ${figures[1]?.id ?? ''}`
    expect(row?.part_of).toBe(figures[0]?.id)
  })

  it('is stopped by a part that exceeds its whole', async () => {
    const part = killed(12, { population: { ...everyone, age: 'child' }, partOf: { entry: 0 } })
    const whole = killed(5, {
      citations: [{ document: ids.paper, quote: 'five of them children', relation: 'direct' }],
    })
    await expect(enter([whole, part])).rejects.toMatchObject({
      code: 'invalid',
      errors: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('part-exceeds-whole') }),
      ]),
    })
  })

  it('tells a running total that fell below what the ledger knows of the claimant', async () => {
    const citations = [{ document: ids.paper, quote: 'five of them children', relation: 'direct' as const }]
    const entered = onlyOne((await enter([killed(5, { citations })])).figures)
    expect(entered.findings.map(({ code }) => code)).toContain('running-total-fell')
  })

  it('names what does not exist', async () => {
    const lost = killed(12, {
      places: [{ role: 'at', id: 'nowhere' }],
      events: ['never'],
      citations: [{ document: 'none', quote: 'x', relation: 'direct' }],
    })
    await expect(enter([lost])).rejects.toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/figures/0/citations/0/document' }),
        expect.objectContaining({ pointer: '/figures/0/places/0' }),
        expect.objectContaining({ pointer: '/figures/0/events/0' }),
      ]),
    })
    await expect(enter([killed(12, { indicator: 'unheard-of' })])).rejects.toMatchObject({
      errors: [expect.objectContaining({ pointer: '/figures/0/indicator' })],
    })
  })

  it('knows no claimant that serves another crisis alone', async () => {
    await ledger.sql`insert into crises
      select (jsonb_populate_record(crisis, '{"id": "other", "slug": "other"}')).* from crises crisis where id = ${crisis}`
    const other = { names: [{ name: 'Other', language: 'en' }], kind: 'media' as const, parent: null, party: null }
    const added = await addSources({ ctx: ledger.as(administrator), input: { crisis: 'other', sources: [other] } })
    const entering = enterStatement({
      ctx: ledger.as(analyst),
      input: { crisis, claimant: added.ids[0] ?? '', saidAt: null, figures: [killed(12)] },
    })
    await expect(entering).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/claimant' }] })
  })

  it('takes no figure without a citation', async () => {
    await expect(enter([killed(12, { citations: [] })])).rejects.toMatchObject({
      errors: [expect.objectContaining({ pointer: '/figures/0/citations' })],
    })
  })

  it('rejects an actor who may only read', async () => {
    await expect(enter([killed(12)], ledger.as(null))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(enter([killed(12)], ledger.as(editor))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('approving', () => {
  it('refuses the author, even one who holds every role', async () => {
    const figure = onlyOne((await enter([killed(12)], ledger.as(administrator))).figures)
    const own = approveVersions({
      ctx: ledger.as(administrator),
      input: { crisis, kind: 'figure', versions: [figure] },
    })
    await expect(own).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('second person') })
    expect(await versionsOf(figure.id)).toMatchObject([{ known: false }])
  })

  it('of one figure twice at once happens once', async () => {
    const figure = onlyOne((await enter([killed(12)])).figures)
    const approving = () =>
      approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'figure', versions: [figure] } })
    const outcomes = await Promise.allSettled([approving(), approving()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('of several approves all or none', async () => {
    const figure = onlyOne((await enter([killed(12)])).figures)
    const figures = [figure, { id: 'no-such-figure', version: 1 }]
    await expect(
      approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'figure', versions: figures } }),
    ).rejects.toMatchObject({
      code: 'conflict',
      errors: [{ pointer: '/figures/1', message: 'There is no such version of the figure.' }],
    })
    expect(await versionsOf(figure.id)).toMatchObject([{ known: false }])
  })
})

describe('correcting and withdrawing', () => {
  const approved = async () => {
    const figure = onlyOne((await enter([killed(12)])).figures)
    await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'figure', versions: [figure] } })
    return figure.id
  }
  const correction = (figure: string, version: number) =>
    correctFigure({
      ctx: ledger.as(analyst),
      input: {
        crisis,
        figure,
        version,
        reason: 'The children were read as the total.',
        content: killed(5, {
          citations: [{ document: ids.paper, quote: 'five of them children', relation: 'direct' }],
        }),
      },
    })

  it('leaves the old version known until the new one is approved, without a moment between', async () => {
    const figure = await approved()
    const next = await correction(figure, 1)
    expect(await versionsOf(figure)).toMatchObject([{ known: true, closed_by: null }, { known: false }])
    await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'figure', versions: [next] } })
    const [first, second] =
      await ledger.sql`select known_from, known_to, closed_reason, reason from figure_versions where figure_id = ${figure} order by version`
    expect(first?.known_to).toBe(second?.known_from)
    expect(first?.closed_reason).toBe('The children were read as the total.')
    expect(second?.known_to).toBeNull()
  })

  it('refuses a correction of a version that is no longer the last', async () => {
    const figure = await approved()
    await correction(figure, 1)
    await expect(correction(figure, 1)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('withdraws at once, to be confirmed by a second person', async () => {
    const figure = await approved()
    const input = { crisis, kind: 'figure' as const, id: figure, version: 1, reason: 'The source took it back.' }
    await withdrawVersion({ ctx: ledger.as(reviewer), input })
    expect(await versionsOf(figure)).toMatchObject([{ closed_by: 'withdrawn' }])
    const confirm = (actor: typeof reviewer) =>
      confirmWithdrawal({ ctx: ledger.as(actor), input: { crisis, kind: 'figure', id: figure, version: 1 } })
    await expect(confirm(reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await confirm(administrator)
    await expect(confirm(administrator)).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdrawVersion({ ctx: ledger.as(reviewer), input })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('brings nothing back that was withdrawn, not by a correction that waited either', async () => {
    const figure = await approved()
    const waiting = await correction(figure, 1)
    await withdrawVersion({
      ctx: ledger.as(reviewer),
      input: { crisis, kind: 'figure', id: figure, version: 1, reason: 'Taken back.' },
    })
    const approving = approveVersions({
      ctx: ledger.as(reviewer),
      input: { crisis, kind: 'figure', versions: [waiting] },
    })
    await expect(approving).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('withdrawn') })
    await expect(correction(figure, 2)).rejects.toMatchObject({ code: 'conflict' })
    expect(await versionsOf(figure)).toMatchObject([{ closed_by: 'withdrawn' }, { known: false }])
  })

  it('tells that a withdrawal is overdue once nobody has confirmed it within a day, until somebody does', async () => {
    const figure = await approved()
    await withdrawVersion({
      ctx: ledger.as(reviewer),
      input: { crisis, kind: 'figure', id: figure, version: 1, reason: 'Taken back.' },
    })
    const listed = async (hoursLater: number, actor = administrator) => {
      const now = () => new Date(Date.now() + hoursLater * 3_600_000)
      return (await waitingWithdrawals({ ...ledger.as(actor), now })).filter((one) => one.id === figure)
    }
    expect(await listed(23)).toMatchObject([{ overdue: false }])
    expect(await listed(25)).toMatchObject([
      { version: 1, reason: 'Taken back.', last: { by: { id: 'reviewer' } }, hindrance: null, overdue: true },
    ])
    expect(await listed(25, reviewer)).toMatchObject([{ hindrance: 'own', overdue: true }])
    expect(await listed(25, analyst)).toMatchObject([{ hindrance: 'no-reviewer' }])
    await confirmWithdrawal({
      ctx: ledger.as(administrator),
      input: { crisis, kind: 'figure', id: figure, version: 1 },
    })
    expect(await listed(25)).toEqual([])
    const rows =
      await ledger.sql`select actor_name from audit_log where action = 'confirm-withdrawal' and subject = ${`figure:${figure}`}`
    expect([...rows]).toEqual([{ actor_name: 'administrator' }])
    await expect(waitingWithdrawals(ledger.as(null))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('finds the withdrawals of a loaded reconstruction confirmed', async () => {
    const found = await waitingWithdrawals(ledger.as(reviewer))
    expect(found.map(({ reason }) => reason)).not.toContain('The child is alive.')
  })

  it('needs a reason', async () => {
    const figure = await approved()
    const withdrawing = withdrawVersion({
      ctx: ledger.as(reviewer),
      input: { crisis, kind: 'figure', id: figure, version: 1, reason: ' ' },
    })
    await expect(withdrawing).rejects.toMatchObject({
      code: 'invalid',
      errors: [expect.objectContaining({ pointer: '/reason' })],
    })
  })
})

describe('a derived figure', () => {
  const derivation = derivePersons(makeQuantity('exact', 30, null, '30 were injured'), { factor: 4.1, words: '' })
  const derived = (change: Partial<Entry> = {}) =>
    killed(0, {
      indicator: 'registered',
      events: [],
      quantity: derivation.persons,
      derived: derivation.derivation,
      citations: [{ document: ids.paper, quote: '30 were injured', relation: 'direct' }],
      ...change,
    })

  it('is kept with its arithmetic', async () => {
    const figure = onlyOne((await enter([derived()])).figures)
    const [row] =
      await ledger.sql`select low::int, qualifier, derived from figure_versions where figure_id = ${figure.id}`
    expect(row).toEqual({ low: 123, qualifier: 'about', derived: derivation.derivation })
  })

  it('is refused where its number is not what the arithmetic gives', async () => {
    await expect(enter([derived({ quantity: makeQuantity('about', 150) })])).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/figures/0/derived' }],
    })
  })
})

describe('around a figure', () => {
  const citations = () => [{ document: ids.paper, quote: '12 people were killed', relation: 'relayed' as const }]
  const known = async () => {
    const figure = onlyOne((await enter([killed(12)])).figures)
    await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'figure', versions: [figure] } })
    return figure.id
  }

  it('a dispute waits for a second person and is then known', async () => {
    const figure = await known()
    const input = {
      crisis,
      figure,
      by: ids.ombudsman,
      aspect: 'number' as const,
      statedAt: null,
      words: 'denied',
      citations: citations(),
    }
    const { id, version } = await enterDispute({ ctx: ledger.as(analyst), input })
    const approving = (actor: typeof reviewer) =>
      approveVersions({ ctx: ledger.as(actor), input: { crisis, kind: 'dispute', versions: [{ id, version }] } })
    await expect(approving(analyst)).rejects.toMatchObject({ code: 'forbidden' })
    await approving(reviewer)
    const rows =
      await ledger.sql`select approver_id from dispute_versions where dispute_id = ${id} and known_from is not null`
    expect([...rows]).toEqual([{ approver_id: 'reviewer' }])
  })

  it('a note waits for a second person and is then known', async () => {
    const input = {
      crisis,
      kind: 'protection' as const,
      text: 'Children were among the dead.',
      saidBy: ids.ministry,
      asOf: null,
      places: [{ role: 'at' as const, id: ids.town }],
      figures: [await known()],
      citations: citations(),
    }
    const { id, version } = await enterNote({ ctx: ledger.as(analyst), input })
    await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'note', versions: [{ id, version }] } })
    const rows =
      await ledger.sql`select approver_id from note_versions where note_id = ${id} and known_from is not null`
    expect([...rows]).toEqual([{ approver_id: 'reviewer' }])
    await expect(enterNote({ ctx: ledger.as(analyst), input: { ...input, figures: ['none'] } })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('the last office check holds', async () => {
    const figure = await known()
    const check = (method: string) =>
      recordOfficeCheck({
        ctx: ledger.as(reviewer),
        input: { crisis, figure, method, by: 'Duty officer', at: '2023-09-29T10:00:00Z' },
      })
    await check('Telephoned.')
    await check('Saw the register.')
    const rows =
      await ledger.sql`select method, known_to is null as open from figure_checks where figure_id = ${figure} order by known_from`
    expect([...rows]).toEqual([
      { method: 'Telephoned.', open: false },
      { method: 'Saw the register.', open: true },
    ])
  })

  it('a resolution replaces the one that held, once a second person approves it', async () => {
    const figure = await known()
    const { id } = await recordResolution({
      ctx: ledger.as(editor),
      input: { crisis, figure, ofStatement: false, rule: 'judgement', reason: 'The list was seen.' },
    })
    await approveResolution({ ctx: ledger.as(reviewer), input: { crisis, resolution: id } })
    const rows =
      await ledger.sql`select figure_id = ${figure} as is_new, known_to is null as open from resolutions order by known_from`
    expect([...rows]).toEqual([
      { is_new: false, open: false },
      { is_new: true, open: true },
    ])
    const [held] = await ledger.sql`select id, figure_id from resolutions where id <> ${id} and closed_by = 'corrected'`
    expect(await toldOf('approve-resolution', `resolution:${id}`)).toEqual({
      before: { resolution: held?.id, figure: held?.figure_id, statement: null },
      after: { resolution: id, figure, statement: null },
    })
  })

  it('a grade holds once a second person approves it, and closes the last', async () => {
    const { id } = await gradeSource({
      ctx: ledger.as(reviewer),
      input: { source: ids.ombudsman, reliability: 'C', reason: 'Two counts were corrected.' },
    })
    await expect(approveGrade({ ctx: ledger.as(reviewer), input: { grade: id } })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await approveGrade({ ctx: ledger.as(administrator), input: { grade: id } })
    const rows =
      await ledger.sql`select reliability from source_grades where source_id = ${ids.ombudsman} and known_to is null and known_from is not null`
    expect([...rows]).toEqual([{ reliability: 'C' }])
    const [held] = await ledger.sql`select id, reliability from source_grades
      where source_id = ${ids.ombudsman} and known_to is not null order by known_to desc limit 1`
    expect(held).toBeDefined()
    expect(await toldOf('approve-grade', `source:${ids.ombudsman}`)).toEqual({
      before: { grade: held?.id, reliability: held?.reliability },
      after: { grade: id, reliability: 'C' },
    })
  })

  it('an independence is recorded once, whatever the order of the pair', async () => {
    const [gazette] = await ledger.sql`select id from sources where key = 'gazette'`
    const record = (a: string, b: string) =>
      recordIndependence({ ctx: ledger.as(reviewer), input: { crisis, a, b, reason: 'Own reporters.' } })
    await record(gazette?.id, ids.ministry)
    await expect(record(ids.ministry, gazette?.id)).rejects.toMatchObject({ code: 'conflict' })
    await expect(record(ids.ministry, ids.ministry)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('an independence recorded for one crisis hinders none for all', async () => {
    const input = { crisis: null, a: ids.ombudsman, b: ids.ministry, reason: 'Own lists.' }
    await recordIndependence({ ctx: ledger.as(reviewer), input })
    const rows = await ledger.sql`select crisis_id from source_independences
      where a = ${ids.ombudsman} and b = ${ids.ministry} or b = ${ids.ombudsman} and a = ${ids.ministry}`
    expect(rows.map((row) => row.crisis_id).sort()).toEqual([crisis, null])
  })

  it('what spans crises is known no earlier than every crisis lets it in', async () => {
    const [gazette] = await ledger.sql`select id from sources where key = 'gazette'`
    const input = { crisis: null, a: ids.ombudsman, b: gazette?.id, reason: 'Own lists.' }
    const held = await ledger.sql.begin(async (tx) => {
      await tx`select from crises where id = ${crisis} for no key update`
      const recording = recordIndependence({ ctx: ledger.as(reviewer), input })
      await vi.waitFor(async () => {
        const waiting = await ledger.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        expect(waiting).toHaveLength(1)
      })
      const [clock] = await tx`select ledger_clock() as at`
      return { recording, until: clock?.at }
    })
    const { id } = await held.recording
    const rows =
      await ledger.sql`select known_from >= ${held.until} as is_later from source_independences where id = ${id}`
    expect([...rows]).toEqual([{ is_later: true }])
  })

  it('places and events are added for those who may', async () => {
    const place = {
      level: 'site' as const,
      parent: ids.town,
      pcode: null,
      point: null,
      names: [{ name: 'Mill', language: 'en', usedBy: 'local' }],
    }
    const added = await addPlaces({ ctx: ledger.as(administrator), input: { crisis, places: [place, place] } })
    expect(new Set(added.ids).size).toBe(2)
    const from = { start: '2023-09-28T08:00:00Z', end: '2023-09-28T09:00:00Z', precision: 'hour' as const }
    const events = [{ title: 'Fire at the mill', place: added.ids[0] ?? null, from, to: null, parent: ids.blast }]
    expect((await addEvents({ ctx: ledger.as(analyst), input: { crisis, events } })).ids).toHaveLength(1)
    await expect(
      addPlaces({ ctx: ledger.as(analyst), input: { crisis: null, places: [place] } }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
