import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { addAccount, openBrowser, password } from '@/tests/support/accounts'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

/** What arrived over SMTP, undone from its transfer encoding as far as links and sentences need. */
const arrived: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8')
      const text = raw
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
      done()
    })
  },
})

let ledger: OpenLedger
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.server.address() as AddressInfo).port
  ledger = await openLedger()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await ledger.close()
  await new Promise<void>((resolve) => server.close(resolve))
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
  const { invitePerson, acceptInvitation } = await withMail(`smtp://127.0.0.1:${port}`)
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
  const { requestReset } = await withMail(`smtp://127.0.0.1:${port}`)
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
  const { requestReset } = await withMail(`smtp://127.0.0.1:${port}`)
  const ask = () => requestReset({ ctx: ledger.as(null), headers: new Headers(), email: 'flooded@example.org' })
  for (let tries = 0; tries < 10; tries++) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'too-many' })
})
