import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '@/domain/workflow/actor'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'

/** Signs in through the form as the demo's person of this role, and arrives at `next`. */
export async function signInAs(page: Page, role: Role, next = '/admin'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('Email address').fill(`${role}@example.org`)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname + url.search === next)
}

/** Gives a page the session of the demo's person of this role without the form: faster, for tests of something else. */
export async function beSignedInAs(page: Page, role: Role): Promise<void> {
  const response = await page.request.post('/api/auth/sign-in/email', {
    data: { email: `${role}@example.org`, password: demoPassword },
    headers: { origin: test.info().project.use.baseURL ?? '' },
  })
  if (!response.ok()) throw new Error(`The ${role} was not signed in: ${await response.text()}`)
}

/** A page in a browser of its own, as whoever holds this role in the demo; null: nobody signed in. */
export async function as(browser: Browser, role: Role | null): Promise<Page> {
  const baseURL = test.info().project.use.baseURL ?? ''
  const page = await (await browser.newContext({ baseURL })).newPage()
  if (role) await beSignedInAs(page, role)
  return page
}

/** Gives a page the session of a new person of this role, whose sessions no other test shares. */
export async function beSignedInAsNew(page: Page, browser: Browser, role: Role, name: string): Promise<void> {
  const headers = { origin: test.info().project.use.baseURL ?? '' }
  const administrator = await as(browser, 'administrator')
  const email = `${randomUUID()}@example.org`
  const password = randomUUID()
  const invited = await administrator.request.post('/api/accounts/invite-person', {
    data: { name, email, roles: [{ role, crisis: null }] },
    headers,
  })
  expect(invited.ok(), await invited.text()).toBe(true)
  const { path } = await invited.json()
  await administrator.context().close()
  const token = String(path).split('/').at(-1)
  const data = { token, name, password }
  const accepted = await page.request.post('/api/accounts/accept-invitation', { data, headers })
  expect(accepted.ok(), await accepted.text()).toBe(true)
  const signedIn = await page.request.post('/api/auth/sign-in/email', { data: { email, password }, headers })
  expect(signedIn.ok(), await signedIn.text()).toBe(true)
}
