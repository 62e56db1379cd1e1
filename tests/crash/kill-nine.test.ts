import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { checkAuditChain } from '@/db/repositories/read-audit'
import { groupBy } from '@/domain/collection/group-by'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { freePort, removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'
import { projectRoot } from '@/scripts/project.mjs'
import { archiveDocument } from '@/services/archive-document'
import { loadDataset } from '@/services/load-dataset'
import { administrator, analyst, reviewer } from '@/tests/support/open-ledger'
import { type ApiPerson, signInToApi } from '@/tests/support/sign-in-to-api'
import { tinyDataset } from '@/tests/support/tiny-dataset'

const writers = 8
const kills = 20
/** Until the next kill so many writes are acknowledged, so that each falls among writes. */
const writesBetween = 6
/** What the product promises is 10 s on a quiet machine; how long it took is printed. */
const patienceSeconds = 120

const home = temporaryHome()
let address: string
let port: number
let open: OpenDatabase
let url: string
let server: ChildProcess
let output = ''
let people: ApiPerson[]
let ids: Record<'ministry' | 'town' | 'paper', string>

beforeAll(async () => {
  url = (await startDatabase({ home })).url
  await migrate(url)
  open = openDatabase(url)
  const as = (actor: typeof administrator) =>
    ({ db: open.db, actor, audience: 'internal', locale: 'en', now: () => new Date() }) as const
  const input = { dataset: tinyDataset(), author: analyst, approver: reviewer }
  const { id: crisis } = await loadDataset({ ctx: as(administrator), input })
  const [keyed] = await open.sql`select (select id from places where key = 'town') as town,
    (select id from sources where key = 'ministry') as ministry`
  const { id: paper } = await archiveDocument({
    ctx: as(analyst),
    input: {
      crisis,
      publisher: keyed?.ministry,
      title: 'Statement',
      url: null,
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      retrievedAt: '2023-09-28T15:00:00Z',
      text: 'The ministry said that 12 people were killed.',
      sensitivity: 'public',
    },
  })
  ids = { ministry: keyed?.ministry, town: keyed?.town, paper }
  port = await freePort()
  address = `http://127.0.0.1:${port}`
  people = await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      signInToApi(open.db, `writer-${index}`, [{ role: 'contributor', crisis }]),
    ),
  )
  await open.close()
  startServer()
  await waitUntilReady()
})

afterAll(async () => {
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  await stopDatabase(home)
  removeHome(home)
})

function startServer() {
  server = spawn(process.execPath, [path.join('tests', 'support', 'serve-durably.mjs'), home, String(port)], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const read = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000)
  }
  server.stdout?.on('data', read)
  server.stderr?.on('data', read)
}

const isReady = async () =>
  await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  )

async function waitUntilReady(isAnew: () => boolean = () => true): Promise<number> {
  const start = Date.now()
  while (!(isAnew() && (await isReady()))) {
    if (Date.now() - start > patienceSeconds * 1000) throw new Error(`Attest is not ready again. ${output}`)
    await sleep(50)
  }
  return (Date.now() - start) / 1000
}

const postmaster = () => {
  const file = path.join(home, 'data', 'postmaster.pid')
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : 0
}

/** kill -9, and the seconds until `/readyz` says ready again. Whoever looks after the server starts it again; the database is started by the server. */
async function kill(what: 'server' | 'database' | 'both'): Promise<number> {
  const old = postmaster()
  if (what !== 'server') process.kill(old, 'SIGKILL')
  if (what !== 'database') {
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    startServer()
  }
  return await waitUntilReady(() => what === 'server' || ![0, old].includes(postmaster()))
}

const statement = (speaker: string) => ({
  claimant: ids.ministry,
  speaker,
  saidAt: null,
  figures: [
    {
      indicator: 'killed',
      population: everyone,
      places: [{ role: 'at', id: ids.town }],
      events: [],
      quantity: makeQuantity('exact', 12, null, '12'),
      unit: 'persons',
      basis: { kind: 'running-total', start: null, end: null, assumed: false },
      asOf: null,
      citations: [{ document: ids.paper, quote: '12 people were killed', relation: 'direct' }],
    },
  ],
})

interface Acknowledged {
  key: string
  id: string
}

/** Enters one statement after another, each under its own key, and each again and again until it is acknowledged. */
async function write(
  person: ApiPerson,
  { isOver, told, tried }: { isOver: () => boolean; told: Acknowledged[]; tried: { keys: number; answers: number[] } },
) {
  const send = async (key: string): Promise<Response | null> =>
    await fetch(`${address}/api/v1/crises/tiny/statements`, {
      method: 'POST',
      headers: {
        cookie: person.headers.cookie ?? '',
        origin: address,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(statement(key)),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
  while (!isOver()) {
    const key = randomUUID()
    tried.keys += 1
    while (!isOver()) {
      const response = await send(key)
      const answer = await response?.json().catch(() => null)
      if (response) tried.answers.push(response.status)
      if (response?.status === 201 && answer) {
        told.push({ key, id: answer.id })
        break
      }
      // Whatever else is answered is that the ledger is away, or nothing: tried again.
      expect([null, 503]).toContain(response?.status === 201 ? null : (response?.status ?? null))
      await sleep(100)
    }
  }
}

test('What is asked as soon as the port is open is answered', async () => {
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
  startServer()
  const ask = async (): Promise<Response> =>
    await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(30_000) }).catch(async (error) => {
      if (error.cause?.code !== 'ECONNREFUSED') throw error
      await sleep(2)
      return await ask()
    })
  expect((await ask()).ok).toBe(true)
  await waitUntilReady()
})

test(`${kills} kill -9 among ${writers} writers lose and double nothing that was acknowledged`, async () => {
  const told: Acknowledged[] = []
  const tried = { keys: 0, answers: [] as number[] }
  let isOver = false
  const writing = Promise.all(people.map((person) => write(person, { isOver: () => isOver, told, tried })))
  const seconds: Record<'server' | 'database' | 'both', number[]> = { server: [], database: [], both: [] }
  const work = async () => {
    for (let number = 0; number < kills && !isOver; number++) {
      const enough = told.length + writesBetween
      while (!isOver && told.length < enough) await sleep(20)
      await sleep(Math.random() * 300)
      const what = number % 10 === 9 ? 'both' : number % 2 === 0 ? 'server' : 'database'
      seconds[what].push(await kill(what))
    }
    const enough = told.length + writers
    while (!isOver && told.length < enough) await sleep(20)
  }
  try {
    // A writer that fails ends the run.
    await Promise.race([work(), writing])
  } finally {
    isOver = true
    await writing
  }
  for (const [what, times] of Object.entries(seconds)) {
    console.log(`ready again after kill -9 of ${what} in ${times.map((one) => one.toFixed(1)).join(', ')} s`)
  }
  const away = tried.answers.filter((status) => status !== 201).length
  console.log(`${told.length} of ${tried.keys} statements acknowledged, ${away} answers that the ledger is away`)

  open = openDatabase(url)
  try {
    const kept = await open.sql`select speaker as key, id,
      (select count(*)::int from figures where statement_id = statements.id) as figures,
      (select count(*)::int from audit_log where subject = 'statement:' || statements.id) as acts,
      (select count(*)::int from idempotency_keys as held where held.key = speaker and held.answer is not null) as keys
      from statements where speaker is not null`
    const byKey = groupBy(kept, ({ key }) => String(key))
    expect([...byKey].filter(([, rows]) => rows.length > 1)).toEqual([])
    expect(kept.filter(({ figures, acts, keys }) => figures !== 1 || acts !== 1 || keys !== 1)).toEqual([])
    expect(told.filter(({ key, id }) => byKey.get(key)?.[0]?.id !== id)).toEqual([])
    expect(kept.length).toBeLessThanOrEqual(told.length + writers)
    expect((await checkAuditChain(open.db)).broken).toBeNull()
  } finally {
    await open.close()
  }
})
