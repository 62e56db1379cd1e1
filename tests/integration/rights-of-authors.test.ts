import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { writeOperations } from '@/app/api/v1/_contract/write-operations'
import { heldRoles } from '@/db/schema/accounts'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { type Role, roles } from '@/domain/workflow/actor'
import { apiRights } from '@/tests/integration/rights-table'
import { askApi } from '@/tests/support/ask-api'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, sendToApi, signInToApi } from '@/tests/support/sign-in-to-api'

// What a press of "publish" sets off afterwards writes by itself.
vi.mock('@/app/_server/jobs', () => ({ finishPress: async () => {}, sendOutSoon: async () => {} }))

let ledger: OpenLedger
let second: ApiPerson
let other: ApiPerson
let ids: Record<'ministry' | 'gazette' | 'ombudsman' | 'town' | 'shown' | 'paper', string>
const base = '/crises/tiny'
const all = roles.map((role) => ({ role, crisis: null }))

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  await ledger.loadTiny()
  const [keyed] = await ledger.sql`select
    (select id from sources where key = 'ministry') as ministry, (select id from sources where key = 'gazette') as gazette,
    (select id from sources where key = 'ombudsman') as ombudsman, (select id from places where key = 'town') as town,
    (select id from figures where key = 'count-killed') as shown`
  ids = keyed as typeof ids
  second = await signInToApi(ledger.db, 'second', all)
  other = await signInToApi(ledger.db, 'other', all)
  const paper = await made(other, `${base}/documents`, {
    publisher: ids.ministry,
    title: 'Statement',
    url: null,
    publishedAt: '2023-09-28T14:00:00Z',
    publishedPrecision: 'minute',
    language: 'en',
    text: 'The ministry said that 12 people were killed.',
    sensitivity: 'public',
  })
  ids.paper = paper.id
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

interface Act {
  address: string
  body?: object
  version?: number
  method?: string
}

async function send(person: ApiPerson, { address, body = {}, version, method = 'POST' }: Act): Promise<Response> {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
  return await sendToApi(person, { method, address, body, headers })
}

async function made(person: ApiPerson, address: string, body: object = {}, version?: number) {
  const response = await send(person, { address, body, ...(version === undefined ? {} : { version }) })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${address}: ${JSON.stringify(answer)}`)
  return answer
}

const citations = () => [{ document: ids.paper, quote: '12 people were killed', relation: 'direct' }]

/** What each noun is made by: the id of what its author entered, which waits. */
const enter = {
  figure: async (author: ApiPerson): Promise<string> => {
    const figure = {
      indicator: 'killed',
      population: everyone,
      places: [{ role: 'at', id: ids.town }],
      events: [],
      quantity: makeQuantity('exact', 12, null, '12'),
      unit: 'persons',
      basis: { kind: 'running-total', start: null, end: null, assumed: false },
      asOf: null,
      citations: citations(),
    }
    const body = { claimant: ids.ministry, saidAt: null, figures: [figure] }
    return (await made(author, `${base}/statements`, body)).figures[0].id
  },
  note: async (author: ApiPerson): Promise<string> => {
    const body = {
      kind: 'access',
      text: 'The road is closed.',
      saidBy: ids.ministry,
      asOf: null,
      places: [],
      figures: [],
    }
    return (await made(author, `${base}/notes`, { ...body, citations: citations() })).id
  },
  dispute: async (author: ApiPerson): Promise<string> => {
    const body = { figure: ids.shown, by: ids.ministry, aspect: 'number', statedAt: null, words: 'They deny it' }
    return (await made(author, `${base}/disputes`, { ...body, citations: citations() })).id
  },
}

const change = {
  figure: { coverage: 'In town.' },
  note: { text: 'The road was closed.' },
  dispute: { aspect: 'occurrence' },
}

type Prepare = (author: ApiPerson) => Promise<Act>

/** What stands before each act on a version: entered by its author, and what others did with it since. */
const onVersions = (noun: 'figure' | 'note' | 'dispute'): Record<string, Prepare> => {
  const path = `/${noun}s/{id}`
  const entered = async (author: ApiPerson, verb: string, body: object = {}) => {
    const id = await enter[noun](author)
    return { id, act: { address: `/${noun}s/${id}/${verb}`, version: 1, body } }
  }
  return {
    [`PATCH ${path}`]: async (author) => {
      const address = `/${noun}s/${await enter[noun](author)}`
      return { method: 'PATCH', address, version: 1, body: { ...change[noun], reason: 'The text says so.' } }
    },
    [`POST ${path}/approve`]: async (author) => (await entered(author, 'approve')).act,
    [`POST ${path}/return`]: async (author) => (await entered(author, 'return', { comment: 'Look again.' })).act,
    [`POST ${path}/submit`]: async (author) => {
      const { id, act } = await entered(author, 'submit', { comment: 'It is right.' })
      await made(second, `/${noun}s/${id}/return`, { comment: 'Look again.' }, 1)
      return act
    },
    [`POST ${path}/withdraw`]: async (author) => (await entered(author, 'withdraw', { reason: 'Entered twice.' })).act,
    // The author of a withdrawal is whoever withdrew.
    [`POST ${path}/confirm-withdrawal`]: async (author) => {
      const { id, act } = await entered(author, 'confirm-withdrawal')
      await made(second, `/${noun}s/${id}/approve`, {}, 1)
      await made(author, `/${noun}s/${id}/withdraw`, { reason: 'The office took it back.' }, 1)
      return act
    },
  }
}

const decision = async (author: ApiPerson) =>
  (
    await made(author, `${base}/resolutions`, {
      figure: ids.shown,
      rule: 'judgement',
      reason: 'It was counted by name.',
    })
  ).id
const grade = async (author: ApiPerson) =>
  (await made(author, `/sources/${ids.gazette}/grades`, { reliability: 'C', reason: 'Often right.' })).id
const check = { method: 'Telephoned.', by: 'Duty officer', at: '2023-09-29T10:00:00Z' }
const known = async (author: ApiPerson) => {
  const id = await enter.figure(author)
  await made(second, `/figures/${id}/approve`, {}, 1)
  return id
}
/** A draft, and how far it came: asked for by its author, approved by a second person. */
const draft = async (author: ApiPerson, ...verbs: ('request-approval' | 'approve')[]) => {
  const { id, content } = await made(author, `${base}/sitreps`, { kind: 'situation-report' })
  for (const verb of verbs) await made(verb === 'approve' ? second : author, `/sitreps/${id}/${verb}`, {}, 1)
  return {
    at: (verb: string) => ({ address: `/sitreps/${id}/${verb}`, version: 1 }),
    address: `/sitreps/${id}`,
    content,
  }
}

const preparations: Record<string, Prepare> = {
  ...onVersions('figure'),
  ...onVersions('note'),
  ...onVersions('dispute'),
  'POST /figures/{id}/office-checks': async (author) => ({
    address: `/figures/${await known(author)}/office-checks`,
    body: check,
  }),
  'POST /figures/{id}/office-checks/withdraw': async (author) => {
    const address = `/figures/${await known(author)}/office-checks`
    await made(author, address, check)
    return { address: `${address}/withdraw`, body: { reason: 'Another was meant.' } }
  },
  'POST /independences/{id}/withdraw': async (author) => {
    // Recorded by the last one asked, who may not have been able to take it back.
    const { items } = await (await askApi(`${base}/independences`, second.headers)).json()
    const left = items.find(({ reason }: { reason: string }) => reason === 'Own reporters.')
    if (left) await made(second, `/independences/${left.id}/withdraw`, { reason: 'Entered anew.' })
    const body = { a: ids.gazette, b: ids.ombudsman, reason: 'Own reporters.' }
    const { id } = await made(author, `${base}/independences`, body)
    return { address: `/independences/${id}/withdraw`, body: { reason: 'They share a reporter.' } }
  },
  'POST /resolutions/{id}/approve': async (author) => ({ address: `/resolutions/${await decision(author)}/approve` }),
  'POST /resolutions/{id}/return': async (author) => ({
    address: `/resolutions/${await decision(author)}/return`,
    body: { comment: 'Why this one?' },
  }),
  'POST /grades/{id}/approve': async (author) => ({ address: `/grades/${await grade(author)}/approve` }),
  'POST /grades/{id}/return': async (author) => ({
    address: `/grades/${await grade(author)}/return`,
    body: { comment: 'Why a C?' },
  }),
  'PATCH /sitreps/{id}': async (author) => {
    const { address, content } = await draft(author)
    return { method: 'PATCH', address, version: 1, body: content }
  },
  'POST /sitreps/{id}/request-approval': async (author) => (await draft(author)).at('request-approval'),
  'POST /sitreps/{id}/approve': async (author) => (await draft(author, 'request-approval')).at('approve'),
  'POST /sitreps/{id}/return': async (author) => ({
    ...(await draft(author, 'request-approval')).at('return'),
    body: { comment: 'A sentence is missing.' },
  }),
  'POST /sitreps/{id}/discard': async (author) => (await draft(author)).at('discard'),
  'POST /sitreps/{id}/publish': async (author) => (await draft(author, 'request-approval', 'approve')).at('publish'),
}

/** The routes that change what somebody entered. Sources, places and events are everybody's. */
const changing = Object.values<WriteOperation>(writeOperations)
  .filter(
    ({ path, isAsking }) =>
      !isAsking && /^\/(figures|notes|disputes|resolutions|independences|grades|sitreps)\/\{id\}/.test(path),
  )
  .map(({ method, path }) => `${method} ${path}`)

test('every route that changes what somebody entered is tried, and none besides', () => {
  expect(Object.keys(preparations).sort()).toEqual([...new Set(changing)].sort())
})

test.each(changing)(
  '%s, by each role, of one’s own and of somebody else’s',
  async (label) => {
    const row = apiRights[label]
    const prepare = preparations[label]
    if (!row || !prepare || typeof row.who === 'string') throw new Error(`No row says who may ${label}`)
    const { who, whose = { own: who, others: who } } = row
    for (const role of roles.filter((one) => one !== 'reader')) {
      for (const of of ['own', 'others'] as const) {
        const asker = await signInToApi(ledger.db, role, all)
        const act = await prepare(of === 'own' ? asker : other)
        await leave(asker, role)
        const response = await send(asker, act)
        const said = `${role}, ${of}: ${label}`
        const wanted = whose[of].includes(role)
          ? expect.toBeOneOf([200, 201])
          : expect.toBeOneOf(refusals(label, who.includes(role)))
        expect([said, response.status, await response.text()]).toEqual([said, wanted, expect.anything()])
      }
    }
  },
  120_000,
)

/** Whoever lacks the role may also not know that there is such an object; of a draft, that one wrote in it oneself is told as what is to be mended. */
function refusals(label: string, hasRole: boolean): number[] {
  if (!hasRole) return [403, 404]
  return label === 'POST /sitreps/{id}/approve' ? [422] : [403]
}

/** Takes all other roles from a person. */
async function leave({ id }: ApiPerson, role: Role): Promise<void> {
  await ledger.db
    .update(heldRoles)
    .set({ endedAt: new Date().toISOString(), endedBy: id })
    .where(and(eq(heldRoles.userId, id), ne(heldRoles.role, role)))
}
