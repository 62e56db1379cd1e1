import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOpenInvitations } from '@/db/repositories/read-accounts'
import { heldRoles, invitations } from '@/db/schema/accounts'
import { auditLog } from '@/db/schema/audit-log'
import type { Actor, HeldRole } from '@/domain/workflow/actor'
import { acceptInvitation, readInvitation } from '@/services/accounts/accept-invitation'
import { inviteFirstAdministrator } from '@/services/accounts/first-administrator'
import { invitePerson, revokeInvitation } from '@/services/accounts/invite-person'
import { listPeople } from '@/services/accounts/list-people'
import {
  changeRoles,
  disablePerson,
  enablePerson,
  removeSecondFactor,
  signOutPerson,
} from '@/services/accounts/manage-person'
import { changeOwnName, createApiKey, revokeApiKey, signOutEverywhere } from '@/services/accounts/own-account'
import { readActor } from '@/services/accounts/read-actor'
import { makeResetLink } from '@/services/accounts/reset-password'
import { addAccount, openBrowser, password } from '@/tests/support/accounts'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let ledger: OpenLedger
let chief: Actor
beforeAll(async () => {
  ledger = await openLedger()
  chief = await addAccount(ledger, ['administrator'], { name: 'Chief' })
})
afterAll(() => ledger.close())

const asChief = () => ledger.as(chief)
const anybody = (): { name: string; email: string; roles: HeldRole[] } => ({
  name: 'New colleague',
  email: `${crypto.randomUUID()}@example.org`,
  roles: [{ role: 'contributor', crisis: null }],
})
const invite = async (person = anybody()) => {
  const { path, mail } = await invitePerson({ ctx: asChief(), input: person })
  return { ...person, token: path.split('/').at(-1) ?? '', mail }
}
const signedIn = async (email: string) => {
  const browser = openBrowser(ledger)
  await browser.ask('sign-in/email', { email, password })
  return browser
}
const tokenIn = (path: string) => path.split('/').at(-1)

describe('managing accounts', () => {
  const acts: Record<string, (ctx: ReturnType<OpenLedger['as']>) => Promise<unknown>> = {
    invitePerson: (ctx) => invitePerson({ ctx, input: anybody() }),
    revokeInvitation: (ctx) => revokeInvitation({ ctx, input: { id: 'x' } }),
    changeRoles: (ctx) => changeRoles({ ctx, input: { id: chief.id, roles: [] } }),
    disablePerson: (ctx) => disablePerson({ ctx, input: { id: chief.id } }),
    enablePerson: (ctx) => enablePerson({ ctx, input: { id: chief.id } }),
    signOutPerson: (ctx) => signOutPerson({ ctx, input: { id: chief.id } }),
    removeSecondFactor: (ctx) => removeSecondFactor({ ctx, input: { id: chief.id } }),
    makeResetLink: (ctx) => makeResetLink({ ctx, input: { id: chief.id } }),
    listPeople: (ctx) => listPeople({ ctx }),
  }
  it.each(Object.keys(acts))('%s rejects a reader, an administrator of one crisis, and nobody', async (name) => {
    const ofOne: HeldRole = { role: 'administrator', crisis: 'one-crisis' }
    for (const roles of [[{ role: 'reader', crisis: null }], [ofOne]] as HeldRole[][]) {
      await expect(acts[name]?.(ledger.as({ id: 'x', name: 'X', roles }))).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(acts[name]?.(ledger.as(null))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('of one’s own needs somebody who is signed in', async () => {
    const ctx = ledger.as(null)
    for (const act of [
      signOutEverywhere({ ctx, input: {} }),
      changeOwnName({ ctx, input: { name: 'X' } }),
      createApiKey({ ctx, input: { label: 'X', days: 30 } }),
      revokeApiKey({ ctx, input: { id: 'x' } }),
    ]) {
      await expect(act).rejects.toMatchObject({ code: 'unauthenticated' })
    }
  })
})

describe('an invitation', () => {
  it('makes a person with its roles, once', async () => {
    const { token, email, mail } = await invite()
    expect(mail).toBe('no-server')
    expect(await readInvitation({ ctx: ledger.as(null), token })).toMatchObject({ email, name: 'New colleague' })
    const input = { token, name: 'New Colleague', password }
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation({ ctx: ledger.as(null), input })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await readInvitation({ ctx: ledger.as(null), token })).toBeNull()
    await expect(acceptInvitation({ ctx: ledger.as(null), input })).rejects.toMatchObject({ code: 'not-found' })
    const who = await (await signedIn(email)).whoAmI()
    expect(who?.actor).toMatchObject({ name: 'New Colleague', roles: [{ role: 'contributor', crisis: null }] })
    const [grant] = await ledger.db
      .select()
      .from(heldRoles)
      .where(eq(heldRoles.userId, who?.userId ?? ''))
    expect(grant?.grantedBy).toBe(chief.id)
  })

  it('is kept as the hash of its token alone', async () => {
    const { token, email } = await invite()
    const [row] = await ledger.db.select().from(invitations).where(eq(invitations.email, email))
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('opens no longer once it is revoked, replaced by another, or 72 hours old', async () => {
    const gone = async (token: string, hours = 0) => {
      const ctx = { ...ledger.as(null), now: () => new Date(Date.now() + hours * 3_600_000) }
      return (await readInvitation({ ctx, token })) === null
    }
    const first = await invite()
    const second = await invite({ ...anybody(), email: first.email })
    expect(await gone(first.token)).toBe(true)
    expect(await gone(second.token)).toBe(false)
    expect(await gone(second.token, 71.9)).toBe(false)
    expect(await gone(second.token, 72.1)).toBe(true)
    const open = await readOpenInvitations(ledger.db, new Date().toISOString())
    const id = open.find(({ email }) => email === first.email)?.id ?? ''
    await revokeInvitation({ ctx: asChief(), input: { id } })
    expect(await gone(second.token)).toBe(true)
    await expect(revokeInvitation({ ctx: asChief(), input: { id } })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is refused for an address that has an account, without roles, and with a short password', async () => {
    const account = await addAccount(ledger, [])
    await expect(invite({ ...anybody(), email: account.email.toUpperCase() })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(invite({ ...anybody(), roles: [] })).rejects.toMatchObject({ errors: [{ pointer: '/roles' }] })
    const { token } = await invite()
    const input = { token, name: 'X', password: 'too short' }
    await expect(acceptInvitation({ ctx: ledger.as(null), input })).rejects.toMatchObject({
      errors: [{ pointer: '/password' }],
    })
  })
})

describe('roles', () => {
  it('change with the next request, and what was held stays on record', async () => {
    const account = await addAccount(ledger, ['contributor', 'reader'])
    const browser = await signedIn(account.email)
    const roles: HeldRole[] = [
      { role: 'reviewer', crisis: null },
      { role: 'reader', crisis: null },
    ]
    await changeRoles({ ctx: asChief(), input: { id: account.id, roles } })
    expect((await browser.whoAmI())?.actor.roles.map(({ role }) => role)).toEqual(['reader', 'reviewer'])
    const rows = await ledger.db.select().from(heldRoles).where(eq(heldRoles.userId, account.id))
    expect(rows.map(({ role, endedBy }) => [role, endedBy]).sort()).toEqual([
      ['contributor', chief.id],
      ['reader', null],
      ['reviewer', null],
    ])
    const log = await ledger.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `user:${account.id}`))
    expect(log.find(({ action }) => action === 'change-roles')?.details).toMatchObject({
      given: ['reviewer'],
      ended: ['contributor'],
    })
  })

  it('for a crisis there is none of are refused', async () => {
    const account = await addAccount(ledger, [])
    const roles: HeldRole[] = [{ role: 'reader', crisis: 'no-such-crisis' }]
    await expect(changeRoles({ ctx: asChief(), input: { id: account.id, roles } })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('of the last administrator cannot be ended, nor can they be disabled, also by two at once', async () => {
    const other = await openLedger()
    try {
      const [a, b] = [await addAccount(other, ['administrator']), await addAccount(other, ['administrator'])]
      const disable = (by: Actor, whom: Actor) => disablePerson({ ctx: other.as(by), input: { id: whom.id } })
      const outcomes = await Promise.allSettled([disable(a, b), disable(b, a)])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const left = outcomes[0]?.status === 'fulfilled' ? a : b
      const alone = { code: 'invalid', message: expect.stringContaining('last administrator') }
      await expect(disable(left, left)).rejects.toMatchObject(alone)
      await expect(changeRoles({ ctx: other.as(left), input: { id: left.id, roles: [] } })).rejects.toMatchObject(alone)
    } finally {
      await other.close()
    }
  })
})

describe('an account', () => {
  it('that is disabled is out at once, by session and key, until it is enabled', async () => {
    const account = await addAccount(ledger, ['reader'])
    const browser = await signedIn(account.email)
    const { key } = await createApiKey({ ctx: ledger.as(account), input: { label: 'Script', days: 30 } })
    const byKey = () =>
      readActor({ db: ledger.db, headers: new Headers({ authorization: `Bearer ${key}` }), now: new Date() })
    expect(await byKey()).toMatchObject({ userId: account.id, via: 'api-key' })
    await disablePerson({ ctx: asChief(), input: { id: account.id } })
    expect([await browser.whoAmI(), await byKey()]).toEqual([null, null])
    expect(await (await signedIn(account.email)).whoAmI()).toBeNull()
    await enablePerson({ ctx: asChief(), input: { id: account.id } })
    expect(await browser.whoAmI()).toBeNull()
    expect(await (await signedIn(account.email)).whoAmI()).not.toBeNull()
  })

  it('is signed out everywhere by its owner and by an administrator', async () => {
    const account = await addAccount(ledger, [])
    const browsers = [await signedIn(account.email), await signedIn(account.email)]
    await signOutEverywhere({ ctx: ledger.as(account), input: {} })
    for (const browser of browsers) expect(await browser.whoAmI()).toBeNull()
    const again = await signedIn(account.email)
    await signOutPerson({ ctx: asChief(), input: { id: account.id } })
    expect(await again.whoAmI()).toBeNull()
  })

  it('gets a new password by a link an administrator hands on, once, and is signed out', async () => {
    const account = await addAccount(ledger, [])
    const before = await signedIn(account.email)
    const { path } = await makeResetLink({ ctx: asChief(), input: { id: account.id } })
    const browser = openBrowser(ledger)
    const set = (newPassword: string) => browser.ask('reset-password', { token: tokenIn(path), newPassword })
    expect(await set('an entirely new password')).toMatchObject({ done: {} })
    expect(await set('and another one later')).toMatchObject({ refusal: { status: 400 } })
    expect(await before.whoAmI()).toBeNull()
    expect(
      await browser.ask('sign-in/email', { email: account.email, password: 'an entirely new password' }),
    ).toMatchObject({ done: {} })
    const log = await ledger.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `user:${account.id}`))
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(['make-reset-link', 'reset-password']))
  })

  it('shows its new name in the ledger', async () => {
    const account = await addAccount(ledger, [], { name: 'Before' })
    await changeOwnName({ ctx: ledger.as(account), input: { name: ' After ' } })
    expect((await (await signedIn(account.email)).whoAmI())?.actor.name).toBe('After')
    const { people } = await listPeople({ ctx: asChief() })
    expect(people.find(({ id }) => id === account.id)?.name).toBe('After')
  })

  it('ends its own keys and no one else’s', async () => {
    const [owner, other] = [await addAccount(ledger, []), await addAccount(ledger, [])]
    const { key } = await createApiKey({ ctx: ledger.as(owner), input: { label: 'Script', days: 30 } })
    const headers = new Headers({ authorization: `Bearer ${key}` })
    const id = (await readActor({ db: ledger.db, headers, now: new Date() }))?.sessionId ?? ''
    await expect(revokeApiKey({ ctx: ledger.as(other), input: { id } })).rejects.toMatchObject({ code: 'not-found' })
    await revokeApiKey({ ctx: ledger.as(owner), input: { id } })
    expect(await readActor({ db: ledger.db, headers, now: new Date() })).toBeNull()
  })
})

describe('the link of a first start', () => {
  it('makes the first administrator, is made anew at each start, and never again after', async () => {
    const fresh = await openLedger()
    try {
      const start = () => inviteFirstAdministrator({ db: fresh.db, now: new Date() })
      const [first, second] = [(await start()) ?? '', (await start()) ?? '']
      const ctx = fresh.as(null)
      expect(await readInvitation({ ctx, token: first })).toBeNull()
      expect(await readInvitation({ ctx, token: second })).toMatchObject({ email: null })
      const input = { token: second, name: 'First', password }
      await expect(acceptInvitation({ ctx, input })).rejects.toMatchObject({ errors: [{ pointer: '/email' }] })
      await acceptInvitation({ ctx, input: { ...input, email: 'First@Example.org' } })
      expect(await start()).toBeNull()
      const browser = openBrowser(fresh)
      await browser.ask('sign-in/email', { email: 'first@example.org', password })
      expect((await browser.whoAmI())?.actor.roles).toEqual([{ role: 'administrator', crisis: null }])
    } finally {
      await fresh.close()
    }
  })
})
