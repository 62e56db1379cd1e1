import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, request as requests, test } from '@playwright/test'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { type Role, roles } from '@/domain/workflow/actor'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'
import { deskPageFolders, deskPages, publicPageFolders, publicPages } from '@/tests/support/desk-pages'
import { makeCrisis } from '@/tests/support/make-crisis'
import { pageFindings } from '@/tests/support/page-findings'

/** The demo crisis has figures with disputes and notes, and documents with their text. */
const crisis = 'nagorno-karabakh-2023'
const exercise = 'exercise-merrowen-valley'

const origin = () => test.info().project.use.baseURL ?? ''

async function signIn(request: APIRequestContext, role: Role): Promise<void> {
  const data = { email: `${role}@example.org`, password: demoPassword }
  const response = await request.post(`${origin()}/api/auth/sign-in/email`, { data, headers: { origin: origin() } })
  expect(response.ok(), await response.text()).toBe(true)
}

/** A sitrep that is being written, in a crisis of its own: made once, for all who look. */
let draft: Promise<string> | undefined
const draftId = () => {
  draft ??= makeDraft()
  return draft
}

async function makeDraft(): Promise<string> {
  const request = await requests.newContext()
  await signIn(request, 'administrator')
  const { slug } = await makeCrisis(request, origin())
  await signIn(request, 'editor')
  const response = await request.post(`${origin()}/api/v1/crises/${slug}/sitreps`, {
    data: { kind: 'situation-report' },
    headers: { origin: origin(), 'idempotency-key': randomUUID() },
  })
  expect(response.ok(), await response.text()).toBe(true)
  const { id } = await response.json()
  await request.dispose()
  return id
}

/** The address of a page of the table, with things of the demo in it. */
async function addressOf(page: string, request: APIRequestContext): Promise<string> {
  const list = async (path: string) => (await (await request.get(`${origin()}/api/v1${path}`)).json()).items
  const first = async (noun: string) => (await list(`/crises/${crisis}/${noun}?limit=1`))[0]
  if (page === '/sitreps/[id]') return `/admin/sitreps/${await draftId()}`
  let address = `/admin${page}`
  if (page.includes('[document]')) {
    const [figure] = await list(`/crises/${exercise}/figures?limit=1`)
    address = address.replace('[document]', figure.citations[0].document.id).replace('[figure]', figure.id)
    return address.replace('[crisis]', exercise)
  }
  for (const noun of ['figures', 'notes', 'disputes'])
    if (page.includes(`${noun}/[id]`)) address = address.replace('[id]', (await first(noun)).id)
  return address.replace('[crisis]', crisis)
}

test('Every page of the desk has its row in the table of who is shown it', () => {
  const told = Object.keys(deskPages).filter((page) => !page.includes('?'))
  expect(told.sort()).toEqual(deskPageFolders().sort())
})

test('Every other page has its row too, and is shown to whom it says, whoever is signed in', async ({ playwright }) => {
  test.setTimeout(180_000)
  expect(Object.keys(publicPages).sort()).toEqual(publicPageFolders().sort())
  for (const role of [null, ...roles]) {
    const request = await playwright.request.newContext()
    if (role) await signIn(request, role)
    for (const [page, who] of Object.entries(publicPages)) {
      const address = await publicAddressOf(page, request)
      const response = await request.get(`${origin()}${address}`, { maxRedirects: 0 })
      const isShown = who === 'everybody' || role !== null
      // The short address of a figure leads on, and so does the door whoever is in.
      const leadsOn = page === '/figures/[id]' ? 308 : page === '/sign-in' && role ? 307 : null
      expect([role, address, response.status()]).toEqual([role, address, isShown ? (leadsOn ?? 200) : 307])
      if (!isShown) expect(response.headers().location).toMatch(/^\/sign-in\?next=/)
    }
    await request.dispose()
  }
})

/** The address of a page outside the desk, with things of the demo in it. A link that opens nothing says so. */
async function publicAddressOf(page: string, request: APIRequestContext): Promise<string> {
  const [figure] = (await (await request.get(`${origin()}/api/v1/crises/${crisis}/figures?limit=1`)).json()).items
  const id = page.includes('documents') ? figure.citations[0].document.id : figure.id
  return page.replace('[crisis]', crisis).replace('[id]', id).replace('[number]', '12').replace('[token]', 'none')
}

test('Each page of the desk is shown to whom the table says, and others are told which role it needs', async ({
  playwright,
}) => {
  test.setTimeout(300_000)
  for (const role of roles) {
    const request = await playwright.request.newContext()
    await signIn(request, role)
    for (const [page, who] of Object.entries(deskPages)) {
      const address = await addressOf(page, request)
      const response = await request.get(`${origin()}${address}`, { maxRedirects: 0 })
      const isRefused = /<h1[^>]*><bdi>This page needs another role/.test(await response.text())
      expect([role, address, response.status(), isRefused]).toEqual([
        role,
        address,
        200,
        who !== 'signed-in' && !who.includes(role),
      ])
    }
    await request.dispose()
  }
})

test('Nobody who is not signed in is shown a page of the desk', async ({ playwright }) => {
  const [editor, nobody] = [await playwright.request.newContext(), await playwright.request.newContext()]
  await signIn(editor, 'editor')
  for (const page of Object.keys(deskPages)) {
    const address = await addressOf(page, editor)
    const response = await nobody.get(`${origin()}${address}`, { maxRedirects: 0 })
    expect([address, response.status(), response.headers().location]).toEqual([
      address,
      307,
      expect.stringMatching(/^\/sign-in\?next=/),
    ])
  }
})

test('The pages of a crisis that an editor is offered are those an editor is shown', async ({ page }) => {
  await signIn(page.request, 'editor')
  const crisis = '/admin/crises/exercise-merrowen-valley'
  await page.goto(crisis)
  const offered = page.getByRole('main').getByRole('link')
  await expect(offered.filter({ hasText: 'Sitreps' }).first()).toBeVisible()
  for (const href of await offered.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    await page.goto(href)
    await expect(page.getByRole('heading', { name: 'This page needs another role' })).toHaveCount(0)
  }
})

/** Each page as the first of whom it is for sees it, on a phone, in a language. The colours are looked at in English alone. */
async function lookAt(
  browser: Browser,
  { colorScheme, locale = 'en' }: { colorScheme: 'light' | 'dark'; locale?: Locale },
  of: (page: string) => boolean,
) {
  const findings: string[] = []
  for (const role of ['contributor', 'reviewer', 'editor', 'administrator'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 }, baseURL: origin() })
    await signIn(context.request, role)
    await context.addCookies([{ name: 'locale', value: locale, url: origin() }])
    const own = Object.entries(deskPages).filter(([, who]) => (who === 'signed-in' ? 'contributor' : who[0]) === role)
    const page = await context.newPage()
    for (const [name] of own.filter(([one]) => of(one))) {
      const address = await addressOf(name, context.request)
      await page.goto(address)
      await expect(page.locator('h1').first()).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const found = await pageFindings(page, { withoutColours: locale !== 'en' })
      findings.push(...found.map((one) => `${address}: ${one}`))
    }
    await context.close()
  }
  return findings
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, of] of [
    ['of a crisis', (page: string) => page.startsWith('/crises/')],
    ['of all crises', (page: string) => !page.startsWith('/crises/')],
  ] as const) {
    test(`In the ${colorScheme} theme and 360 px wide every page ${name} fits, and nothing keeps people with a disability from it`, async ({
      browser,
    }) => {
      test.setTimeout(300_000)
      expect(await lookAt(browser, { colorScheme }, of)).toEqual([])
    })
  }
}

for (const locale of ['hy', 'ru', 'ar'] as const) {
  test(`In ${locale} and 360 px wide every page of the desk fits, and nothing keeps people with a disability from it`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    expect(await lookAt(browser, { colorScheme: 'light', locale }, () => true)).toEqual([])
  })
}
