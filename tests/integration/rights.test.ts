import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exportFormats } from '@/app/api/v1/_answers/list-route'
import { deskOperations } from '@/app/api/v1/_contract/desk-operations'
import type { Operation } from '@/app/api/v1/_contract/operation'
import { operations } from '@/app/api/v1/_contract/operations'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { apiKeys, sessions, users } from '@/db/schema/accounts'
import { sha256 } from '@/db/sha256'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import { type HeldRole, type Role, roles } from '@/domain/workflow/actor'
import messages from '@/messages/en.json'
import { finishPublishing } from '@/services/sitreps/publish-draft'
import {
  accountActs,
  apiRights,
  doorForSignedIn,
  knowers,
  type Noun,
  otherRights,
  type Row,
  readers,
  type Variant,
} from '@/tests/integration/rights-table'
import { askApi, routeMethods } from '@/tests/support/ask-api'
import { administrator, type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

// Outside Next there is no request to read headers from; the charts read the host alone.
vi.mock('next/headers', () => ({ headers: async () => new Headers({ host: 'localhost' }) }))
// Nor a locale; the feeds' words are those of the pages.
vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace: keyof typeof messages) => createTranslator({ locale: 'en', messages, namespace }),
}))

/** Who asks: what they send, and what they hold at this moment. */
interface Asker {
  name: string
  headers: Record<string, string>
  held: HeldRole[]
  isSignedIn: boolean
  isProgram?: boolean
}

interface Subject {
  variant: Variant
  id: string
  crisis: 'tiny' | 'other' | null
}

let ledger: OpenLedger
let askers: Asker[]
let makers: Record<'one' | 'two', ApiPerson>
let crisisIds: Record<'tiny' | 'other', string>
let subjects: Record<Noun, Subject[]>
const missing = '01890000-0000-7000-8000-000000000000'
const versionOne = { 'if-match': '"1"' }

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  const line = {
    indicator: 'killed',
    population: everyone,
    places: [{ role: 'at' as const, id: 'town' }],
    events: ['blast'],
    basis: 'running-total' as const,
    unit: 'persons' as const,
  }
  const chart = { subtitle: 'People killed', lines: [{ label: 'All', scope: line }], band: false, daily: false }
  const charts = [{ ...chart, key: 'killed', section: 'casualties' as const }]
  vi.stubEnv('ATTEST_URL', 'https://figures.example.org')
  crisisIds = { tiny: await ledger.loadTiny({ charts }), other: await ledger.loadTiny({ slug: 'other', charts }) }
  await ledger.sql`update crises set relief_web = relief_web || '{"source": [1503], "country": [13]}'`
  const all = roles.map((role) => ({ role, crisis: null }))
  makers = { one: await signInToApi(ledger.db, 'one', all), two: await signInToApi(ledger.db, 'two', all) }
  const made = [await makeObjects('tiny'), await makeObjects('other')]
  const nouns = Object.keys(knowers) as Noun[]
  subjects = Object.fromEntries(
    nouns.map((noun) => [
      noun,
      [...made.flatMap((one) => one[noun] ?? []), { variant: 'missing', id: missing, crisis: null }],
    ]),
  ) as Record<Noun, Subject[]>
  askers = await makeAskers()
}, 300_000)

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

/** In a crisis: what everybody may see, what only the desk may, and what nobody approved yet. Words mark what is hidden. */
async function makeObjects(slug: 'tiny' | 'other'): Promise<Partial<Record<Noun, Subject[]>>> {
  const { one, two } = makers
  const crisis = crisisIds[slug]
  const base = `/crises/${slug}`
  const send = async (person: ApiPerson, address: string, body: object, version?: number) => {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
    const response = await sendToApi(person, { address, body, headers })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${address}: ${JSON.stringify(answer)}`)
    return answer
  }
  const idOf = async (table: string, where: string) => {
    const rows = await ledger.sql.unsafe(
      `select * from ${table} where (crisis_id = '${crisis}' or crisis_id is null) and ${where} limit 1`,
    )
    return rows[0] as unknown as { id: string; crisis_id: string | null; statement_id: string; source_id: string }
  }
  const ministry = await idOf('sources', "key = 'ministry'")
  const town = await idOf('places', "key = 'town'")
  const names = (name: string) => [{ name, language: 'en' }]
  const source = await send(one, `${base}/sources`, {
    names: names('zzinternal source'),
    kind: 'media',
    parent: null,
    party: null,
  })
  const place = await send(one, `${base}/places`, {
    level: 'settlement',
    parent: null,
    pcode: null,
    point: null,
    names: [{ name: 'zzinternal place', language: 'en', usedBy: 'local' }],
  })
  const span = { start: '2023-09-20T08:00:00.000Z', end: '2023-09-20T08:00:00.000Z', precision: 'minute' }
  const event = await send(one, `${base}/events`, {
    title: 'zzinternal event',
    place: null,
    from: span,
    to: null,
    parent: null,
  })
  const document = (title: string, sensitivity: string) =>
    send(one, `${base}/documents`, {
      publisher: ministry.id,
      title,
      url: null,
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-28T15:00:00Z',
      text: `${title}: 12 people were killed.`,
      sensitivity,
    })
  const paper = await document('A statement', 'public')
  const secret = await document('zzinternal document', 'internal')
  const citations = [{ document: paper.id, quote: '12 people were killed', relation: 'direct' }]
  const figure = (change: object) => ({
    indicator: 'killed',
    population: everyone,
    places: [{ role: 'at', id: town.id }],
    events: [],
    quantity: makeQuantity('exact', 12, null, '12'),
    unit: 'persons',
    basis: { kind: 'running-total', start: null, end: null, assumed: false },
    asOf: null,
    citations,
    ...change,
  })
  const enter = async (claimant: string, change: object) => {
    const { id, figures } = await send(one, `${base}/statements`, { claimant, saidAt: null, figures: [figure(change)] })
    return { statement: String(id), figure: String(figures[0].id) }
  }
  const note = (text: string, sensitivity: string) =>
    send(one, `${base}/notes`, {
      kind: 'access',
      text,
      saidBy: ministry.id,
      asOf: null,
      places: [],
      figures: [],
      citations,
      sensitivity,
    })
  const dispute = (of: string, words: string) =>
    send(one, `${base}/disputes`, { figure: of, by: ministry.id, aspect: 'number', statedAt: null, words, citations })
  const approve = (noun: string, id: string) => send(two, `/${noun}s/${id}/approve`, {}, 1)

  const hidden = await enter(source.id, {
    sensitivity: 'internal',
    coverage: 'zzinternal figure',
    places: [{ role: 'at', id: place.id }],
    events: [event.id],
  })
  await approve('figure', hidden.figure)
  const waiting = await enter(ministry.id, { coverage: 'zzwaiting figure' })
  const internalNote = await note('zzinternal note', 'internal')
  const partnersNote = await note('zzpartners note', 'partners')
  const waitingNote = await note('zzwaiting note', 'public')
  await approve('note', internalNote.id)
  await approve('note', partnersNote.id)
  const shown = await idOf('figures', "key = 'count-killed'")
  const internalDispute = await dispute(hidden.figure, 'zzinternal words')
  await approve('dispute', internalDispute.id)
  const waitingDispute = await dispute(shown.id, 'zzwaiting words')
  const resolution = await send(one, `${base}/resolutions`, {
    figure: shown.id,
    rule: 'judgement',
    reason: 'zzwaiting decision',
  })

  const published = await send(one, `${base}/sitreps`, { kind: 'situation-report' })
  await send(one, `/sitreps/${published.id}/request-approval`, {}, 1)
  await send(two, `/sitreps/${published.id}/approve`, {}, 1)
  await send(one, `/sitreps/${published.id}/publish`, {}, 1)
  const renderPdf = async () => new TextEncoder().encode('%PDF-1.7')
  await finishPublishing({ ctx: ledger.as(administrator), draft: published.id, compose: composeSitrep, renderPdf })
  const draft = await send(one, `${base}/sitreps`, { kind: 'situation-report' })

  const at = (variant: Variant, id: string, owner: string | null = crisis): Subject => ({
    variant,
    id,
    crisis: owner === null ? null : slug,
  })
  const existing = async (table: string, key: string) => at('public', (await idOf(table, `key = '${key}'`)).id)
  return {
    figure: [at('public', shown.id), at('internal', hidden.figure), at('waiting', waiting.figure)],
    statement: [at('public', shown.statement_id), at('internal', hidden.statement), at('waiting', waiting.statement)],
    note: [await existing('notes', 'basements'), at('internal', internalNote.id), at('waiting', waitingNote.id)],
    dispute: [
      await existing('disputes', 'denial'),
      at('internal', internalDispute.id),
      at('waiting', waitingDispute.id),
    ],
    document: [await existing('documents', 'post'), at('internal', secret.id)],
    event: [await existing('events', 'blast'), at('internal', event.id)],
    source: [at('public', ministry.id, ministry.crisis_id), at('internal', source.id)],
    place: [at('public', town.id, town.crisis_id), at('internal', place.id)],
    draft: [at('waiting', draft.id)],
    resolution: [at('waiting', resolution.id)],
    independence: [at('waiting', (await idOf('source_independences', 'true')).id)],
  }
}

async function makeAskers(): Promise<Asker[]> {
  const { db } = ledger
  const everywhere = roles.map((role): HeldRole => ({ role, crisis: null }))
  const person = async (name: string, held: HeldRole[]): Promise<Asker & { id: string }> => {
    const { id, headers } = await signInToApi(db, name.replaceAll(' ', '-'), held)
    return { id, name, headers, held, isSignedIn: true }
  }
  const program = async (name: string, held: HeldRole[], revoked = false): Promise<Asker> => {
    const { id } = await person(name, held)
    const key = `attest_${randomUUID()}`
    const now = new Date()
    await db.insert(apiKeys).values({
      id: randomUUID(),
      userId: id,
      label: 'Script',
      keyHash: sha256(key),
      prefix: 'attest_',
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
      ...(revoked ? { revokedAt: now.toISOString(), revokedBy: id } : {}),
    })
    const headers = { authorization: `Bearer ${key}` }
    return { name, headers, held: revoked ? [] : held, isSignedIn: !revoked, isProgram: true }
  }
  const made: Asker[] = [
    { name: 'nobody', headers: { origin: 'http://localhost', host: 'localhost' }, held: [], isSignedIn: false },
    await person('a person without roles', []),
    await person(
      'all roles in the other crisis',
      roles.map((role) => ({ role, crisis: crisisIds.other })),
    ),
    await program('a program of all roles', everywhere),
    await program('a program of a reader', [{ role: 'reader', crisis: null }]),
    await program('a program whose key was revoked', everywhere, true),
  ]
  for (const role of roles) {
    made.push(await person(`${role} for all`, [{ role, crisis: null }]))
    made.push(await person(`${role} here`, [{ role, crisis: crisisIds.tiny }]))
  }
  const disabled = await person('somebody disabled', everywhere)
  await db
    .update(users)
    .set({ disabledAt: new Date().toISOString(), disabledBy: disabled.id })
    .where(eq(users.id, disabled.id))
  const ended = await person('somebody whose session ended', everywhere)
  await db
    .update(sessions)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(sessions.userId, ended.id))
  for (const one of [disabled, ended]) made.push({ ...one, held: [], isSignedIn: false })
  return made
}

const holds = ({ held }: Asker, wanted: readonly Role[], crisis: Subject['crisis']) =>
  held.some(
    ({ role, crisis: of }) => wanted.includes(role) && (of === null || (crisis !== null && of === crisisIds[crisis])),
  )

/** What the table says is answered: a status, or that the request goes on to be read. */
function expected(
  row: Row,
  asker: Asker,
  { variant, crisis }: Pick<Subject, 'variant' | 'crisis'>,
): number | 'goes on' {
  const { who, of } = row
  if (who === 'everybody') {
    const known = of ? readers[of]?.[variant] : 'everybody'
    return known === 'everybody' || (known && holds(asker, known, crisis)) ? 'goes on' : 404
  }
  if (!asker.isSignedIn) return 401
  if (variant === 'missing' && !row.wholeLedger) return 404
  if (row.browserOnly && asker.isProgram) return 403
  if (who === 'signed-in') return 'goes on'
  if (row.anywhere ? asker.held.some(({ role }) => who.includes(role)) : holds(asker, who, crisis)) return 'goes on'
  // What serves all crises is nobody's secret.
  const known = of && crisis ? knowers[of][variant] : 'everybody'
  return known === 'everybody' || (known && holds(asker, known, crisis)) ? 403 : 404
}

/** Where a row is asked: each crisis or each object, and once more where the address is about neither. */
function placesOf(
  label: string,
  { of }: Row,
): (Pick<Subject, 'variant' | 'crisis'> & { address: string; id: string })[] {
  const [, template = ''] = label.split(' ')
  const fill = (address: string) =>
    address.replace('{number}', '1').replace('{key}', 'killed').replace('[[...path]]', 'nothing-here')
  if (of) return subjects[of].map((one) => ({ ...one, address: fill(template.replace('{id}', one.id)) }))
  if (!template.includes('{crisis}')) {
    return [{ variant: 'public', crisis: null, id: '', address: fill(template.replace('{id}', missing)) }]
  }
  return (['tiny', 'other'] as const).map((crisis) => ({
    variant: 'public',
    crisis,
    id: '',
    address: fill(template.replace('{crisis}', crisis)),
  }))
}

/** The files that a `{file}` may name, each with the row of its list; any other address with its own. */
async function filesOf(label: string, address: string): Promise<{ address: string; row: Row | undefined }[]> {
  if (!address.endsWith('{file}')) return [{ address, row: apiRights[label] }]
  const { detail } = await (await askApi(address.replace('{file}', 'none.csv'))).json()
  const lists: string[] = /There are: (.+)\.$/.exec(detail)?.[1]?.split(', ') ?? []
  expect(lists).not.toEqual([])
  return lists.flatMap((list) =>
    exportFormats.map((format) => ({
      address: address.replace('{file}', `${list}.${format}`),
      row: apiRights[label.replace('{file}', list)],
    })),
  )
}

function withQuery(address: string): string {
  if (/\/changes(\.\w+)?$/.test(address)) return `${address}?since=2023-09-01`
  if (address.endsWith('/lookup')) return `${address}?kind=source&q=zz`
  return address
}

const auditRows = async () => Number((await ledger.sql`select count(*) from audit_log`)[0]?.count)

/** A program's headers are its key alone: no page's origin. */
const ask = (asker: Asker, address: string, headers: Record<string, string> = {}) =>
  askApi(withQuery(address), { ...asker.headers, ...headers })

const statusOf = (response: Response, address: string) =>
  response.status === 404 && address.endsWith('nothing-here') ? 200 : response.status

const rows = Object.entries(apiRights)
const reads = rows.filter(([label]) => label.startsWith('GET'))
const writes = rows.filter(([label]) => !label.startsWith('GET'))

describe('the table is whole', () => {
  test('it has a row for every route of the API, and none besides', async () => {
    const labels = (await routeMethods()).flatMap(({ address, methods }) => methods.map((one) => `${one} ${address}`))
    expect(Object.keys(apiRights).sort()).toEqual(labels.sort())
  })

  test('it has a row for every other route', async () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => path.basename(file) === 'route.ts' && !file.startsWith('api/v1/') && !file.includes('_server/'))
    const labels = await Promise.all(
      files.map(async (file) => {
        const handlers: object = await import(path.resolve('app', file))
        const address = `/${path.posix.dirname(file)}`.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')
        return ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
          .filter((one) => one in handlers)
          .map((one) => `${one} ${address}`)
      }),
    )
    expect(Object.keys(otherRights).sort()).toEqual(labels.flat().sort())
  })

  test('the contract promises what it says', () => {
    const promised = Object.values(writeOperations).map((one) => [`${one.method} ${one.path}`, one.roles] as const)
    for (const [label, who] of promised) expect([label, [...who].sort()]).toEqual([label, [...rolesIn(label)].sort()])
    for (const { path: address, roles: who = [] } of Object.values<Operation>({ ...operations, ...deskOperations })) {
      expect([address, [...who].sort()]).toEqual([address, [...rolesIn(`GET ${address}`)].sort()])
    }
  })
})

const rolesIn = (label: string) => {
  const who = apiRights[label]?.who
  return typeof who === 'object' ? who : []
}

/** Words that only the desk, only partners, or nobody but the desk's own lists may be told. */
const marks = {
  zzinternal: ['contributor', 'reviewer', 'editor', 'administrator'],
  zzpartners: roles,
  zzwaiting: [],
} as const satisfies Record<string, readonly Role[]>

/** What only the desk is told, it is told with what waits. */
const isOfDesk = (row: Row) => typeof row.who === 'object'

async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  return bytes.subarray(0, 2).toString() === 'PK' ? readArchive(bytes) : bytes.toString()
}

describe('who may read', () => {
  test.each(reads)(
    '%s',
    async (label, own) => {
      for (const place of placesOf(label, own)) {
        for (const { address, row } of await filesOf(label, place.address)) {
          if (!row) throw new Error(`No row says who may read ${address}`)
          await Promise.all(
            askers.map(async (asker) => {
              const wanted = expected(row, asker, place)
              const response = await ask(asker, address)
              const said = `${asker.name}, ${place.variant} of ${place.crisis}: ${address}`
              expect([said, statusOf(response, address)]).toEqual([said, wanted === 'goes on' ? 200 : wanted])
              if (asker.isSignedIn && !row.sameForAll) {
                expect([said, response.headers.get('cache-control')]).toEqual([
                  said,
                  expect.stringContaining('no-store'),
                ])
              }
              if (wanted === 'goes on') {
                expect([said, untold(asker, row, place.crisis, await textOf(response))]).toEqual([said, []])
              } else {
                const again = await ask(asker, address, { 'if-none-match': '*' })
                expect([said, again.status]).toEqual([said, wanted])
              }
            }),
          )
        }
      }
    },
    300_000,
  )

  test.each(['/waiting', '/audit', '/audit.csv'])(
    '%s tells of the crises one holds a role in alone',
    async (address) => {
      const here = Object.values(subjects).flatMap((all) => all.filter(({ crisis }) => crisis === 'tiny'))
      const [elsewhere] = askers.filter(({ name }) => name === 'all roles in the other crisis')
      const text = elsewhere ? await (await ask(elsewhere, address)).text() : ''
      expect(text).toContain('other')
      expect(here.filter(({ id }) => text.includes(id))).toEqual([])
      expect(text).not.toContain(crisisIds.tiny)
    },
  )

  test('what everybody may keep is not changed for them by If-None-Match of somebody signed in', async () => {
    const [nobody] = askers
    const address = '/crises/tiny/notes'
    const tag = nobody && (await ask(nobody, address)).headers.get('etag')
    expect(tag).toBeTruthy()
    for (const asker of askers) {
      const { status } = await ask(asker, address, { 'if-none-match': String(tag) })
      expect([asker.name, status]).toEqual([asker.name, asker.isSignedIn ? 200 : 304])
    }
  })
})

/** The marks in an answer that it may not hold; an address about no one crisis tells what is public, and to the desk what it holds roles for. */
function untold(asker: Asker, row: Row, crisis: Subject['crisis'], text: string): string[] {
  if (isOfDesk(row)) return []
  return Object.entries(marks)
    .filter(([mark, who]) => text.includes(mark) && !holds(asker, who, crisis))
    .map(([mark]) => mark)
}

describe('what is hidden is told apart from what is not there by nothing', () => {
  const objects = rows.filter(([, row]) => row.of)

  test.each(objects)(
    '%s',
    async (label, row) => {
      const [method = '', template = ''] = label.split(' ')
      const told = async (asker: Asker, id: string) => {
        const address = template.replace('{id}', id)
        const response = await sendOrAsk(asker, method, address)
        const body = (await response.text()).replaceAll(id, 'ID')
        return { status: response.status, body, headers: [...response.headers] }
      }
      for (const asker of askers) {
        const ofMissing = await told(asker, missing)
        for (const place of placesOf(label, row)) {
          if (expected(row, asker, place) !== 404) continue
          expect({ asker: asker.name, ...(await told(asker, place.id)) }).toEqual({ asker: asker.name, ...ofMissing })
        }
      }
    },
    180_000,
  )
})

const sendOrAsk = (asker: Asker, method: string, address: string) =>
  method === 'GET'
    ? ask(asker, address)
    : sendToApi({ id: '', headers: asker.headers }, { method, address, body: {}, headers: versionOne })

describe('who may write', () => {
  test.each(writes)(
    '%s',
    async (label, row) => {
      const [method = ''] = label.split(' ')
      const before = await auditRows()
      for (const place of placesOf(label, row)) {
        await Promise.all(
          askers.map(async (asker) => {
            const wanted = expected(row, asker, place)
            const person = { id: '', headers: asker.headers }
            // Whoever may is asked for fields or a version: nothing is done here.
            const response = await sendToApi(person, { method, address: place.address, body: '[]' })
            const said = `${asker.name}, ${place.variant} of ${place.crisis}: ${label}`
            expect([said, response.status]).toEqual([
              said,
              wanted === 'goes on' ? expect.toBeOneOf([422, 428]) : wanted,
            ])
            expect(response.headers.get('cache-control')).toContain('no-store')
            if (wanted === 'goes on') return
            expect([said, (await sendOrAsk(asker, method, place.address)).status]).toEqual([said, wanted])
          }),
        )
      }
      expect(await auditRows()).toBe(before)
    },
    180_000,
  )

  test('what one entered oneself another approves', async () => {
    const before = await auditRows()
    for (const noun of ['figure', 'note', 'dispute', 'draft', 'resolution'] as const) {
      const own = subjects[noun].find(({ variant }) => variant === 'waiting')
      const address = `/${noun === 'draft' ? 'sitrep' : noun}s/${own?.id}/approve`
      if (noun === 'draft') {
        await sendToApi(makers.one, { address: `/sitreps/${own?.id}/request-approval`, body: {}, headers: versionOne })
      }
      const { status } = await sendToApi(makers.one, { address, body: {}, headers: versionOne })
      expect([noun, status]).toEqual([noun, expect.toBeOneOf([403, 422])])
    }
    expect(await auditRows()).toBe(before + 1)
  })

  test('from another page nothing is taken, whoever sits at the browser', async () => {
    const before = await auditRows()
    for (const [label, row] of writes) {
      const [method = ''] = label.split(' ')
      const [place] = placesOf(label, row)
      const headers = { ...versionOne, origin: 'https://elsewhere.example' }
      const response = await sendToApi(makers.one, { method, address: place?.address ?? '', body: {}, headers })
      expect([label, response.status]).toEqual([label, 403])
    }
    expect(await auditRows()).toBe(before)
  })
})

describe('outside the API', () => {
  const charts = {
    dashboard: '/crises/tiny/charts/killed.csv',
    edition: '/crises/tiny/sitreps/1/charts/killed.csv',
  }
  const askChart = async (asker: Asker, kind: keyof typeof charts) => {
    const params = { crisis: 'tiny', number: '1', file: 'killed.csv' }
    const { GET } =
      kind === 'dashboard'
        ? await import('@/app/crises/[crisis]/charts/[file]/route')
        : await import('@/app/crises/[crisis]/sitreps/[number]/charts/[file]/route')
    const request = new Request(`http://localhost${charts[kind]}`, { headers: asker.headers })
    return await GET(request, { params: Promise.resolve(params) })
  }

  test.each(['dashboard', 'edition'] as const)(
    'a chart of the %s is for everybody, and kept by nobody who is signed in',
    async (kind) => {
      for (const asker of askers) {
        const response = await askChart(asker, kind)
        expect([asker.name, response.status]).toEqual([asker.name, 200])
        const cached = response.headers.get('cache-control')
        expect([asker.name, cached]).toEqual([
          asker.name,
          expect.stringContaining(asker.isSignedIn ? 'no-store' : 'public'),
        ])
        expect(untold(asker, { who: 'everybody' }, 'tiny', await textOf(response))).toEqual([])
      }
    },
  )

  const feeds = Object.entries(otherRights).filter(([label]) => label.includes('/feed.'))
  test.each(feeds)('%s tells what its reader may see, and is kept by nobody who is signed in', async (label, row) => {
    const address = label.replace('GET ', '')
    const { GET } = await import(path.resolve('app', `.${address.replace('{crisis}', '[crisis]')}`, 'route.ts'))
    const askFeed = async (asker: Asker, headers: Record<string, string> = {}) => {
      const request = new Request(`http://localhost${address.replace('{crisis}', 'tiny')}`, {
        headers: { ...asker.headers, ...headers },
      })
      return (await GET(request, { params: Promise.resolve({ crisis: 'tiny' }) })) as Response
    }
    for (const asker of askers) {
      const response = await askFeed(asker)
      expect([asker.name, response.status]).toEqual([asker.name, 200])
      const cached = String(response.headers.get('cache-control'))
      expect([asker.name, cached]).toEqual([
        asker.name,
        expect.stringContaining(asker.isSignedIn ? 'no-store' : 'public'),
      ])
      expect([asker.name, untold(asker, row, 'tiny', await response.text())]).toEqual([asker.name, []])
      const etag = response.headers.get('etag')
      expect([asker.name, etag === null]).toEqual([asker.name, asker.isSignedIn])
      const again = await askFeed(asker, { 'if-none-match': etag ?? '*' })
      expect([asker.name, again.status]).toEqual([asker.name, asker.isSignedIn ? 200 : 304])
    }
    const unknown = new Request('http://localhost/crises/none', { headers: askers[0]?.headers ?? {} })
    expect((await GET(unknown, { params: Promise.resolve({ crisis: 'none' }) })).status).toBe(404)
  })

  test('a feed of sitreps holds each edition, with its PDF, under an id of its own', async () => {
    const { GET } = await import('@/app/crises/[crisis]/sitreps/feed.json/route')
    const response = await GET(new Request('http://localhost/'), { params: Promise.resolve({ crisis: 'tiny' }) })
    const { items } = await response.json()
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(items.length)
    expect(items[0]).toMatchObject({
      url: expect.stringMatching(/\/crises\/tiny\/sitreps\/\d+\?edition=1$/),
      content_text: expect.stringContaining('[1]'),
      attachments: [{ mime_type: 'application/pdf', url: expect.stringContaining('/pdf?edition=1') }],
    })
  })

  // How the routes for everybody are asked; those that have tests of their own are the charts, the feeds, the door and the acts on accounts.
  const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) })
  const pdf = { method: 'POST', body: '%PDF-1.7 of somebody else', headers: { 'content-type': 'application/pdf' } }
  const wanted = { crisis: 'tiny', email: 'reader@example.org', language: 'en', wants: 'link' }
  const asked: Record<
    string,
    { query?: string; init?: RequestInit; params?: Record<string, string>; status: number }[]
  > = {
    'GET /healthz': [{ status: 200 }],
    'GET /readyz': [{ status: 200 }],
    'GET /unavailable': [{ query: '?from=/crises/tiny', status: 307 }],
    'POST /theme': [{ init: form({ theme: 'dark' }), status: 303 }],
    'GET /crises/{crisis}/sitreps/{number}/{file}': [
      { params: { crisis: 'tiny', number: '1', file: 'edition-1-en.pdf' }, status: 200 },
      { params: { crisis: 'tiny', number: '1', file: 'edition-2-en.pdf' }, status: 404 },
      // What is still being written is nobody's to download, whoever writes it.
      { params: { crisis: 'tiny', number: '2', file: 'edition-1-en.pdf' }, status: 404 },
    ],
    'GET /api/verify': [{ query: `?sha256=${'0'.repeat(64)}`, status: 200 }],
    'POST /api/verify': [{ init: pdf, status: 200 }],
    'POST /api/subscriptions/{action}': [
      { params: { action: 'subscribe' }, init: form(wanted), status: 303 },
      { params: { action: 'confirm' }, init: form({ token: 'none' }), status: 303 },
      { params: { action: 'end' }, init: form({ token: 'none' }), status: 404 },
      { params: { action: 'list' }, init: form({}), status: 404 },
    ],
    'GET /api/subscriptions/{action}': [
      { params: { action: 'end' }, query: '?token=none', status: 303 },
      { params: { action: 'subscribe' }, status: 404 },
    ],
  }
  const hasOwnTest = /\/charts\/|\/feed\.|\/api\/(auth|accounts)\//

  test('every other route is asked by everybody', () => {
    const labels = Object.keys(otherRights).filter((label) => !hasOwnTest.test(label))
    expect(Object.keys(asked).sort()).toEqual(labels.sort())
  })

  test.each(Object.entries(asked))(
    '%s answers everybody alike, and tells nothing that is hidden',
    async (label, ways) => {
      const [method = '', address = ''] = label.split(' ')
      const row = otherRights[label]
      const file = address.replaceAll(/\{(\w+)\}/g, '[$1]')
      const handler = (await import(path.resolve('app', `.${file}`, 'route.ts')))[method]
      const before = await auditRows()
      for (const { query = '', init, params = {}, status } of ways) {
        const told = new Set<string>()
        for (const asker of askers) {
          const own = { origin: 'http://localhost', host: 'localhost', 'x-attest-client': asker.name }
          const headers = { ...own, ...asker.headers, ...(init?.headers as Record<string, string> | undefined) }
          const request = new Request(`http://localhost${address}${query}`, { ...init, headers })
          const response: Response = await handler(request, { params: Promise.resolve(params) })
          expect([asker.name, params, response.status]).toEqual([asker.name, params, status])
          const kept = response.headers.get('cache-control') ?? 'no-store'
          if (asker.isSignedIn && !row?.sameForAll)
            expect([asker.name, kept]).toEqual([asker.name, expect.stringContaining('no-store')])
          const text = await textOf(response)
          expect([asker.name, untold(asker, { who: 'everybody' }, 'tiny', text)]).toEqual([asker.name, []])
          told.add(`${response.headers.get('location')} ${text}`)
        }
        expect(told.size, [...told].join('\n')).toBe(1)
      }
      expect(await auditRows()).toBe(before)
    },
  )

  test.each(Object.entries(doorForSignedIn))(
    '%s at the door is for whoever is signed in at a browser',
    async (step, body) => {
      const { POST } = await import('@/app/api/auth/[...all]/route')
      const before = await auditRows()
      for (const asker of askers.filter(({ isSignedIn, isProgram }) => !isSignedIn || isProgram)) {
        const headers = {
          origin: 'http://localhost',
          ...asker.headers,
          host: 'localhost',
          'content-type': 'application/json',
        }
        const request = new Request(`http://localhost/api/auth/${step}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        })
        const response = await POST(request, { params: Promise.resolve({ all: step.split('/') }) })
        expect([asker.name, response.status]).toEqual([asker.name, 401])
        expect(response.headers.get('cache-control')).toContain('no-store')
      }
      expect(await auditRows()).toBe(before)
    },
  )

  test('every act on accounts has a row', () => {
    const source = readFileSync('app/api/accounts/[action]/route.ts', 'utf8')
    const acts = [...source.matchAll(/^ {2}'([a-z-]+)':/gm)].map(([, name]) => name)
    expect(Object.keys(accountActs).sort()).toEqual(acts.sort())
  })

  // To sign out everywhere takes nothing that could be wrong: it would be done.
  const acts = Object.entries(accountActs).filter(([act]) => act !== 'sign-out-everywhere')
  test.each(acts)('%s of accounts', async (act, { who }) => {
    const before = await auditRows()
    for (const asker of askers) {
      const response = await actOnAccounts(asker, act, { id: 'none' })
      const isAtBrowser = asker.isSignedIn && !asker.isProgram
      const wanted =
        who === 'everybody'
          ? 422
          : !isAtBrowser
            ? 401
            : who === 'signed-in' || holds(asker, who, null)
              ? 'goes on'
              : 403
      const goesOn = expect.toBeOneOf([200, 404, 409, 422])
      const isReset = act === 'request-reset'
      expect([asker.name, response.status]).toEqual([asker.name, isReset || wanted === 'goes on' ? goesOn : wanted])
      expect(response.headers.get('cache-control')).toContain('no-store')
      const elsewhere = await actOnAccounts(asker, act, {}, { origin: 'https://elsewhere.example' })
      expect([asker.name, elsewhere.status]).toEqual([asker.name, 403])
    }
    expect(await auditRows()).toBe(before)
  })

  test('nobody but a person at a browser signs out everywhere', async () => {
    for (const asker of askers.filter(({ isSignedIn, isProgram }) => !isSignedIn || isProgram)) {
      expect([asker.name, (await actOnAccounts(asker, 'sign-out-everywhere', {})).status]).toEqual([asker.name, 401])
    }
  })

  test('nobody comes through the door from another page, and behind it is nothing else', async () => {
    const { POST } = await import('@/app/api/auth/[...all]/route')
    const knock = async (step: string, origin: string) => {
      const headers = { origin, host: 'localhost', 'content-type': 'application/json' }
      const request = new Request(`http://localhost/api/auth/${step}`, { method: 'POST', headers, body: '{}' })
      return (await POST(request, { params: Promise.resolve({ all: step.split('/') }) })).status
    }
    expect(await knock('sign-in/email', 'https://elsewhere.example')).toBe(403)
    for (const step of ['sign-up/email', 'admin/list-users', 'update-user', 'get-session']) {
      expect([step, await knock(step, 'http://localhost')]).toEqual([step, 404])
    }
  })
})

async function actOnAccounts(asker: Asker, act: string, body: object, headers: Record<string, string> = {}) {
  const { POST } = await import('@/app/api/accounts/[action]/route')
  const own = { origin: 'http://localhost', host: 'localhost', 'content-type': 'application/json' }
  const sent = { method: 'POST', headers: { ...own, ...asker.headers, ...headers }, body: JSON.stringify(body) }
  const request = new Request(`http://localhost/api/accounts/${act}`, sent)
  return await POST(request, { params: Promise.resolve({ action: act }) })
}

/** The text of all files of a zip archive, found by its central directory. */
function readArchive(archive: Buffer): string {
  const texts: string[] = []
  const mark = 'PK\u0001\u0002'
  for (let at = archive.indexOf(mark); at >= 0; at = archive.indexOf(mark, at + 4)) {
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const body = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    texts.push((archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8'))
  }
  return texts.join('\n')
}
