import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type Browser, expect, test } from '@playwright/test'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { type Role, roles } from '@/domain/workflow/actor'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'
import { deskPageFolders, deskPages } from '@/tests/support/desk-pages'

/** The demo crisis has figures with disputes and notes, and documents with their text. */
const crisis = 'nagorno-karabakh-2023'
const exercise = 'exercise-merrowen-valley'

const origin = () => test.info().project.use.baseURL ?? ''

async function signIn(request: APIRequestContext, role: Role): Promise<void> {
  const data = { email: `${role}@example.org`, password: demoPassword }
  const response = await request.post(`${origin()}/api/auth/sign-in/email`, { data, headers: { origin: origin() } })
  expect(response.ok(), await response.text()).toBe(true)
}

/** The address of a page of the table, with things of the demo in it; null where the demo has none. */
async function addressOf(page: string, request: APIRequestContext): Promise<string | null> {
  const list = async (path: string) => (await (await request.get(`${origin()}/api/v1${path}`)).json()).items
  const first = async (noun: string) => (await list(`/crises/${crisis}/${noun}?limit=1`))[0]
  if (page === '/sitreps/[id]') return null
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

test('Each page of the desk is shown to whom the table says, and others are told which role it needs', async ({
  playwright,
}) => {
  test.setTimeout(300_000)
  for (const role of roles) {
    const request = await playwright.request.newContext()
    await signIn(request, role)
    for (const [page, who] of Object.entries(deskPages)) {
      const address = await addressOf(page, request)
      if (address === null) continue
      const response = await request.get(`${origin()}${address}`, { maxRedirects: 0 })
      const isRefused = /<h1[^>]*>This page needs another role/.test(await response.text())
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
    if (address === null) continue
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
      if (address === null) continue
      await page.goto(address)
      await expect(page.locator('h1').first()).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) findings.push(`${address} scrolls sideways by ${beyond} px`)
      const axe = new AxeBuilder({ page }).disableRules(locale === 'en' ? [] : ['color-contrast'])
      const { violations } = await axe.analyze()
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') findings.push(`${address}: ${id}: ${nodes[0]?.html}`)
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
