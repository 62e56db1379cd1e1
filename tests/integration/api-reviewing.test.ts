import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkAuditChain } from '@/db/repositories/read-audit'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { archiveDocument } from '@/services/archive-document'
import { askApi } from '@/tests/support/ask-api'
import { analyst, type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

let ledger: OpenLedger
let people: Record<'contributor' | 'reviewer' | 'second' | 'editor' | 'reader', ApiPerson>
let base: string
let ids: Record<'crisis' | 'ministry' | 'ombudsman' | 'gazette' | 'town' | 'paper' | 'slug', string>

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  const policy = { rules: ['resolved' as const, 'range' as const], preferredSources: [] }
  const crisis = await ledger.loadTiny({ policy })
  const [keyed] = await ledger.sql`select (select slug from crises) as slug,
    (select id from places where key = 'town') as town, (select id from sources where key = 'ministry') as ministry,
    (select id from sources where key = 'ombudsman') as ombudsman, (select id from sources where key = 'gazette') as gazette`
  const { id: paper } = await archiveDocument({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      publisher: keyed?.ministry,
      title: 'Statement',
      url: null,
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-28T15:00:00Z',
      text: 'The ministry said that 12 people were killed, five of them children. 30 were injured.',
      sensitivity: 'public',
    },
  })
  ids = { ...keyed, crisis, paper } as typeof ids
  base = `/crises/${ids.slug}`
  const signIn = (name: string, ...roles: Parameters<typeof signInToApi>[2][number]['role'][]) =>
    signInToApi(
      ledger.db,
      name,
      roles.map((role) => ({ role, crisis })),
    )
  people = {
    contributor: await signIn('contributor', 'contributor'),
    reviewer: await signIn('reviewer', 'contributor', 'reviewer'),
    second: await signIn('second', 'reviewer'),
    editor: await signIn('editor', 'editor'),
    reader: await signIn('reader', 'reader'),
  }
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

const quoted = (quote: string) => [{ document: ids.paper, quote, relation: 'direct' as const }]
const figure = (change: object = {}) => ({
  indicator: 'killed',
  population: everyone,
  places: [{ role: 'at', id: ids.town }],
  events: [],
  quantity: makeQuantity('exact', 12, null, '12'),
  unit: 'persons',
  basis: { kind: 'running-total', start: null, end: null, assumed: false },
  asOf: null,
  citations: quoted('12 people were killed'),
  ...change,
})
const children = () => ({
  population: { ...everyone, age: 'child' },
  quantity: makeQuantity('exact', 5, null, 'five'),
  partOf: { entry: 0 },
  citations: quoted('five of them children'),
})

type Sent = Omit<Parameters<typeof sendToApi>[1], 'body'> & { body?: object; version?: number }
async function send(person: ApiPerson | null, { version, body = {}, ...request }: Sent) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
  const response = await sendToApi(person, { ...request, body, headers })
  return { status: response.status, answer: await response.json() }
}
const enter = async (...figures: object[]): Promise<string[]> => {
  const body = { claimant: ids.ministry, saidAt: null, figures }
  const { status, answer } = await send(people.contributor, { address: `${base}/statements`, body })
  expect(status).toBe(201)
  return answer.figures.map(({ id }: { id: string }) => id)
}
const enterOne = async () => (await enter(figure()))[0] ?? ''
const verb = (person: ApiPerson | null, id: string, name: string, version: number, body: object = {}) =>
  send(person, { address: `/figures/${id}/${name}`, version, body })
const read = async (person: ApiPerson | null, address: string) => {
  const response = await askApi(address, person?.headers ?? {})
  return { status: response.status, answer: await response.json() }
}
const waitingOf = async (person: ApiPerson, query = '') =>
  (await read(person, `/waiting?crisis=${ids.slug}${query}`)).answer.items as { id: string; hindrance: string | null }[]

describe('what waits', () => {
  test('is seen by people of the desk with what keeps them from approving it, and by nobody else', async () => {
    const [whole = '', part = ''] = await enter(figure(), figure(children()))
    const own = await waitingOf(people.contributor, '&author=me')
    expect(own.find(({ id }) => id === whole)?.hindrance).toBe('no-reviewer')
    const seen = await waitingOf(people.reviewer, `&document=${ids.paper}&kind=figure&limit=1000`)
    expect(seen.find(({ id }) => id === whole)).toMatchObject({
      hindrance: null,
      figure: { state: 'submitted', quantity: { low: 12 }, citations: [{ quote: '12 people were killed' }] },
    })
    expect(seen.find(({ id }) => id === part)).toMatchObject({ hindrance: 'whole-waits', figure: { partOf: whole } })
    expect((await read(null, '/waiting')).status).toBe(401)
    expect((await read(people.reader, '/waiting')).status).toBe(403)
    expect((await read(people.reader, `/figures/${whole}/versions`)).status).toBe(404)
    expect((await read(people.contributor, `/figures/${whole}/versions`)).status).toBe(200)
    expect((await read(null, `/figures/${whole}`)).status).toBe(404)
  })

  test('page by page is each of it once', async () => {
    const all = await waitingOf(people.reviewer, '&limit=1000')
    const first = await read(people.reviewer, `/waiting?crisis=${ids.slug}&limit=1`)
    const second = await read(
      people.reviewer,
      `/waiting?crisis=${ids.slug}&limit=1000&cursor=${first.answer.nextCursor}`,
    )
    expect([...first.answer.items, ...second.answer.items].map(({ id }: { id: string }) => id)).toEqual(
      all.map(({ id }) => id),
    )
  })
})

describe('every verb', () => {
  test.each([
    ['approve', {}],
    ['return', { comment: 'No.' }],
    ['submit', { comment: 'Yes.' }],
    ['withdraw', { reason: 'No.' }],
    ['confirm-withdrawal', {}],
  ])('%s rejects a reader, who may not even know of what waits, and asks for the version', async (name, body) => {
    const id = await enterOne()
    expect((await verb(people.reader, id, name, 1, body)).status).toBe(404)
    expect((await send(people.reviewer, { address: `/figures/${id}/${name}`, body })).status).toBe(428)
    await verb(people.second, id, 'approve', 1)
    expect((await verb(people.reader, id, name, 1, body)).status).toBe(403)
    const nobody = { id: '', headers: { origin: 'http://localhost', host: 'localhost' } }
    expect((await verb(nobody, id, name, 1, body)).status).toBe(401)
  })

  test.each([
    [() => `${base}/approvals`, () => ({ figures: [{ id: 'x', version: 1 }] })],
    [() => `${base}/independences`, () => ({ a: ids.ministry, b: ids.gazette, reason: 'Own registers.' })],
    [() => `${base}/resolutions`, () => ({ figure: 'x', rule: 'judgement', reason: 'Seen.' })],
    [() => `/sources/${ids.ministry}/grades`, () => ({ reliability: 'B', reason: 'Long record.' })],
    [() => '/grades/none/approve', () => ({})],
  ])('of decisions rejects a reader and a contributor', async (address, body) => {
    for (const person of [people.reader, people.contributor]) {
      expect((await send(person, { address: address(), body: body() })).status).toBe(403)
    }
  })
})

describe('approving', () => {
  test('makes a figure known to everybody with its quote, once', async () => {
    const id = await enterOne()
    expect((await verb(people.contributor, id, 'approve', 1)).status).toBe(403)
    expect((await verb(people.reviewer, id, 'approve', 1)).answer).toEqual({ id, version: 1, state: 'approved' })
    expect((await read(null, `/figures/${id}`)).answer).toMatchObject({
      state: 'approved',
      citations: [{ quote: '12 people were killed' }],
    })
    const again = await verb(people.second, id, 'approve', 1)
    expect(again).toMatchObject({ status: 409, answer: { current: { id, version: 1, state: 'approved' } } })
  })

  test('a part is not approved before its whole, and together they are, in whatever order', async () => {
    const [whole = '', part = ''] = await enter(figure(), figure(children()))
    const early = await verb(people.reviewer, part, 'approve', 1)
    expect(early).toMatchObject({ status: 409, answer: { detail: expect.stringContaining('approve the whole first') } })
    const figures = [part, whole].map((id) => ({ id, version: 1 }))
    const together = await send(people.reviewer, { address: `${base}/approvals`, body: { figures } })
    expect(together).toMatchObject({
      status: 200,
      answer: { figures: [{ id: part, state: 'approved' }, { id: whole }] },
    })
  })

  test('several are approved all or none, and each that cannot be is named', async () => {
    const [first, second] = [await enterOne(), await enterOne()]
    await verb(people.reviewer, second, 'return', 1, { comment: 'Look at the number again.' })
    const figures = [first, second].map((id) => ({ id, version: 1 }))
    const refused = await send(people.reviewer, { address: `${base}/approvals`, body: { figures } })
    expect(refused).toMatchObject({
      status: 409,
      answer: {
        errors: [{ pointer: '/figures/1', message: expect.stringContaining('was returned') }],
        // Of those that are no longer what was seen, what stands now.
        current: [{ id: second, version: 1, state: 'returned' }],
      },
    })
    expect((await read(null, `/figures/${first}`)).status).toBe(404)
  })

  test('with the rule switched off the author may approve', async () => {
    await ledger.sql`update crises set four_eyes = false`
    const id = await enterOne()
    await send(people.reviewer, {
      method: 'PATCH',
      address: `/figures/${id}`,
      version: 1,
      body: { coverage: 'In town.', reason: 'Said so.' },
    })
    expect((await verb(people.reviewer, id, 'approve', 2)).status).toBe(200)
    await ledger.sql`update crises set four_eyes = true`
  })
})

describe('returning', () => {
  test('takes a comment on a field to the author, who mends it; the mended wording is approved', async () => {
    const id = await enterOne()
    expect((await verb(people.reviewer, id, 'return', 1, { comment: '' })).status).toBe(422)
    expect((await verb(people.reviewer, id, 'return', 1, { comment: 'x', field: 'quantity' })).status).toBe(422)
    const comment = 'The source says five.'
    const returned = await verb(people.reviewer, id, 'return', 1, { comment, field: '/quantity' })
    expect(returned.answer).toEqual({ id, version: 1, state: 'returned' })
    const waiting = await waitingOf(people.contributor, '&state=returned&author=me')
    expect(waiting.find((one) => one.id === id)).toMatchObject({ last: { comment, field: '/quantity' } })
    expect((await verb(people.second, id, 'approve', 1)).status).toBe(409)
    const body = {
      quantity: makeQuantity('exact', 5, null, 'five'),
      citations: quoted('five of them children'),
      reason: 'Read again.',
    }
    const mended = await send(people.contributor, { method: 'PATCH', address: `/figures/${id}`, version: 1, body })
    expect(mended).toMatchObject({ status: 200, answer: { id, version: 2 } })
    expect((await verb(people.reviewer, id, 'approve', 1)).answer.current).toMatchObject({
      version: 2,
      quantity: { low: 5 },
    })
    expect((await verb(people.reviewer, id, 'approve', 2)).status).toBe(200)
    const { answer } = await read(null, `/figures/${id}`)
    expect(answer).toMatchObject({ version: 2, quantity: { low: 5 }, coverage: null, places: [{ id: ids.town }] })
  })

  test('its author may submit it again as it stands, nobody else', async () => {
    const id = await enterOne()
    await verb(people.reviewer, id, 'return', 1, { comment: 'Sure?' })
    const answer = { comment: 'It stands so in the text.' }
    expect((await verb(people.second, id, 'submit', 1, answer)).status).toBe(403)
    expect((await verb(people.contributor, id, 'submit', 1, answer)).answer.state).toBe('submitted')
    expect((await verb(people.contributor, id, 'submit', 1, answer)).status).toBe(409)
    expect((await verb(people.reviewer, id, 'approve', 1)).status).toBe(200)
    const { answer: story } = await read(people.second, `/figures/${id}/versions`)
    expect(story.items[0].history.map(({ state }: { state: string }) => state)).toEqual([
      'draft',
      'submitted',
      'returned',
      'submitted',
      'approved',
    ])
  })

  test('a reviewer who edits becomes an author, in the service and in the database', async () => {
    const id = await enterOne()
    const body = { coverage: 'Without the hospitals.', reason: 'The text says so.' }
    expect((await send(people.reviewer, { method: 'PATCH', address: `/figures/${id}`, version: 1, body })).status).toBe(
      200,
    )
    expect((await verb(people.reviewer, id, 'approve', 2)).status).toBe(403)
    await expect(
      ledger.sql`update figure_versions set approver_id = ${people.reviewer.id} where figure_id = ${id} and version = 2`,
    ).rejects.toThrow('second person')
    expect((await verb(people.second, id, 'approve', 2)).status).toBe(200)
  })
})

interface Version {
  version: number
}

describe('the story of a figure', () => {
  test('tells of each version whether a second person approved it, whatever the four-eyes rule says now', async () => {
    const switchTo = (fourEyes: boolean) =>
      ledger.sql`update crises set four_eyes = ${fourEyes} where id = ${ids.crisis}`
    const approvedByTwo = async () =>
      (await read(null, `/figures/${id}`)).answer.versions.map((one: { bySecondPerson: boolean }) => one.bySecondPerson)
    const correct = (person: ApiPerson, version: number, coverage: string) =>
      send(person, { method: 'PATCH', address: `/figures/${id}`, version, body: { coverage, reason: 'A slip.' } })
    const id = await enterOne()
    await verb(people.reviewer, id, 'approve', 1)
    await switchTo(false)
    expect(await approvedByTwo()).toEqual([true])
    await correct(people.reviewer, 1, 'In town.')
    expect((await verb(people.reviewer, id, 'approve', 2)).status).toBe(200)
    // Whoever wrote a wording that nobody approved is no second person for the next.
    await correct(people.reviewer, 2, 'In the town.')
    await correct(people.contributor, 3, 'Around the town.')
    expect((await verb(people.reviewer, id, 'approve', 4)).status).toBe(200)
    await switchTo(true)
    expect(await approvedByTwo()).toEqual([true, false, false])
    await correct(people.reviewer, 4, 'Near the town.')
    await verb(people.second, id, 'approve', 5)
    expect(await approvedByTwo()).toEqual([true, false, false, true])
    // Each is corrected by the version that was approved next, not by a wording between them or the newest.
    const { answer } = await read(null, `${base}/corrections`)
    const own = answer.items.filter((one: { figure: string }) => one.figure === id)
    expect(
      own.map(({ was, now, approvedBy }: { was: Version; now: Version; approvedBy: string }) => [
        was.version,
        now.version,
        approvedBy,
      ]),
    ).toEqual([
      [4, 5, 'second'],
      [2, 4, 'reviewer'],
      [1, 2, 'reviewer'],
    ])
  })
})

describe('correcting', () => {
  test('leaves the view as known before unchanged, and asks for a reason and for fields that there are', async () => {
    const id = await enterOne()
    await verb(people.reviewer, id, 'approve', 1)
    const before = (await read(null, `/figures/${id}`)).answer
    const at = before.knownFrom
    const correct = (body: object, version = 1) =>
      send(people.contributor, { method: 'PATCH', address: `/figures/${id}`, version, body })
    expect((await correct({ coverage: 'x' })).answer.errors).toMatchObject([{ pointer: '/reason' }])
    expect((await correct({ covrage: 'x', reason: 'A slip.' })).status).toBe(422)
    const body = {
      quantity: makeQuantity('exact', 5, null, 'five'),
      citations: quoted('five of them children'),
      reason: 'Misread.',
    }
    expect((await correct(body)).status).toBe(200)
    expect((await read(null, `/figures/${id}`)).answer.quantity.low).toBe(12)
    const stale = await correct(body)
    expect(stale).toMatchObject({
      status: 409,
      answer: { current: { version: 2, quantity: { low: 5 }, state: 'submitted' } },
    })
    await verb(people.reviewer, id, 'approve', 2)
    const { answer } = await read(null, `/figures/${id}`)
    expect(answer).toMatchObject({
      quantity: { low: 5 },
      reason: 'Misread.',
      versions: [{ version: 1 }, { version: 2 }],
    })
    const then = (await read(null, `/figures/${id}?knownAt=${encodeURIComponent(at)}`)).answer
    expect(then).toMatchObject({ version: 1, quantity: before.quantity, knownTo: null, versions: [{ version: 1 }] })
    const { answer: corrections } = await read(null, `${base}/corrections`)
    expect(corrections.items[0]).toMatchObject({
      figure: id,
      reason: 'Misread.',
      was: { version: 1 },
      now: { version: 2 },
      approvedBy: 'reviewer',
      withdrawnBy: null,
      confirmedBy: null,
    })
  })

  test('keeps its own reason in the corrections when what it made was withdrawn since', async () => {
    const id = await enterOne()
    await verb(people.reviewer, id, 'approve', 1)
    const body = { coverage: 'In town.', reason: 'The text says so.' }
    await send(people.contributor, { method: 'PATCH', address: `/figures/${id}`, version: 1, body })
    await verb(people.reviewer, id, 'approve', 2)
    await verb(people.reviewer, id, 'withdraw', 2, { reason: 'The source took it back.' })
    const { answer } = await read(null, `${base}/corrections`)
    const own = answer.items.filter((one: { figure: string }) => one.figure === id)
    expect(own.map(({ reason, now }: { reason: string; now: unknown }) => [reason, now === null])).toEqual([
      ['The source took it back.', true],
      ['The text says so.', false],
    ])
  })

  test('of what was withdrawn meanwhile is refused with a clear sentence, and waits no longer', async () => {
    const id = await enterOne()
    await verb(people.reviewer, id, 'approve', 1)
    await send(people.contributor, {
      method: 'PATCH',
      address: `/figures/${id}`,
      version: 1,
      body: { coverage: 'x', reason: 'y' },
    })
    await verb(people.second, id, 'withdraw', 1, { reason: 'The source took it back.' })
    const late = await verb(people.reviewer, id, 'approve', 2)
    expect(late).toMatchObject({ status: 409, answer: { detail: expect.stringContaining('was withdrawn') } })
    expect((await waitingOf(people.reviewer, '&state=submitted&limit=1000')).some((one) => one.id === id)).toBe(false)
  })
})

describe('withdrawing', () => {
  test('takes effect at once, is confirmed by somebody else, and leaves the view as known before', async () => {
    const id = await enterOne()
    await verb(people.reviewer, id, 'approve', 1)
    const at = (await read(null, `/figures/${id}`)).answer.knownFrom
    const reason = 'The source took it back.'
    expect((await verb(people.reviewer, id, 'withdraw', 1, { reason })).answer.state).toBe('withdrawn')
    const listed = async () => (await read(null, `${base}/figures`)).answer.items.map((one: { id: string }) => one.id)
    expect(await listed()).not.toContain(id)
    expect((await read(null, `/figures/${id}?knownAt=${encodeURIComponent(at)}`)).answer.state).toBe('approved')
    const waits = async (person: ApiPerson) =>
      (await waitingOf(person, '&kind=withdrawal&limit=1000')).find((one) => one.id === id)
    const corrected = async (query = '') => (await read(null, `${base}/corrections${query}`)).answer.items[0]
    expect(await corrected()).toMatchObject({ approvedBy: null, withdrawnBy: 'reviewer', confirmedBy: null })
    const unconfirmed = encodeURIComponent((await corrected()).at)
    expect(await waits(people.reviewer)).toMatchObject({ hindrance: 'own', last: { comment: reason }, figure: { id } })
    expect(await waits(people.second)).toMatchObject({ hindrance: null })
    expect((await verb(people.reviewer, id, 'confirm-withdrawal', 1)).status).toBe(403)
    await expect(
      ledger.sql`insert into workflow_events (crisis_id, subject, subject_id, version, state, person_id, at)
        values (${ids.crisis}, 'figure', ${id}, 1, 'withdrawal-confirmed', ${people.reviewer.id}, now())`,
    ).rejects.toThrow('second person')
    expect((await verb(people.second, id, 'confirm-withdrawal', 1)).status).toBe(200)
    expect(await waits(people.second)).toBeUndefined()
    const told = { figure: id, reason, now: null, approvedBy: null, withdrawnBy: 'reviewer' }
    expect(await corrected()).toMatchObject({ ...told, confirmedBy: 'second' })
    expect(await corrected(`?knownAt=${unconfirmed}`)).toMatchObject({ ...told, confirmedBy: null })
  })

  test('what nobody approved is taken back by its author, and a correction without the figure it was of', async () => {
    const id = await enterOne()
    expect((await verb(people.contributor, id, 'withdraw', 1, { reason: 'Entered twice.' })).answer.state).toBe(
      'withdrawn',
    )
    expect((await verb(people.reviewer, id, 'approve', 1)).status).toBe(409)
    const known = await enterOne()
    await verb(people.reviewer, known, 'approve', 1)
    const patch = (version: number, coverage: string) =>
      send(people.contributor, {
        method: 'PATCH',
        address: `/figures/${known}`,
        version,
        body: { coverage, reason: 'y' },
      })
    await patch(1, 'a')
    await verb(people.contributor, known, 'withdraw', 2, { reason: 'No correction after all.' })
    expect((await read(null, `/figures/${known}`)).answer).toMatchObject({ version: 1, state: 'approved' })
    expect(await patch(1, 'b')).toMatchObject({ status: 200, answer: { version: 3 } })
    expect((await verb(people.reviewer, known, 'approve', 3)).status).toBe(200)
  })
})

describe('notes and disputes', () => {
  const noteOf = () => ({
    kind: 'displacement',
    text: 'Families stay in basements.',
    saidBy: ids.ministry,
    asOf: null,
    places: [],
    figures: [],
    citations: quoted('30 were injured'),
  })
  const disputeOf = (id: string) => ({
    figure: id,
    by: ids.ombudsman,
    aspect: 'number',
    statedAt: null,
    words: 'denied the number',
    citations: quoted('30 were injured'),
  })

  test('a note is returned, mended, approved, corrected and withdrawn like a figure', async () => {
    const { answer } = await send(people.contributor, { address: `${base}/notes`, body: noteOf() })
    const address = `/notes/${answer.id}`
    const act = (person: ApiPerson, name: string, version: number, body: object = {}) =>
      send(person, { address: `${address}/${name}`, version, body })
    expect((await act(people.contributor, 'approve', 1)).status).toBe(403)
    await act(people.reviewer, 'return', 1, { comment: 'Which families?', field: '/text' })
    expect((await act(people.second, 'approve', 1)).status).toBe(409)
    const body = { text: 'Families of the town stay in basements.', reason: 'Named.' }
    expect((await send(people.reviewer, { method: 'PATCH', address, version: 1, body })).status).toBe(200)
    expect((await act(people.reviewer, 'approve', 2)).status).toBe(403)
    await expect(
      ledger.sql`update note_versions set approver_id = ${people.contributor.id} where note_id = ${answer.id} and version = 2`,
    ).rejects.toThrow('second person')
    expect((await act(people.second, 'approve', 2)).status).toBe(200)
    expect((await read(null, address)).answer.text).toBe(body.text)
    expect((await act(people.second, 'withdraw', 2, { reason: 'Not said.' })).status).toBe(200)
    expect((await read(null, address)).status).toBe(404)
    expect((await act(people.second, 'confirm-withdrawal', 2)).status).toBe(403)
    expect((await act(people.reviewer, 'confirm-withdrawal', 2)).status).toBe(200)
    expect((await act(people.reader, 'withdraw', 2, { reason: 'x' })).status).toBe(404)
  })

  test('a dispute waits for its figure, and for a second person', async () => {
    const id = await enterOne()
    const { answer } = await send(people.contributor, { address: `${base}/disputes`, body: disputeOf(id) })
    const address = `/disputes/${answer.id}`
    const act = (person: ApiPerson, name: string, version: number, body: object = {}) =>
      send(person, { address: `${address}/${name}`, version, body })
    expect((await act(people.reviewer, 'approve', 1)).answer.detail).toContain('approve the figure first')
    await verb(people.reviewer, id, 'approve', 1)
    const body = { aspect: 'occurrence', reason: 'The event was denied.' }
    expect((await send(people.contributor, { method: 'PATCH', address, version: 1, body })).status).toBe(200)
    expect((await act(people.contributor, 'approve', 2)).status).toBe(403)
    expect((await act(people.reviewer, 'approve', 2)).status).toBe(200)
    expect((await read(null, `/figures/${id}`)).answer.disputes).toMatchObject([
      { id: answer.id, aspect: 'occurrence' },
    ])
    await act(people.reviewer, 'withdraw', 2, { reason: 'Another figure was meant.' })
    expect((await read(null, `/figures/${id}`)).answer.disputes).toEqual([])
  })
})

describe('decisions', () => {
  test('a resolution waits in the queue, cannot be approved by its author, and is returned with a comment', async () => {
    const asOf = {
      start: '2023-09-28T13:00:00Z',
      end: '2023-09-28T13:00:00Z',
      precision: 'minute',
      stated: true,
      note: null,
    }
    const [id = ''] = await enter(figure({ asOf }))
    await verb(people.reviewer, id, 'approve', 1)
    const record = () =>
      send(people.editor, {
        address: `${base}/resolutions`,
        body: { figure: id, rule: 'majority', reason: 'The register was seen.' },
      })
    const first = (await record()).answer.id
    expect((await waitingOf(people.editor, '&kind=resolution')).find((one) => one.id === first)).toMatchObject({
      hindrance: 'own',
      figure: { id },
      rule: 'majority',
    })
    const ruleless = { figure: id, reason: 'The register was seen.' }
    expect(await send(people.editor, { address: `${base}/resolutions`, body: ruleless })).toMatchObject({
      status: 422,
      answer: { errors: [{ pointer: '/rule' }] },
    })
    expect((await send(people.editor, { address: `/resolutions/${first}/approve` })).status).toBe(403)
    expect(
      (await send(people.second, { address: `/resolutions/${first}/return`, body: { comment: 'Which?' } })).status,
    ).toBe(200)
    expect((await send(people.second, { address: `/resolutions/${first}/approve` })).status).toBe(409)
    expect((await send(people.reader, { address: `/resolutions/${first}/approve` })).status).toBe(404)
    const second = (await record()).answer.id
    expect((await send(people.second, { address: `/resolutions/${second}/approve` })).status).toBe(200)
    const { answer } = await read(null, `/figures/${id}`)
    expect(answer.headline).toMatchObject({
      rule: 'resolved',
      decidedBy: 'majority',
      rationale: expect.stringContaining('register was seen'),
    })
  })

  test('a grade is approved by somebody else who may grade', async () => {
    const grader = await signInToApi(ledger.db, 'grader', [{ role: 'reviewer', crisis: null }])
    const other = await signInToApi(ledger.db, 'other', [{ role: 'administrator', crisis: null }])
    const { answer } = await send(grader, {
      address: `/sources/${ids.gazette}/grades`,
      body: { reliability: 'C', reason: 'Two counts were wrong.' },
    })
    expect((await send(grader, { address: `/grades/${answer.id}/approve` })).status).toBe(403)
    expect((await read(other, '/waiting?kind=grade')).answer.items).toMatchObject([
      { id: answer.id, crisis: { slug: ids.slug }, source: { reliability: 'F' }, reliability: 'C', hindrance: null },
    ])
    expect((await send(other, { address: `/grades/${answer.id}/approve` })).status).toBe(200)
    expect((await send(other, { address: `/grades/${answer.id}/approve` })).status).toBe(409)
  })

  test('independence and the office check are recorded with their reason, and taken back', async () => {
    const { answer, status } = await send(people.reviewer, {
      address: `${base}/independences`,
      body: { a: ids.gazette, b: ids.ombudsman, reason: 'Own reporters.' },
    })
    expect(status).toBe(201)
    const holds = async () =>
      (await read(people.contributor, `${base}/independences`)).answer.items.map((one: { id: string }) => one.id)
    expect(await holds()).toContain(answer.id)
    expect((await read(people.reader, `${base}/independences`)).status).toBe(403)
    const reason = 'They share a reporter.'
    const address = `/independences/${answer.id}/withdraw`
    expect((await send(people.reader, { address, body: { reason } })).status).toBe(404)
    expect((await send(people.reviewer, { address, body: { reason } })).status).toBe(200)
    expect(await holds()).not.toContain(answer.id)
    const id = await enterOne()
    await verb(people.reviewer, id, 'approve', 1)
    const check = { method: 'Telephoned.', by: 'Duty officer', at: '2023-09-29T10:00:00Z' }
    expect((await send(people.reader, { address: `/figures/${id}/office-checks`, body: check })).status).toBe(403)
    expect((await send(people.reviewer, { address: `/figures/${id}/office-checks`, body: check })).status).toBe(201)
    expect((await read(null, `/figures/${id}`)).answer.officeCheck).toMatchObject({ method: 'Telephoned.' })
    const back = { address: `/figures/${id}/office-checks/withdraw`, body: { reason: 'Another figure was meant.' } }
    expect((await send(people.reviewer, back)).status).toBe(200)
    expect((await read(null, `/figures/${id}`)).answer.officeCheck).toBeNull()
    expect((await send(people.reviewer, back)).status).toBe(404)
  })
})

test('an approval in the audit log names each version, and the one it corrects', async () => {
  const [whole = '', part = ''] = await enter(figure(), figure(children()))
  await verb(people.reviewer, whole, 'approve', 1)
  const body = { coverage: 'In town.', reason: 'The text says so.' }
  await send(people.contributor, { method: 'PATCH', address: `/figures/${whole}`, version: 1, body })
  const approving = {
    address: `${base}/approvals`,
    body: {
      figures: [
        { id: part, version: 1 },
        { id: whole, version: 2 },
      ],
    },
  }
  expect((await send(people.reviewer, approving)).status).toBe(200)
  const [row] =
    await ledger.sql`select subject, details from audit_log where action = 'approve-figures' order by seq desc`
  expect(row).toEqual({
    subject: `crisis:${ids.crisis}`,
    details: {
      before: { state: 'submitted' },
      after: { state: 'approved' },
      figures: [
        { id: part, version: 1, corrects: null },
        { id: whole, version: 2, corrects: 1 },
      ],
    },
  })
  expect((await checkAuditChain(ledger.db)).broken).toBeNull()
})

test('every act stands in the audit log with what it was about', async () => {
  const rows =
    await ledger.sql`select distinct action from audit_log where action ~ '(figure|note|dispute|withdrawal|independence|check)'`
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'approve-figures',
      'return-figure',
      'submit-figure',
      'correct-figure',
      'withdraw-figure',
      'confirm-withdrawal',
      'correct-note',
      'withdraw-note',
      'correct-dispute',
      'withdraw-independence',
      'withdraw-office-check',
    ]),
  )
})
