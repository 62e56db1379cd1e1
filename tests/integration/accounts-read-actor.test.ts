import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import { writeAccount } from '@/db/repositories/write-accounts'
import { apiKeys, heldRoles, sessions, users } from '@/db/schema/accounts'
import { sha256 } from '@/db/sha256'
import { unattendedHeader } from '@/domain/workflow/unattended'
import { readActor } from '@/services/accounts/read-actor'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

const start = new Date('2026-03-01T08:00:00.000Z')
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

let ledger: OpenLedger
let userId: string
beforeAll(async () => {
  ledger = await openLedger()
})
afterAll(() => ledger.close())

beforeEach(async () => {
  userId = newId()
  const roles = [
    { role: 'reviewer' as const, crisis: null },
    { role: 'contributor' as const, crisis: null },
  ]
  const account = {
    id: userId,
    name: 'Reviewer',
    email: `${userId}@example.org`,
    passwordHash: 'x',
    roles,
    grantedBy: null,
  }
  await ledger.db.transaction((tx) => writeAccount(tx, account, start.toISOString()))
})

const beginSession = async (): Promise<Record<string, string>> => {
  const token = newId()
  await ledger.db
    .insert(sessions)
    .values({ id: newId(), token, userId, createdAt: start, updatedAt: start, expiresAt: minutesIn(30) })
  return { cookie: `theme=dark; attest.session_token=${token}.c2lnbmF0dXJl` }
}
const beginKey = async (): Promise<Record<string, string>> => {
  const key = `attest_${newId()}`
  const row = { id: newId(), userId, label: 'Script', keyHash: sha256(key), prefix: 'attest_', createdAt: minutesIn(0) }
  const { createdAt } = row
  await ledger.db
    .insert(apiKeys)
    .values({ ...row, createdAt: createdAt.toISOString(), expiresAt: minutesIn(60).toISOString() })
  return { authorization: `Bearer ${key}` }
}
const read = (headers: Record<string, string>, now: Date) =>
  readActor({ db: ledger.db, headers: new Headers(headers), now })

describe('who asks', () => {
  it('is nobody without a cookie of ours or a key, and the database is not asked', async () => {
    const away = new Proxy({} as OpenLedger['db'], {
      get: () => {
        throw new Error('asked')
      },
    })
    for (const headers of [undefined, { cookie: 'theme=dark; session_token=x' }]) {
      expect(await readActor({ db: away, headers: new Headers(headers), now: start })).toBeNull()
    }
  })

  it('is the person of the session, with the roles held now', async () => {
    const headers = await beginSession()
    expect(await read(headers, minutesIn(1))).toMatchObject({
      userId,
      via: 'session',
      actor: {
        id: userId,
        name: 'Reviewer',
        roles: [
          { role: 'contributor', crisis: null },
          { role: 'reviewer', crisis: null },
        ],
      },
    })
    await ledger.db
      .update(heldRoles)
      .set({ endedAt: minutesIn(2).toISOString(), endedBy: userId })
      .where(eq(heldRoles.role, 'reviewer'))
    expect((await read(headers, minutesIn(2)))?.actor.roles).toEqual([{ role: 'contributor', crisis: null }])
  })

  it('is nobody half an hour after the last use', async () => {
    const headers = await beginSession()
    expect(await read(headers, minutesIn(29))).not.toBeNull()
    expect(await read(headers, minutesIn(58))).not.toBeNull()
    expect(await read(headers, minutesIn(88.1))).toBeNull()
  })

  it('is nobody twelve hours after signing in, however much the session was used', async () => {
    const headers = await beginSession()
    for (let minutes = 20; minutes < 720; minutes += 20) expect(await read(headers, minutesIn(minutes))).not.toBeNull()
    expect(await read(headers, minutesIn(721))).toBeNull()
  })

  it('is nobody half an hour after the last use, however often a page that stands open asks by itself', async () => {
    const headers = await beginSession()
    const byItself = { ...headers, [unattendedHeader]: '1' }
    expect(await read(headers, minutesIn(10))).not.toBeNull()
    for (let minutes = 11; minutes < 40; minutes += 0.5) expect(await read(byItself, minutesIn(minutes))).not.toBeNull()
    expect(await read(byItself, minutesIn(40.1))).toBeNull()
    expect(await read(headers, minutesIn(40.1))).toBeNull()
  })

  it('is noted at most once a minute', async () => {
    const headers = await beginSession()
    const end = async () => (await ledger.db.select().from(sessions).where(eq(sessions.userId, userId)))[0]?.expiresAt
    await read(headers, minutesIn(0.9))
    expect(await end()).toEqual(minutesIn(30))
    await read(headers, minutesIn(1.1))
    expect(await end()).toEqual(minutesIn(31.1))
  })

  it('is nobody as soon as the person is disabled, by session and by key', async () => {
    const given = [await beginSession(), await beginKey()]
    for (const headers of given) expect(await read(headers, minutesIn(1))).not.toBeNull()
    const spare = { id: newId(), name: 'Administrator', email: `${newId()}@example.org`, passwordHash: 'x' }
    await ledger.db.transaction((tx) =>
      writeAccount(
        tx,
        { ...spare, roles: [{ role: 'administrator', crisis: null }], grantedBy: null },
        start.toISOString(),
      ),
    )
    await ledger.db
      .update(users)
      .set({ disabledAt: minutesIn(1).toISOString(), disabledBy: spare.id })
      .where(eq(users.id, userId))
    for (const headers of given) expect(await read(headers, minutesIn(1))).toBeNull()
  })

  it('is the owner of a key until it is revoked or expires', async () => {
    const headers = await beginKey()
    expect(await read(headers, minutesIn(1))).toMatchObject({ userId, via: 'api-key' })
    expect(await read(headers, minutesIn(61))).toBeNull()
    await ledger.db
      .update(apiKeys)
      .set({ revokedAt: minutesIn(2).toISOString(), revokedBy: userId })
      .where(eq(apiKeys.userId, userId))
    expect(await read(headers, minutesIn(3))).toBeNull()
  })

  it('is nobody where a key is shown that is none, whatever the cookie says', async () => {
    const headers = await beginSession()
    for (const authorization of ['Bearer attest_unknown', 'Basic eDp5', 'Bearer', ''])
      expect(await read({ ...headers, authorization }, minutesIn(1))).toBeNull()
  })
})

describe('the record of accounts', () => {
  it('keeps roles: a grant ends once and is never deleted', async () => {
    const mine = eq(heldRoles.userId, userId)
    await expect(ledger.db.delete(heldRoles).where(mine)).rejects.toThrow()
    await expect(ledger.db.update(heldRoles).set({ role: 'editor' }).where(mine)).rejects.toThrow()
    await ledger.db
      .update(heldRoles)
      .set({ endedAt: minutesIn(1).toISOString(), endedBy: userId })
      .where(mine)
    await expect(ledger.db.update(heldRoles).set({ endedAt: null, endedBy: null }).where(mine)).rejects.toThrow()
  })

  it('gives one grant of a role for the same crises', async () => {
    const grant = { id: newId(), userId, role: 'reviewer' as const, grantedAt: start.toISOString() }
    await expect(ledger.db.insert(heldRoles).values(grant)).rejects.toThrow()
  })
})
