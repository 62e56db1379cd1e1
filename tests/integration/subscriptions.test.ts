import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Context } from '@/services/context'
import { startMailServer } from '@/tests/support/mail-server'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { publishTiny } from '@/tests/support/publish-tiny'

let ledger: OpenLedger
let mails: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mails = await startMailServer()
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  vi.stubEnv('SMTP_URL', mails.url)
  vi.stubEnv('MAIL_FROM', 'Attest <attest@example.org>')
  vi.stubEnv('ATTEST_URL', 'https://figures.example.org')
  await ledger.loadTiny()
})
afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  vi.unstubAllEnvs()
  await ledger.close()
  await mails.close()
})
beforeEach(async () => {
  mails.manner = () => 'take'
  mails.arrived.length = 0
  await ledger.sql`truncate rate_limits`
})

const { POST, GET } = {
  POST: async (action: string, form: Record<string, string>, { headers = {}, query = '' } = {}) => {
    const { POST } = await import('@/app/api/subscriptions/[action]/route')
    const own = { origin: 'http://localhost', host: 'localhost', 'x-attest-client': '192.0.2.1' }
    const request = new Request(`http://localhost/api/subscriptions/${action}${query}`, {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form),
    })
    return await POST(request, { params: Promise.resolve({ action }) })
  },
  GET: async (action: string, query: string) => {
    const { GET } = await import('@/app/api/subscriptions/[action]/route')
    const request = new Request(`http://localhost/api/subscriptions/${action}${query}`)
    return await GET(request, { params: Promise.resolve({ action }) })
  },
}

const fields = (email: string, change = {}) => ({ crisis: 'tiny', email, language: 'en', wants: 'link', ...change })
const newAddress = () => `${crypto.randomUUID()}@example.org`
/** The token of a link in the mail to an address. */
const linkIn = (path: string, to: string) =>
  mailTo(to)?.text.match(new RegExp(`https://figures\\.example\\.org/${path}/([\\w.-]+)`))?.[1] ?? ''
const mailTo = (email: string) => mails.arrived.find(({ to }) => to.includes(email))
const mailComesTo = (email: string) => vi.waitFor(() => expect(mailTo(email)).toBeDefined(), { timeout: 10_000 })

async function subscribe(email = newAddress(), change = {}): Promise<string> {
  mails.arrived.length = 0
  await POST('subscribe', fields(email, change))
  await mailComesTo(email)
  await POST('confirm', { token: linkIn('subscriptions/confirm', email) })
  mails.arrived.length = 0
  return email
}

async function send(ctx: Context = ledger.as(null)) {
  const { sendMailings } = await import('@/services/sending/send-mailings')
  return await sendMailings({ ctx })
}
const later = (minutes: number): Context => ({
  ...ledger.as(null),
  now: () => new Date(Date.now() + minutes * 60_000),
})
const stateOf = async (email: string) => {
  const rows = await ledger.sql`select mailings.state, attempts, error, edition from mailings
    join subscribers on subscribers.id = subscriber_id where email = ${email} order by started_at desc`
  return rows[0]
}

describe('subscribing', () => {
  test('says the same whether or not the address is known, and confirms by the link alone', async () => {
    const email = newAddress()
    const first = await POST('subscribe', fields(` ${email.toUpperCase()} `))
    expect([first.status, first.headers.get('location')]).toEqual([
      303,
      '/crises/tiny/sitreps?subscribe=asked#subscribe',
    ])
    await mailComesTo(email)
    const token = linkIn('subscriptions/confirm', email)
    const [kept] = await ledger.sql`select state, confirm_hash from subscribers where email = ${email}`
    expect(kept?.state).toBe('waiting')
    expect(kept?.confirm_hash).not.toContain(token)

    const confirmed = await POST('confirm', { token })
    expect(confirmed.headers.get('location')).toBe('/subscriptions/confirmed?crisis=tiny')
    expect((await POST('confirm', { token })).headers.get('location')).toBe(`/subscriptions/confirm/${token}`)

    mails.arrived.length = 0
    const again = await POST('subscribe', fields(email))
    expect([again.status, again.headers.get('location')]).toEqual([first.status, first.headers.get('location')])
    await mailComesTo(email)
    expect(mailTo(email)?.text).toContain('already')
    expect(linkIn('subscriptions/end', email)).not.toBe('')
  })

  test('is in the language that was chosen', async () => {
    const email = newAddress()
    await POST('subscribe', fields(email, { language: 'hy' }))
    await mailComesTo(email)
    expect(mailTo(email)?.text).toContain('<html lang="hy" dir="ltr">')
  })

  test('a link opens for 48 hours, and an address nobody confirmed is forgotten', async () => {
    const email = newAddress()
    await POST('subscribe', fields(email))
    await mailComesTo(email)
    const token = linkIn('subscriptions/confirm', email)
    const { confirmSubscription } = await import('@/services/sending/subscribe')
    await expect(confirmSubscription({ ctx: later(48 * 60 + 1), token })).rejects.toMatchObject({ code: 'not-found' })
    const { forgetOld } = await import('@/services/forget-old')
    const kept = async () => (await ledger.sql`select id from subscribers where email = ${email}`).length
    await forgetOld({ ctx: ledger.as(null) })
    expect(await kept()).toBe(1)
    await forgetOld({ ctx: later(48 * 60 + 1) })
    expect(await kept()).toBe(0)
  })

  test('refuses what is no address, another page, an unknown crisis, and one request too many', async () => {
    expect((await POST('subscribe', fields('nobody'))).headers.get('location')).toContain('subscribe=invalid')
    expect((await POST('subscribe', fields('a@b.c', { wants: 'all' }))).headers.get('location')).toContain('invalid')
    const elsewhere = await POST('subscribe', fields(newAddress()), { headers: { origin: 'https://evil.example' } })
    expect(elsewhere.status).toBe(403)
    expect((await POST('subscribe', fields(newAddress(), { crisis: 'none' }))).status).toBe(404)
    expect((await POST('unknown', {})).status).toBe(404)
    const email = newAddress()
    const outcomes = []
    for (let tries = 0; tries < 4; tries++)
      outcomes.push((await POST('subscribe', fields(email))).headers.get('location'))
    expect(outcomes[2]).toContain('asked')
    expect(outcomes[3]).toContain('too-many')
    const many: (boolean | undefined)[] = []
    for (let tries = 0; tries < 21; tries++) {
      many.push((await POST('subscribe', fields(newAddress()))).headers.get('location')?.includes('asked'))
    }
    expect(many.at(-1)).toBe(false)
    await vi.waitFor(() => expect(mails.arrived.length).toBe(3 + many.filter(Boolean).length), { timeout: 10_000 })
  })
})

describe('an edition', () => {
  test('is mailed once to each who had confirmed by then, in their language, with the PDF where it is wanted', async () => {
    const link = await subscribe()
    const pdf = await subscribe(newAddress(), { wants: 'pdf', language: 'ru' })
    const { number } = await publishTiny(ledger, { change: { languages: ['en', 'ru'] } })
    const late = await subscribe()
    // However many workers do it at once.
    await Promise.all(Array.from({ length: 6 }, () => send()))
    await send()
    const to = mails.arrived.map((mail) => mail.to[0])
    expect(to.filter((one) => one === link)).toHaveLength(1)
    expect(to.filter((one) => one === pdf)).toHaveLength(1)
    expect(to).not.toContain(late)
    const plain = mailTo(link)
    expect(plain?.text).toContain('List-Unsubscribe: <https://figures.example.org/api/subscriptions/end?token=')
    expect(plain?.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(plain?.text).toContain(`https://figures.example.org/crises/tiny/sitreps/${number}?edition=1`)
    expect(plain?.text).toContain('Highlights')
    expect(plain?.text).not.toContain('application/pdf')
    const withPdf = mailTo(pdf)
    expect(withPdf?.text).toContain('<html lang="ru"')
    expect(withPdf?.text).toContain('application/pdf')
    const attached = withPdf?.raw.split('application/pdf')[1]?.match(/\r\n\r\n([A-Za-z0-9+/=\r\n]+)/)?.[1] ?? ''
    expect(Buffer.from(attached, 'base64').toString()).toMatch(/^%PDF-1\.7 [0-9a-f]{64}$/)

    mails.arrived.length = 0
    await publishTiny(ledger, { mends: number })
    await send()
    const erratum = mailTo(link)
    expect(erratum?.text).toMatch(/^Subject: .*Erratum/m)
    expect(erratum?.text).toContain('It was misread.')
    expect(mails.arrived.map((mail) => mail.to[0])).toContain(late)
  }, 60_000)

  test('that the mail server cannot take now is tried again, and what it refuses for good is not', async () => {
    const soon = await subscribe()
    const never = await subscribe()
    mails.manner = (to) => (to === soon ? { status: 451 } : to === never ? { status: 550 } : 'take')
    await publishTiny(ledger)
    await send()
    expect(await stateOf(soon)).toMatchObject({ state: 'waiting', attempts: 1 })
    const refused = await stateOf(never)
    expect(refused).toMatchObject({ state: 'failed', attempts: 1 })
    expect(refused?.error).not.toContain('@')
    mails.manner = () => 'take'
    await send()
    expect(await stateOf(soon)).toMatchObject({ state: 'waiting', attempts: 1 })
    await send(later(2))
    expect(await stateOf(soon)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await stateOf(never)).toMatchObject({ state: 'failed', attempts: 1 })
  }, 60_000)

  test('whose mail server is away waits, and fails after the last try', async () => {
    const email = await subscribe()
    await publishTiny(ledger)
    vi.resetModules()
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
    let minutes = 0
    for (const wait of [0, 2, 6, 16, 61, 181, 361]) {
      minutes += wait
      await send(later(minutes))
    }
    expect(await stateOf(email)).toMatchObject({ state: 'failed', attempts: 7 })
    vi.stubEnv('SMTP_URL', mails.url)
    vi.resetModules()
  }, 60_000)

  test('that may have been taken before the connection broke is not sent again', async () => {
    const email = await subscribe()
    mails.manner = (to) => (to === email ? 'take-and-hang-up' : 'take')
    await publishTiny(ledger)
    await send()
    expect(await stateOf(email)).toMatchObject({ state: 'unknown', attempts: 1 })
    mails.manner = () => 'take'
    await send(later(600))
    expect(mails.arrived.filter(({ to }) => to.includes(email))).toHaveLength(1)
  }, 60_000)

  test('whose worker died while it was sent is not sent again, and the desk is told', async () => {
    const email = await subscribe()
    const { number } = await publishTiny(ledger)
    const { makeMailings, takeMailing } = await import('@/db/repositories/mailings')
    const now = new Date().toISOString()
    await makeMailings(ledger.db, { now, since: '2020-01-01T00:00:00.000Z' })
    for (let taken = await takeMailing(ledger.db, now); taken; taken = await takeMailing(ledger.db, now));
    await send(later(5))
    expect(await stateOf(email)).toMatchObject({ state: 'sending' })
    await send(later(11))
    expect(await stateOf(email)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(mails.arrived.filter(({ to }) => to.includes(email))).toEqual([])
    await expect(ledger.sql`update mailings set state = 'waiting' where state = 'unknown'`).rejects.toThrow(
      'does not change any more',
    )
    const { listSending } = await import('@/services/sending/list-sending')
    const { readCrisis } = await import('@/services/read-crises')
    const { administrator, editor } = await import('@/tests/support/open-ledger')
    const crisis = await readCrisis({ ctx: ledger.as(null), slug: 'tiny' })
    const told = await listSending({ ctx: ledger.as(administrator), crisis })
    expect(told.troubled.find((one) => one.number === number)).toMatchObject({
      state: 'unknown',
      domain: 'example.org',
    })
    expect(JSON.stringify(told)).not.toContain(email)
    await expect(listSending({ ctx: ledger.as(editor), crisis })).rejects.toMatchObject({ code: 'forbidden' })
  }, 60_000)
})

describe('unsubscribing', () => {
  test('by one click of a mail program ends it, forgets the address, and is done once', async () => {
    const email = await subscribe()
    await publishTiny(ledger)
    await send()
    const token = linkIn('subscriptions/end', email)
    const page = await GET('end', `?token=${token}`)
    expect([page.status, page.headers.get('location')]).toEqual([303, `/subscriptions/end/${token}`])
    expect(await stateOf(email)).toBeDefined()
    const oneClick = () =>
      POST('end', { 'List-Unsubscribe': 'One-Click' }, { query: `?token=${token}`, headers: { origin: '' } })
    expect((await oneClick()).status).toBe(200)
    expect((await oneClick()).status).toBe(200)
    expect(await ledger.sql`select id from subscribers where email = ${email}`).toHaveLength(0)
    const acts = await ledger.sql`select details, subject from audit_log where action = 'end-subscription'`
    expect(acts).toHaveLength(1)
    expect(JSON.stringify(await ledger.sql`select * from audit_log`)).not.toContain(email)
    mails.arrived.length = 0
    await publishTiny(ledger)
    await send()
    expect(mails.arrived.flatMap(({ to }) => to)).not.toContain(email)
  }, 60_000)

  test('by the page leads to the page that says so; a forged token ends nothing', async () => {
    const email = await subscribe()
    const [row] = await ledger.sql`select id from subscribers where email = ${email}`
    const { unsubscribeToken } = await import('@/services/sending/unsubscribe-token')
    const token = await unsubscribeToken(ledger.db, row?.id)
    expect((await POST('end', { token: `${row?.id}.${'x'.repeat(43)}` })).status).toBe(404)
    expect((await POST('end', { token: `${row?.id}` })).status).toBe(404)
    const ended = await POST('end', { token })
    expect(ended.headers.get('location')).toBe('/subscriptions/ended')
    expect(await subscribe(email)).toBe(email)
  })
})
