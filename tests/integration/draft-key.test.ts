import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '@/db/new-id'
import { apiKeys, sessions } from '@/db/schema/accounts'
import { sha256 } from '@/db/sha256'
import { unattendedHeader } from '@/domain/workflow/unattended'
import { signOutEverywhere } from '@/services/accounts/own-account'
import { draftKeyOf } from '@/services/draft-key'
import { askApi } from '@/tests/support/ask-api'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { type ApiPerson, signInToApi } from '@/tests/support/sign-in-to-api'

let ledger: OpenLedger
let ani: ApiPerson
let ben: ApiPerson

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  ani = await signInToApi(ledger.db, 'ani', [{ role: 'contributor', crisis: null }])
  ben = await signInToApi(ledger.db, 'ben', [])
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

const ask = (headers: Record<string, string>) => askApi('/me/draft-key', headers)

test('a session is given its person’s key, the same each time, of 32 bytes, and nobody keeps the answer', async () => {
  const answers = await Promise.all([ask(ani.headers), ask(ani.headers)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[0]?.headers.get('cache-control')).toBe('private, no-store')
  const [one, two] = await Promise.all(answers.map((answer) => answer.json()))
  expect(one).toEqual({ userId: ani.id, key: expect.any(String) })
  expect(two).toEqual(one)
  expect(Buffer.from(one.key, 'base64')).toHaveLength(32)
})

test('another person’s key is another', async () => {
  const [one, two] = await Promise.all(
    [ask(ani.headers), ask(ben.headers)].map(async (answer) => (await answer).json()),
  )
  expect(two.userId).toBe(ben.id)
  expect(two.key).not.toBe(one.key)
})

test('nobody, an ended session and a program are given none', async () => {
  expect((await ask({})).status).toBe(401)
  expect((await ask({ cookie: 'attest.session_token=x.y' })).status).toBe(401)
  const key = `attest_${newId()}`
  const [createdAt, expiresAt] = [0, 60_000].map((later) => new Date(Date.now() + later).toISOString())
  if (!createdAt || !expiresAt) throw new Error('No time.')
  await ledger.db
    .insert(apiKeys)
    .values({ id: newId(), userId: ani.id, label: 'x', keyHash: sha256(key), prefix: 'attest_', createdAt, expiresAt })
  const answer = await ask({ authorization: `Bearer ${key}` })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('what a page asks by itself is answered and moves the end of the session no further; what a person asks does', async () => {
  const cleo = await signInToApi(ledger.db, 'cleo', [])
  const mine = eq(sessions.userId, cleo.id)
  const end = async () => (await ledger.db.select().from(sessions).where(mine))[0]?.expiresAt.getTime() ?? 0
  const soon = Date.now() + 5 * 60_000
  await ledger.db
    .update(sessions)
    .set({ expiresAt: new Date(soon) })
    .where(mine)
  expect((await ask({ ...cleo.headers, [unattendedHeader]: '1' })).status).toBe(200)
  expect(await end()).toBe(soon)
  expect((await ask(cleo.headers)).status).toBe(200)
  expect(await end()).toBeGreaterThan(soon + 20 * 60_000)
})

test('signing out everywhere keeps the key, and changes it for its person alone where that is asked', async () => {
  const as = ({ id }: ApiPerson) => ledger.as({ id, name: 'somebody', roles: [] })
  const keyOf = (person: ApiPerson) => draftKeyOf(as(person))
  const before = [await keyOf(ani), await keyOf(ben)]
  const ctx = as(ani)
  await signOutEverywhere({ ctx, input: {} })
  expect(await keyOf(ani)).toBe(before[0])
  await signOutEverywhere({ ctx, input: { forgetDrafts: 'on' } })
  expect(await keyOf(ani)).not.toBe(before[0])
  expect(await keyOf(ben)).toBe(before[1])
  await expect(signOutEverywhere({ ctx, input: { forgetDrafts: 'maybe' } as never })).rejects.toMatchObject({
    code: 'invalid',
  })
})
