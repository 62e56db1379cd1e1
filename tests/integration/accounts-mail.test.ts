import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { addAccount, openBrowser, password } from '@/tests/support/accounts'
import { type ArrivedMail, startMailServer } from '@/tests/support/mail-server'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let server: Awaited<ReturnType<typeof startMailServer>>
let arrived: ArrivedMail[]
let ledger: OpenLedger
beforeAll(async () => {
  server = await startMailServer()
  arrived = server.arrived
  ledger = await openLedger()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await ledger.close()
  await server.close()
})
beforeEach(() => {
  arrived.length = 0
})

/** The services as an installation with this mail server has them. */
async function withMail(smtp: string) {
  vi.resetModules()
  vi.stubEnv('SMTP_URL', smtp)
  vi.stubEnv('MAIL_FROM', 'Attest <attest@example.org>')
  vi.stubEnv('ATTEST_URL', 'https://figures.example.org')
  const { invitePerson } = await import('@/services/accounts/invite-person')
  const { requestReset } = await import('@/services/accounts/reset-password')
  const { acceptInvitation } = await import('@/services/accounts/accept-invitation')
  return { invitePerson, requestReset, acceptInvitation }
}
const person = () => ({
  name: 'New <colleague>',
  email: `${crypto.randomUUID()}@example.org`,
  roles: [{ role: 'editor' as const, crisis: null }],
})

it('an invitation arrives over SMTP, as text and as HTML, with a link that opens', async () => {
  const { invitePerson, acceptInvitation } = await withMail(server.url)
  const chief = await addAccount(ledger, ['administrator'], { name: 'Chief' })
  const input = person()
  const { path, mail } = await invitePerson({ ctx: ledger.as(chief), input })
  expect(mail).toBe('sent')
  const [received] = arrived
  expect(received?.to).toEqual([input.email])
  expect(received?.text).toContain(`https://figures.example.org${path}`)
  expect(received?.text).toMatch(/Content-Type: text\/plain.*Content-Type: text\/html/is)
  expect(received?.text).toContain('Dear New &lt;colleague&gt;')
  const token = received?.text.match(/\/invitations\/([\w-]{43})/)?.[1] ?? ''
  expect(await acceptInvitation({ ctx: ledger.as(null), input: { token, name: 'X', password } })).toEqual({
    email: input.email,
  })
})

it('an invitation stands where the mail server is away, and its link is answered', async () => {
  const { invitePerson, acceptInvitation } = await withMail('smtp://127.0.0.1:1')
  const chief = await addAccount(ledger, ['administrator'])
  const { path, mail } = await invitePerson({ ctx: ledger.as(chief), input: person() })
  expect(mail).toBe('failed')
  const token = path.split('/').at(-1) ?? ''
  expect(await acceptInvitation({ ctx: ledger.as(null), input: { token, name: 'X', password } })).toBeTruthy()
})

it('a link for a new password is mailed to whoever has the address, and the answer tells nobody whether anyone does', async () => {
  const { requestReset } = await withMail(server.url)
  const account = await addAccount(ledger, [])
  const ask = (email: string) => requestReset({ ctx: ledger.as(null), headers: new Headers(), email })
  expect(await ask('nobody@example.org')).toEqual(await ask(account.email))
  await vi.waitFor(() => expect(arrived).toHaveLength(1), { timeout: 10_000 })
  expect(arrived[0]?.to).toEqual([account.email])
  const token = arrived[0]?.text.match(/\/reset-password\/([\w-]{43})/)?.[1]
  const browser = openBrowser(ledger)
  const newPassword = 'an entirely new password'
  expect(await browser.ask('reset-password', { token, newPassword })).toMatchObject({ done: {} })
  expect(await browser.ask('sign-in/email', { email: account.email, password: newPassword })).toMatchObject({
    done: {},
  })
})

it('no one is mailed without end', async () => {
  const { requestReset } = await withMail(server.url)
  const ask = () => requestReset({ ctx: ledger.as(null), headers: new Headers(), email: 'flooded@example.org' })
  for (let tries = 0; tries < 10; tries++) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'too-many' })
})
