import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { exportFormats } from '@/app/api/v1/_answers/list-route'
import { operations } from '@/app/api/v1/_contract/operations'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { readEnv } from '@/config/env'
import { checkAuditChain } from '@/db/repositories/read-audit'
import { findingCodes } from '@/domain/checks/finding'
import { everyone } from '@/domain/population/population'
import { makeQuantity, qualifiers } from '@/domain/quantity/quantity'
import { wants } from '@/domain/sending/subscription'
import { roles } from '@/domain/workflow/actor'
import { archiveDocument } from '@/services/archive-document'
import { unsubscribeToken } from '@/services/sending/unsubscribe-token'
import { accountActs, doorForSignedIn } from '@/tests/integration/rights-table'
import { addAccount, openBrowser, password } from '@/tests/support/accounts'
import {
  arbitraryOfSchema,
  hostileValues,
  hostileVariantsOf,
  type KnownFields,
} from '@/tests/support/arbitrary-of-schema'
import { askApi } from '@/tests/support/ask-api'
import { analyst, type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

// What a press of "publish" sets off afterwards writes by itself.
vi.mock('@/app/_server/jobs', () => ({ finishPress: async () => {}, sendOutSoon: async () => {} }))

const bodies = 5000
const seed = 20_230_919
/** The ids of what there is are read anew after so many bodies, since some of them were written. */
const readAnewEvery = 100

let ledger: OpenLedger
let people: ApiPerson[]
let paper: string
/** What there is, by the first part of its address. */
let there: Record<string, string[]> = {}
const written: WriteOperation[] = Object.values(writeOperations)

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  const crisis = await ledger.loadTiny()
  await ledger.loadTiny({ slug: 'other' })
  // One whose settings nothing here changes.
  await ledger.loadTiny({ slug: 'as-it-was' })
  const [ministry] = await ledger.sql`select id from sources where key = 'ministry' and crisis_id = ${crisis}`
  const archived = await archiveDocument({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      publisher: ministry?.id,
      title: 'Statement',
      url: 'https://example.org/statement',
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-28T15:00:00Z',
      text: 'The ministry said that 12 people were killed, five of them children. 30 were injured.',
      sensitivity: 'public',
    },
  })
  paper = archived.id
  const all = roles.map((role) => ({ role, crisis: null }))
  // Two write, so that what the one enters the other may approve; the others are what is done to accounts.
  const names = ['one', 'two', 'three', 'four']
  people = await Promise.all(names.map((name) => signInToApi(ledger.db, name, all)))
  await lookWhatIsThere()
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function lookWhatIsThere() {
  const tables = {
    figures: 'figures',
    notes: 'notes',
    disputes: 'disputes',
    statements: 'statements',
    sources: 'sources',
    places: 'places',
    events: 'events',
    documents: 'documents',
    resolutions: 'resolutions',
    grades: 'source_grades',
    independences: 'source_independences',
    sitreps: 'sitrep_drafts',
  }
  const entries = Object.entries(tables).map(async ([noun, table]) => {
    const rows = await ledger.sql`select id from ${ledger.sql(table)}`
    return [noun, rows.map(({ id }) => String(id))] as const
  })
  there = Object.fromEntries(await Promise.all(entries))
  there.crises = (await ledger.sql`select slug from crises`).map(({ slug }) => String(slug))
  there.indicators = (await ledger.sql`select key from indicators`).map(({ key }) => String(key))
}

/** The number of rows of every table and the newest transaction in each: any write that was kept changes it. */
async function readStand(): Promise<{ stand: string; audit: number }> {
  standQuery ??= await makeStandQuery()
  const rows = await ledger.sql.unsafe(standQuery)
  const audit = rows.find(({ name }) => name === 'audit_log')
  return { stand: JSON.stringify(rows), audit: Number(audit?.count) }
}
let standQuery: string | undefined

async function makeStandQuery(): Promise<string> {
  // A session notes its use.
  const tables = await ledger.sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'sessions' order by 1`
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) as count, max(xmin::text::bigint) as newest from "${name}"`,
  )
  return parts.join(' union all ')
}

const one = (noun: string) => fc.nat().map((n) => there[noun]?.[n % there[noun].length] ?? 'none')
const some = (noun: string) => fc.array(one(noun), { maxLength: 3 })
const quantities = fc
  .tuple(fc.constantFrom(...qualifiers), fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .filter(([qualifier, low]) => qualifier !== 'fewer-than' || low > 0)
  .map(([qualifier, low, more]) => makeQuantity(qualifier, low, low + more, String(low)))

const moments = fc.constantFrom(null, {
  start: '2023-09-20T08:00:00.000Z',
  end: '2023-09-20T08:00:00.000Z',
  precision: 'minute',
  stated: true,
  note: null,
})
const spans = fc.constantFrom(
  { start: '2023-09-20T08:00:00.000Z', end: '2023-09-20T08:00:00.000Z', precision: 'minute' },
  { start: '2023-09-20T20:00:00.000Z', end: '2023-09-21T20:00:00.000Z', precision: 'day' },
)

const quotes = fc.constantFrom('12 people were killed', 'five of them children', '30 were injured', 'killed')

/** Texts of files as they are imported, some of them broken. */
const files = [
  'Two people were killed.',
  'name,level,pcode,parent\nNorth,admin1,XN,\nTown,settlement,XN01,XN',
  '#adm1+name;#adm1+code;#geo+lat;#geo+lon\nSouth;XS;1e9;-',
  'name,level\n"open,settlement',
  '{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,39]]]}',
  '{"type":"FeatureCollection","features":[{"properties":{"name":"\\u0000"},"geometry":{"type":"Polygon","coordinates":[[[1e999]]]}},null]}',
  `{"type":"Polygon","coordinates":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
]

const known: KnownFields = {
  claimant: one('sources'),
  publisher: one('sources'),
  by: one('sources'),
  saidBy: one('sources'),
  a: one('sources'),
  b: one('sources'),
  ombudsman: fc.option(one('sources')),
  claimantOrder: some('sources'),
  preferredSources: some('sources'),
  document: one('documents'),
  figure: one('figures'),
  figures: fc.oneof(
    some('figures'),
    fc.array(fc.record({ id: one('figures'), version: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  note: one('notes'),
  statement: one('statements'),
  event: one('events'),
  events: some('events'),
  place: fc.option(one('places')),
  places: fc.array(fc.record({ role: fc.constantFrom('at', 'from', 'to'), id: one('places') }), { maxLength: 2 }),
  parent: fc.option(fc.oneof(one('sources'), one('places'), one('events'))),
  partOf: fc.option(fc.oneof(one('figures'), fc.record({ entry: fc.nat({ max: 2 }) }))),
  indicator: fc.constantFrom('killed', 'injured', 'displaced', 'missing'),
  unit: fc.constant('persons'),
  population: fc.constantFrom(everyone, { ...everyone, age: 'child' }),
  quantity: quantities,
  derived: fc.constant(null),
  basis: fc.constant({ kind: 'running-total', start: null, end: null, assumed: false }),
  citations: fc.array(
    fc.record({
      document: fc.constant(null).map(() => paper),
      quote: quotes,
      relation: fc.constantFrom('direct', 'relayed'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  acknowledged: fc.constantFrom(Object.keys(findingCodes).map((code) => ({ code, reason: 'Looked at.' }))),
  text: fc.constantFrom(...files),
  quote: quotes,
  timeZone: fc.constantFrom('Asia/Yerevan', 'UTC', 'America/St_Johns'),
  asOf: moments,
  saidAt: moments,
  statedAt: moments,
  from: spans,
  to: fc.option(spans, { freq: 1 }),
  language: fc.constantFrom('en', 'hy'),
  embargoUntil: fc.constant(null),
  publishedAt: fc.constant('2023-09-28T14:00:00Z'),
  publishedPrecision: fc.constantFrom('minute', 'day'),
  retrievedAt: fc.constant('2023-09-28T15:00:00Z'),
  point: fc.option(fc.constant({ lat: 39.8, lon: 46.7 })),
  slug: fc.stringMatching(/^[a-z]{4,12}$/),
  fourEyes: fc.boolean(),
  crisis: one('crises'),
}

const junkJson = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    'null',
    '0',
    '""',
    '[]',
    '{}',
    '[{}]',
    '{"__proto__":{"reason":"x"}}',
    '{"reason":"x","reason":null}',
  ),
  fc.nat({ max: 3 }).map((n) => `${'['.repeat(10 ** (n + 2))}${']'.repeat(10 ** (n + 2))}`),
  fc.nat({ max: 3 }).map((n) => `${'{"a":'.repeat(10 ** (n + 2))}1${'}'.repeat(10 ** (n + 2))}`),
  fc.constantFrom('1e999', '-1e999', `{"version":${'9'.repeat(400)}}`, '[1e-400]'),
)
const noJson = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
  fc.constantFrom('{', '{"a":', "{'a':1}", '\ufeff{}', 'undefined', 'NaN', '{"a":1}}', '<xml/>', ''),
)

type Body = string | Uint8Array<ArrayBuffer>
/** Where `figures` are what is entered, not what is named. */
const entering: string[] = ['enterStatement', 'enterFigures', 'checkStatement']
const { figures: _, ...knownButFigures } = known

const bodyOf = ({ id, body }: WriteOperation): fc.Arbitrary<Body> => {
  const made = arbitraryOfSchema(body, entering.includes(id) ? knownButFigures : known)
  const text = (value: unknown) => JSON.stringify(value) ?? 'null'
  return fc.oneof(
    { arbitrary: made.map(text), weight: 3 },
    { arbitrary: hostileVariantsOf(made).map(text), weight: 2 },
    { arbitrary: junkJson, weight: 3 },
    { arbitrary: noJson as fc.Arbitrary<Body>, weight: 2 },
  )
}

const junkIds = fc.constantFrom(
  'none',
  '%00',
  '%ff',
  '%F0%9F%92%A9',
  "'",
  '..',
  'a'.repeat(300),
  '0',
  '-1',
  '%7B%7D',
  '%22',
)
const addressOf = ({ path }: WriteOperation): fc.Arbitrary<string> => {
  const [, noun = ''] = path.split('/')
  const name = noun === 'crises' ? fc.constantFrom('tiny', 'tiny', 'other') : one(noun)
  const id = fc.oneof({ arbitrary: name, weight: 12 }, { arbitrary: junkIds, weight: 1 })
  return id.map((given) => path.replace(/\{\w+\}/, given))
}
const requests = fc.constantFrom(...written).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    address: addressOf(operation),
    body: bodyOf(operation),
    person: fc.nat({ max: 1 }),
    version: fc.oneof(
      { arbitrary: fc.constantFrom('1', '"1"', '2', '"3"'), weight: 9 },
      { arbitrary: fc.constantFrom('', '0', '"999999999"', '*', 'W/"1"', '-1', '99999999999999999999'), weight: 1 },
    ),
    isSentTwice: fc.boolean(),
  }),
)

test(`of ${bodies} bodies none makes a 5xx, none is half written, and what is answered well stands in the log once`, async () => {
  const failures: string[] = []
  const defects = vi.spyOn(console, 'error').mockImplementation(() => {})
  const told = new Map<number, number>()
  const wellDone = new Set<string>()
  let before = await readStand()
  let done = 0
  const check = async ({ operation, address, body, person, version, isSentTwice }: RequestOfFuzz) => {
    if (done++ % readAnewEvery === 0) await lookWhatIsThere()
    const headers = { 'idempotency-key': randomUUID(), ...(version ? { 'if-match': version } : {}) }
    const request = { method: operation.method, address, headers, body }
    const response = await send(people[person], request)
    const { status } = response
    const answer = await response.text()
    const after = await readStand()
    const isWell = status >= 200 && status < 300
    const fail = (what: string) => {
      const shown = typeof body === 'string' ? body.slice(0, 400) : `bytes ${body.join(' ')}`
      const error = defects.mock.calls.at(-1)?.[0]
      failures.push(
        `${what}: ${operation.method} ${address} ${status} ${answer.slice(0, 300)}\n  sent ${shown}\n  ${status >= 500 ? tellDefect(error) : ''}`,
      )
    }
    if (isWell) wellDone.add(operation.id)
    told.set(status, (told.get(status) ?? 0) + 1)
    if (status >= 500) fail('a 5xx')
    if (!isWell && after.stand !== before.stand) fail('refused and written')
    const acts = after.audit - before.audit
    // Pressed again, "publish" changes nothing.
    const fewest = operation.isAsking || operation.id === 'publishSitrep' ? 0 : 1
    if (isWell && (acts < fewest || acts > (operation.isAsking ? 0 : 1))) fail(`${acts} rows of the log`)
    if (isWell && operation.isAsking && after.stand !== before.stand) fail('asked and written')
    before = after
    if (!isWell || operation.isAsking || !isSentTwice) return
    const again = await send(people[person], request)
    if (again.status !== status || (await again.text()) !== answer) fail(`sent again it is answered ${again.status}`)
    if ((await readStand()).stand !== before.stand) fail('sent again it is written again')
  }
  await fc.assert(fc.asyncProperty(requests, check), { numRuns: bodies, seed, endOnFailure: true })
  console.log(
    `Answers by status: ${[...told]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  )
  expect(failures.length, `seed ${seed}\n${failures.slice(0, 40).join('\n')}\n`).toBe(0)
  expect(wellDone.size).toBeGreaterThan(written.length / 3)
  expect(told.get(200)).toBeGreaterThan(20)
  expect(told.get(201)).toBeGreaterThan(20)
}, 1_800_000)

type RequestOfFuzz = typeof requests extends fc.Arbitrary<infer Value> ? Value : never

async function send(
  person: ApiPerson | undefined,
  { body, ...request }: Omit<Parameters<typeof sendToApi>[1], 'body'> & { body: Body },
) {
  if (typeof body === 'string') return await sendToApi(person ?? null, { ...request, body })
  const headers = { 'content-type': 'application/json', ...person?.headers, ...request.headers }
  return await askApi(request.address, headers, { method: request.method ?? 'POST', body })
}

function tellDefect(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` <- ${error.cause.message}` : ''
  const at = (error.stack ?? '')
    .split('\n')
    .find((line) => line.includes('/services/') || line.includes('/domain/') || line.includes('/app/'))
  return `${error.message.slice(0, 200)}${cause} ${at?.trim() ?? ''}`
}

const acts = Object.keys(accountActs).filter((act) => act !== 'sign-out-everywhere')
const accountBodies = fc.record(
  {
    id: fc.oneof(
      fc.nat({ max: 1 }).map((n) => people[n + 2]?.id ?? ''),
      hostileValues,
    ),
    name: fc.oneof(fc.constant('Somebody'), hostileValues),
    email: fc.oneof(fc.emailAddress(), hostileValues),
    roles: fc.oneof(
      fc.constantFrom<unknown>([], [{ role: 'reader', crisis: null }], [{ role: 'owner', crisis: 'none' }]),
      hostileValues,
    ),
    token: fc.oneof(fc.constant('0'.repeat(43)), hostileValues),
    password: fc.oneof(fc.constant('correct horse battery staple'), hostileValues),
    label: fc.oneof(fc.constant('Script'), hostileValues),
    days: fc.oneof(fc.constantFrom(30, 90), hostileValues),
  },
  { requiredKeys: [] },
)

test('of 500 bodies about accounts none makes a 5xx, and what is refused stands nowhere in the log', async () => {
  const { POST } = await import('@/app/api/accounts/[action]/route')
  const failures: string[] = []
  const check = async (act: string, body: Body) => {
    const before = (await readStand()).audit
    const headers = { ...people[0]?.headers, 'content-type': 'application/json' }
    const request = new Request(`http://localhost/api/accounts/${act}`, { method: 'POST', headers, body })
    const { status } = await POST(request, { params: Promise.resolve({ action: act }) })
    const isWritten = (await readStand()).audit !== before
    if (status >= 500 || (status >= 400 && isWritten)) failures.push(`${act} ${status} ${String(body).slice(0, 300)}`)
  }
  const sent = fc.oneof(
    { arbitrary: accountBodies.map((body) => JSON.stringify(body)), weight: 4 },
    { arbitrary: junkJson, weight: 1 },
    { arbitrary: noJson as fc.Arbitrary<Body>, weight: 1 },
  )
  await fc.assert(fc.asyncProperty(fc.constantFrom(...acts), sent, check), { numRuns: 500, seed, endOnFailure: true })
  expect(failures.length, `seed ${seed}\n${failures.slice(0, 40).join('\n')}\n`).toBe(0)
}, 300_000)

/** How a request of nobody, or of somebody at a browser, comes in from an address of the network where nobody asked before. */
const fromAnywhere = (person: ApiPerson | undefined, type: string) => ({
  ...(person?.headers ?? { origin: 'http://localhost', host: 'localhost' }),
  'content-type': type,
  'x-attest-client': randomUUID(),
})

/** What a refusal may leave: that somebody tried, and how often. */
const ofTries = ['audit_log', 'audit_head', 'rate_limits', 'verifications']
const readAllButTries = async () =>
  JSON.parse((await readStand()).stand).filter(({ name }: { name: string }) => !ofTries.includes(name))

const doorSteps = [
  'sign-in/email',
  'two-factor/verify-totp',
  'two-factor/verify-backup-code',
  'reset-password',
  ...Object.keys(doorForSignedIn),
  'get-session',
  'sign-up/email',
  '__proto__',
]

test('of 500 bodies at the door none makes a 5xx, and what is refused changes nothing', async () => {
  const { POST } = await import('@/app/api/auth/[...all]/route')
  const account = await addAccount(ledger, ['contributor'])
  const signedIn = { ...openBrowser(ledger) }
  await signedIn.ask('sign-in/email', { email: account.email, password })
  const person: ApiPerson = {
    id: account.id,
    headers: { origin: 'http://localhost', host: 'localhost', cookie: signedIn.headers().get('cookie') ?? '' },
  }
  const passwords = fc.oneof(fc.constantFrom(password, 'a much longer new password', 'short'), hostileValues)
  const codes = fc.oneof(fc.constantFrom('123456', '123 456', 'abcde-fghij'), hostileValues)
  const fields = {
    email: fc.oneof(fc.constantFrom(account.email, account.email.toUpperCase()), fc.emailAddress(), hostileValues),
    password: passwords,
    currentPassword: passwords,
    newPassword: passwords,
    code: codes,
    token: fc.oneof(fc.constant('0'.repeat(43)), hostileValues),
    callbackURL: fc.oneof(fc.constant('https://elsewhere.example'), hostileValues),
  }
  const sent = fc.oneof(
    { arbitrary: fc.record(fields, { requiredKeys: [] }).map((body) => JSON.stringify(body)), weight: 6 },
    { arbitrary: junkJson, weight: 1 },
    { arbitrary: noJson as fc.Arbitrary<Body>, weight: 1 },
  )
  const failures: string[] = []
  const told = new Map<number, number>()
  const check = async (step: string, body: Body, isSignedIn: boolean) => {
    const before = await readAllButTries()
    const headers = fromAnywhere(isSignedIn ? person : undefined, 'application/json')
    const request = new Request(`http://localhost/api/auth/${step}`, { method: 'POST', headers, body })
    const { status } = await POST(request, { params: Promise.resolve({ all: step.split('/') }) })
    told.set(status, (told.get(status) ?? 0) + 1)
    const isChanged = JSON.stringify(await readAllButTries()) !== JSON.stringify(before)
    if (status >= 500 || (status >= 400 && isChanged)) failures.push(`${step} ${status} ${String(body).slice(0, 300)}`)
  }
  const steps = fc.constantFrom(...doorSteps)
  await fc.assert(fc.asyncProperty(steps, sent, fc.boolean(), check), { numRuns: 500, seed, endOnFailure: true })
  expect(failures.length, `seed ${seed}\n${failures.slice(0, 40).join('\n')}\n`).toBe(0)
  expect([...told.keys()]).toEqual(expect.arrayContaining([200, 401, 404, 422]))
}, 300_000)

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  hostileValues.map((value) => String(value).slice(0, 2000)),
)
/** A form as browsers send it, or something that says it is one. */
const formBodies = (names: Record<string, fc.Arbitrary<string>>) =>
  fc.oneof(
    {
      arbitrary: fc
        .record(
          Object.fromEntries(
            Object.entries(names).map(([name, value]) => [
              name,
              fc.oneof({ arbitrary: value, weight: 8 }, { arbitrary: words, weight: 1 }),
            ]),
          ),
        )
        .map((fields) => new URLSearchParams(fields).toString() as Body),
      weight: 4,
    },
    { arbitrary: noJson as fc.Arbitrary<Body>, weight: 1 },
  )
const formTypes = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json',
  'nonsense',
)
const addresses = fc.oneof(
  fc.constantFrom('http://localhost/crises/tiny?asOf=2023-09-20', 'http://localhost//elsewhere.example/', 'data:x,y'),
  words.map((text) => new URLSearchParams([['at', text]]).toString()),
)

test('of 300 forms that ask for mails or a theme none makes a 5xx, what is refused is not written, and none leads to another site', async () => {
  // What the environment says was read once, by the tests before.
  const env = readEnv()
  const before = { SMTP_URL: undefined, MAIL_FROM: undefined, ATTEST_URL: undefined, ...env }
  Object.assign(env, {
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Attest <attest@example.org>',
    ATTEST_URL: 'https://figures.example.org',
  })
  onTestFinished(() => void Object.assign(env, before))
  // The mails go nowhere, which is told.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const subscriptions = await import('@/app/api/subscriptions/[action]/route')
  const theme = await import('@/app/theme/route')
  const bodies = formBodies({
    crisis: fc.constantFrom('as-it-was', 'as-it-was', 'tiny', 'none'),
    email: fc.stringMatching(/^[a-z]{3,9}@example\.org$/),
    language: fc.constantFrom('en', 'hy', 'xx'),
    wants: fc.constantFrom(...wants, 'all'),
    token: fc.constantFrom('none', 'a.b', '0'.repeat(43)),
    theme: fc.constantFrom('dark', 'light'),
    'List-Unsubscribe': fc.constant('One-Click'),
  })
  // What the links of mails are signed with is made when it is first needed.
  await unsubscribeToken(ledger.db, 'nobody')
  const failures: string[] = []
  const told = new Map<number, number>()
  const check = async (act: string, body: Body, type: string, address: string) => {
    const before = await readAllButTries()
    const headers = { ...fromAnywhere(undefined, type), referer: address }
    const request = new Request(`http://localhost/api/subscriptions/${act}?token=${encodeURIComponent(address)}`, {
      method: 'POST',
      headers,
      body,
    })
    const params = Promise.resolve({ action: act })
    const { status, headers: answered } =
      act === 'theme' ? await theme.POST(request) : await subscriptions.POST(request, { params })
    told.set(status, (told.get(status) ?? 0) + 1)
    const isChanged = JSON.stringify(await readAllButTries()) !== JSON.stringify(before)
    const location = answered.get('location') ?? '/'
    const leads = new URL(location, 'http://localhost').origin
    if (status >= 500 || (status >= 400 && isChanged) || leads !== 'http://localhost')
      failures.push(`${act} ${status} ${location} ${type} ${String(body).slice(0, 300)}`)
  }
  const acts = fc.constantFrom('subscribe', 'subscribe', 'confirm', 'end', 'theme', '__proto__')
  const run = fc.asyncProperty(acts, bodies, formTypes, addresses, check)
  const good: [string, Body, string, string] = [
    'subscribe',
    'crisis=as-it-was&email=reader%40example.org&language=en&wants=link',
    'application/x-www-form-urlencoded',
    'http://localhost/crises/tiny',
  ]
  await fc.assert(run, { numRuns: 300, seed, endOnFailure: true, examples: [good] })
  expect(failures.length, `seed ${seed}\n${failures.slice(0, 40).join('\n')}\n`).toBe(0)
  expect([...told.keys()]).toEqual(expect.arrayContaining([303, 404]))
  expect(Number((await ledger.sql`select count(*) from subscribers`)[0]?.count)).toBeGreaterThan(0)
}, 300_000)

test('of 100 files to verify none makes a 5xx, and none is kept', async () => {
  const { POST, GET } = await import('@/app/api/verify/route')
  const file = fc.oneof(
    noJson as fc.Arbitrary<Body>,
    words.map((text) => `%PDF-1.7\n${text}\n%%EOF` as Body),
    words.map(
      (text) =>
        `--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${text}\r\n--x--\r\n` as Body,
    ),
  )
  const types = fc.constantFrom('application/pdf', 'multipart/form-data; boundary=x', 'multipart/form-data', 'nonsense')
  const failures: string[] = []
  const before = await readAllButTries()
  const check = async (body: Body, type: string, hash: string) => {
    const headers = fromAnywhere(undefined, type)
    const { status } = await POST(new Request('http://localhost/api/verify', { method: 'POST', headers, body }))
    if (status >= 500) failures.push(`${status} ${type} ${String(body).slice(0, 300)}`)
    const asked = await GET(new Request(`http://localhost/api/verify?${new URLSearchParams({ sha256: hash })}`))
    if (asked.status >= 500) failures.push(`${asked.status} ${hash.slice(0, 300)}`)
  }
  await fc.assert(fc.asyncProperty(file, types, words, check), { numRuns: 100, seed, endOnFailure: true })
  expect(failures.length, `seed ${seed}\n${failures.slice(0, 40).join('\n')}\n`).toBe(0)
  expect(await readAllButTries()).toEqual(before)
}, 300_000)

test('after all that the log holds, and every list of every crisis can be read, by the public and at the desk', async () => {
  expect((await checkAuditChain(ledger.db)).broken).toBeNull()
  const lists = Object.values(operations).filter(({ kind, path }) => kind === 'list' && path.includes('{crisis}'))
  const failed: string[] = []
  for (const slug of ['tiny', 'other', ...(there.crises ?? []).slice(0, 5)]) {
    for (const { path } of lists) {
      const address = path.replace('{crisis}', slug)
      const query = path.endsWith('changes') ? '?since=2023-09-01' : ''
      const files = exportFormats.map((ending) => `${address}.${ending}`)
      for (const one of [address, ...files]) {
        for (const headers of [{}, people[0]?.headers]) {
          const { status } = await askApi(`${one}${query}`, headers)
          if (status !== 200) failed.push(`${one} ${status}`)
        }
      }
    }
  }
  expect(failed).toEqual([])
}, 180_000)
