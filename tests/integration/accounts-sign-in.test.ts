import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { credentials, sessions, twoFactors, users } from '@/db/schema/accounts'
import { auditLog } from '@/db/schema/audit-log'
import { addAccount, openBrowser, password } from '@/tests/support/accounts'
import { codeOf as codeOfSecret } from '@/tests/support/authenticator'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let ledger: OpenLedger
beforeAll(async () => {
  ledger = await openLedger()
  await addAccount(ledger, ['administrator'])
})
afterAll(() => ledger.close())

const signIn = { path: 'sign-in/email' }
const wrong = { status: 401, message: 'The email address or the password is not right.' }
const actionsOf = async (userId: string) => {
  const rows = await ledger.db
    .select({ action: auditLog.action })
    .from(auditLog)
    .where(eq(auditLog.subject, `user:${userId}`))
    .orderBy(desc(auditLog.seq))
  return rows.map(({ action }) => action)
}

/** The code of the authenticator whose address was shown. */
const codeOf = (uri: string | undefined, steps = 0) =>
  codeOfSecret(new URL(uri ?? '').searchParams.get('secret') ?? '', steps)

describe('signing in', () => {
  it('begins a session in a cookie that scripts cannot read, and tells the audit log', async () => {
    const account = await addAccount(ledger, ['reader'], { name: 'Reader' })
    const browser = openBrowser(ledger)
    const answer = await browser.ask(signIn.path, { email: account.email.toUpperCase(), password })
    expect(answer).toMatchObject({ done: { secondFactor: false } })
    expect(JSON.stringify(answer)).not.toContain('"token"')
    expect(answer.cookies[0]).toMatch(/^attest\.session_token=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await browser.whoAmI()).toMatchObject({ userId: account.id, actor: { name: 'Reader' } })
    expect(await actionsOf(account.id)).toEqual(['sign-in'])
  })

  it('says the same of an unknown address, a wrong password and a disabled person', async () => {
    const account = await addAccount(ledger, ['reader'])
    const disabled = await addAccount(ledger, ['reader'])
    await ledger.db
      .update(users)
      .set({ disabledAt: new Date().toISOString(), disabledBy: account.id })
      .where(eq(users.id, disabled.id))
    const browser = openBrowser(ledger)
    for (const input of [
      { email: 'nobody@example.org', password },
      { email: account.email, password: 'something else' },
      { email: disabled.email, password },
    ]) {
      expect(await browser.ask(signIn.path, input)).toMatchObject({ refusal: wrong })
    }
    expect(await browser.whoAmI()).toBeNull()
    expect(await actionsOf(account.id)).toEqual(['sign-in-failed'])
  })

  it('gives a new session and ends the one before', async () => {
    const account = await addAccount(ledger, ['reader'])
    const browser = openBrowser(ledger)
    await browser.ask(signIn.path, { email: account.email, password })
    const before = browser.headers()
    await browser.ask(signIn.path, { email: account.email, password })
    const rows = await ledger.db.select().from(sessions).where(eq(sessions.userId, account.id))
    expect(rows).toHaveLength(1)
    expect(before.get('cookie')).not.toContain(rows[0]?.token)
  })

  it('is left by signing out, at once', async () => {
    const account = await addAccount(ledger, ['reader'])
    const browser = openBrowser(ledger)
    await browser.ask(signIn.path, { email: account.email, password })
    const kept = openBrowser(ledger)
    for (const [name, value] of browser.jar) kept.jar.set(name, value)
    await browser.ask('sign-out')
    expect(await kept.whoAmI()).toBeNull()
    expect(await actionsOf(account.id)).toEqual(['sign-out', 'sign-in'])
  })

  it('keeps no password, only its scrypt hash', async () => {
    const account = await addAccount(ledger, ['reader'])
    const [row] = await ledger.db.select().from(credentials).where(eq(credentials.userId, account.id))
    expect(row?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
  })
})

describe('guessing', () => {
  it.each(['of somebody', 'of nobody'])(
    'ends after ten failures for an address %s, wherever they come from',
    async (whose) => {
      const email = whose === 'of nobody' ? `${crypto.randomUUID()}@example.org` : (await addAccount(ledger, [])).email
      const guess = (text: string) => openBrowser(ledger).ask(signIn.path, { email, password: text })
      const answers = await Promise.all(Array.from({ length: 14 }, (_, index) => guess(`guess number ${index}`)))
      const statuses = answers.map((answer) => ('refusal' in answer ? answer.refusal.status : 200))
      expect(statuses.filter((status) => status === 401)).toHaveLength(10)
      expect(statuses.filter((status) => status === 429)).toHaveLength(4)
      const next = await guess(password)
      expect(next).toMatchObject({ refusal: { status: 429, retryAfter: expect.any(Number) } })
      const { retryAfter = 0 } = 'refusal' in next ? next.refusal : {}
      expect(retryAfter).toBeGreaterThan(800)
      expect(retryAfter).toBeLessThanOrEqual(900)
    },
  )

  it('is forgotten a quarter of an hour after it began, and by a sign-in that went well', async () => {
    const { email } = await addAccount(ledger, [])
    let minutes = 0
    const browser = () =>
      openBrowser(ledger, { now: () => new Date(Date.parse('2026-03-01T08:00:00Z') + minutes * 60_000) })
    const fail = () => browser().ask(signIn.path, { email, password: 'something else' })
    for (let tries = 0; tries < 9; tries++) await fail()
    expect(await browser().ask(signIn.path, { email, password })).toMatchObject({ done: {} })
    for (let tries = 0; tries < 10; tries++) expect(await fail()).toMatchObject({ refusal: { status: 401 } })
    minutes = 14
    expect(await fail()).toMatchObject({ refusal: { status: 429, retryAfter: 60 } })
    minutes = 16
    expect(await fail()).toMatchObject({ refusal: { status: 401 } })
  })

  it('ends for one address of the network after thirty failures in a minute', async () => {
    const browser = openBrowser(ledger)
    for (let tries = 0; tries < 30; tries++) {
      await browser.ask('reset-password', { token: `guess-${tries}`, newPassword: password })
    }
    expect(await browser.ask('reset-password', { token: 'guess', newPassword: password })).toMatchObject({
      refusal: { status: 429 },
    })
  })
})

describe('a password', () => {
  it('is changed by whoever knows it, and other sessions end', async () => {
    const account = await addAccount(ledger, [])
    const [here, there] = [openBrowser(ledger), openBrowser(ledger)]
    for (const browser of [here, there]) await browser.ask(signIn.path, { email: account.email, password })
    const newPassword = 'another horse entirely'
    expect(await here.ask('change-password', { currentPassword: 'not this one', newPassword })).toMatchObject({
      refusal: { status: 400, pointer: '/currentPassword' },
    })
    expect(await here.ask('change-password', { currentPassword: password, newPassword })).toMatchObject({ done: {} })
    expect(await here.whoAmI()).not.toBeNull()
    expect(await there.whoAmI()).toBeNull()
    expect(await there.ask(signIn.path, { email: account.email, password: newPassword })).toMatchObject({ done: {} })
    expect(await actionsOf(account.id)).toContain('change-password')
  })

  it('has at least twelve characters', async () => {
    const browser = openBrowser(ledger)
    await expect(browser.ask('reset-password', { token: 'x', newPassword: 'eleven char' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/newPassword' }],
    })
  })
})

describe('an authenticator', () => {
  const enable = async () => {
    const account = await addAccount(ledger, [])
    const browser = openBrowser(ledger)
    await browser.ask(signIn.path, { email: account.email, password })
    const begun = await browser.ask('two-factor/enable', { password })
    const { totpURI, backupCodes = [] } = 'done' in begun ? begun.done : {}
    expect(await browser.ask('two-factor/confirm', { code: codeOf(totpURI, -1) })).toMatchObject({ done: {} })
    return { account, totpURI, backupCodes, browser }
  }

  it('is asked for at the next sign-in, and each of its codes opens once', async () => {
    const { account, totpURI } = await enable()
    const [here, there] = [openBrowser(ledger), openBrowser(ledger)]
    for (const browser of [here, there]) {
      expect(await browser.ask(signIn.path, { email: account.email, password })).toMatchObject({
        done: { secondFactor: true },
      })
      expect(await browser.whoAmI()).toBeNull()
    }
    const code = codeOf(totpURI)
    expect(await here.ask('two-factor/verify-totp', { code: '000000' })).toMatchObject({ refusal: { status: 401 } })
    expect(await here.ask('two-factor/verify-totp', { code })).toMatchObject({ done: { secondFactor: false } })
    expect(await here.whoAmI()).toMatchObject({ userId: account.id })
    expect(await there.ask('two-factor/verify-totp', { code })).toMatchObject({ refusal: { status: 401 } })
    expect(await there.whoAmI()).toBeNull()
    expect((await actionsOf(account.id)).slice(0, 3)).toEqual(['sign-in-failed', 'sign-in', 'sign-in-failed'])
  })

  it('is replaced by a recovery code, once', async () => {
    const { account, backupCodes } = await enable()
    expect(backupCodes).toHaveLength(10)
    const use = async () => {
      const browser = openBrowser(ledger)
      await browser.ask(signIn.path, { email: account.email, password })
      return await browser.ask('two-factor/verify-backup-code', { code: backupCodes[0] })
    }
    expect(await use()).toMatchObject({ done: {} })
    expect(await use()).toMatchObject({ refusal: { status: 401, pointer: '/code' } })
  })

  it('is kept encrypted, and put away with the password', async () => {
    const { account, totpURI, browser } = await enable()
    const [row] = await ledger.db.select().from(twoFactors).where(eq(twoFactors.userId, account.id))
    expect(row?.secret).not.toContain(new URL(totpURI ?? '').searchParams.get('secret'))
    expect(await browser.ask('two-factor/disable', { password: 'not this one' })).toMatchObject({
      refusal: { pointer: '/password' },
    })
    expect(await browser.ask('two-factor/disable', { password })).toMatchObject({ done: {} })
    expect(await actionsOf(account.id)).toEqual([
      'disable-second-factor',
      'disable-second-factor-failed',
      'enable-second-factor',
      'begin-second-factor',
      'sign-in',
    ])
  })

  it('locks the account after ten wrong codes, over however many sign-ins', async () => {
    const { account, totpURI } = await enable()
    const answers = []
    for (let round = 0; round < 3; round++) {
      const browser = openBrowser(ledger)
      await browser.ask(signIn.path, { email: account.email, password })
      for (let tries = 0; tries < 4; tries++)
        answers.push(await browser.ask('two-factor/verify-totp', { code: `00000${tries}` }))
      if (round === 2) answers.push(await browser.ask('two-factor/verify-totp', { code: codeOf(totpURI, 1) }))
    }
    expect(answers.at(-1)).toMatchObject({ refusal: { status: 429, retryAfter: 900 } })
  })
})

it('nothing else of better-auth can be reached', async () => {
  const browser = openBrowser(ledger)
  for (const path of ['sign-up/email', 'get-session', 'delete-user', 'update-user', 'change-email', 'constructor', ''])
    await expect(browser.ask(path)).rejects.toMatchObject({ code: 'not-found' })
})
