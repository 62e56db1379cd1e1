import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, test } from '@playwright/test'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'
import { makeCrisis } from '@/tests/support/make-crisis'
import { beSignedInAs } from '@/tests/support/sign-in'

const crisis = '/crises/nagorno-karabakh-2023'

const origin = () => test.info().project.use.baseURL ?? ''

/** Requests of the administrator, beside the page of somebody else. */
async function adminRequest(browser: Browser) {
  const page = await (await browser.newContext({ baseURL: origin() })).newPage()
  await beSignedInAs(page, 'administrator')
  return page.request
}

test.beforeEach(() => test.slow())

test('A reader can change the language of every public page, and keeps it on the next one', async ({ page }) => {
  await page.goto(crisis)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Language').first().click()
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ناغورنو كاراباخ')
  await page.goto(`${crisis}/figures`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الأعداد')
  await page.goto('/?lang=ru')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кризисы')
})

test('People of the desk work in their own language, from signing in on, and findings are told in it', async ({
  page,
  browser,
}) => {
  await page.goto('/sign-in?lang=hy')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Մուտք')
  await page.getByLabel('Էլ. փոստի հասցե').fill('contributor@example.org')
  await page.getByLabel('Գաղտնաբառ', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Մուտք գործել' }).click()
  await expect(page.getByText('Էլ. հասցեն կամ գաղտնաբառը ճիշտ չէ։')).toBeVisible()
  await page.getByLabel('Գաղտնաբառ', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Մուտք գործել' }).click()
  await page.waitForURL('/admin')
  await expect(page.locator('html')).toHaveAttribute('lang', 'hy')
  await page.getByLabel(/Demo contributor/).click()
  await page.getByRole('link', { name: 'Русский' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мой стол')

  const { slug } = await makeCrisis(await adminRequest(browser), origin())
  const base = `/api/v1/crises/${slug}`
  const found = await (await page.request.get(`${base}/lookup?kind=source&q=Azatutyun`)).json()
  const archived = await page.request.post(`${base}/documents`, {
    data: {
      publisher: found.items[0].id,
      title: 'A statement',
      url: null,
      publishedAt: '2023-09-19T14:40:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      text: 'The ministry said that three people were killed in the valley.',
      sensitivity: 'public',
    },
    headers: { origin: origin(), 'idempotency-key': randomUUID() },
  })
  const document = await archived.json()
  await page.goto(`/admin/crises/${slug}/enter/${document.id}`)
  const form = page.getByRole('tabpanel', { name: 'Число' })
  await form.getByText('никого не называет').click()
  await form.getByLabel('Число', { exact: true }).fill('4')
  await form.getByLabel('Цитата').fill('three people were killed')
  await expect(form.getByText('нет в цитате «three people were killed»')).toBeVisible()
})

test('On an Arabic page what the server refuses is said in Arabic; what has no Arabic words reads from the left, its full stop at its end', async ({
  page,
}) => {
  await page.goto('/sign-in?lang=ar')
  const signIn = async () => {
    await page.getByLabel('البريد الإلكتروني').fill('nobody@example.org')
    await page.getByLabel('كلمة المرور', { exact: true }).fill('not the right one')
    await page.getByRole('button', { name: 'تسجيل الدخول' }).click()
  }
  await signIn()
  await expect(page.getByText('عنوان البريد أو كلمة المرور غير صحيحين.')).toHaveCSS('direction', 'rtl')
  await page.route('**/api/auth/sign-in/email', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Not signed in', status: 401, detail: 'Nobody has translated this.' },
    }),
  )
  await signIn()
  await expect(page.getByText('Nobody has translated this.')).toHaveCSS('direction', 'ltr')

  await beSignedInAs(page, 'reviewer')
  const { items } = await (await page.request.get(`/api/v1${crisis}/figures?limit=1`)).json()
  await page.goto(`/admin${crisis}/figures/${items[0].id}?lang=ar`)
  await page.getByText('سحب', { exact: true }).first().click()
  await page.getByRole('textbox', { name: 'السبب' }).fill('x'.repeat(1001))
  await page.getByRole('button', { name: 'سحب' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'بعض الحقول يحتاج إلى تصحيح.' })).toBeVisible()
  await expect(page.locator('html')).toHaveCSS('direction', 'rtl')
})

test('Settings looked at in another language hold what was written, so that saving them changes no word', async ({
  page,
}) => {
  await beSignedInAs(page, 'administrator')
  await page.goto(`/admin${crisis}/settings?lang=ar`)
  await expect(page.getByRole('link', { name: 'ناغورنو كاراباخ، سبتمبر–أكتوبر 2023' })).toBeVisible()
  await expect(page.getByLabel('عنوان الأزمة')).toHaveValue('Nagorno-Karabakh, September–October 2023')
})

test('A reader can read an edition, and take its PDF, in each language it was published in', async ({
  page,
  request,
}) => {
  await page.goto(`${crisis}/sitreps/13`)
  const languages = page.getByRole('navigation', { name: 'Languages of this report' })
  await expect(languages.getByRole('link')).toHaveText(['English', 'العربية', 'Հայերեն', 'Русский'])
  for (const locale of ['hy', 'ru', 'ar']) {
    const link = page.locator(`head link[rel="alternate"][hreflang="${locale}"]`)
    await expect(link).toHaveAttribute('href', new RegExp(`lang=${locale}`))
  }
  await page.goto(`${crisis}/sitreps/13?lang=ar`)
  const article = page.locator('article[lang="ar"]')
  await expect(article).toHaveAttribute('dir', 'rtl')
  await expect(article).toContainText('100,417')
  const pdf = await page.getByRole('link', { name: 'تنزيل PDF' }).getAttribute('href')
  const answer = await request.get(pdf ?? '')
  expect(answer.headers()['content-disposition']).toContain('-ar.pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('In Arabic a mark stands after the number it belongs to, and never within it', async ({ page }) => {
  await page.goto(`${crisis}?lang=ar`)
  const { seen, misplaced } = await page.evaluate(() => {
    const misplaced: string[] = []
    let seen = 0
    for (const mark of document.querySelectorAll('main sup')) {
      let before = mark.previousSibling
      while (before?.lastChild) before = before.lastChild as ChildNode
      const text = before?.textContent ?? ''
      if (!before || !/\d$/.test(text)) continue
      const digit = document.createRange()
      digit.setStart(before, text.length - 1)
      digit.setEnd(before, text.length)
      const [number, own] = [digit.getBoundingClientRect(), mark.getBoundingClientRect()]
      if (own.top > number.bottom) continue
      seen += 1
      if (own.right > number.left + 1) misplaced.push(text)
    }
    return { seen, misplaced }
  })
  expect(misplaced).toEqual([])
  expect(seen).toBeGreaterThan(3)
})

test('An edition that was not published in the reader’s language is shown in its own', async ({ page }) => {
  await page.goto(`${crisis}/sitreps/12?lang=ru`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.locator('main > article')).toHaveAttribute('lang', 'en')
})

for (const locale of ['hy', 'ru', 'ar']) {
  for (const path of [crisis, `${crisis}/figures`, `${crisis}/sitreps/13`, `${crisis}/methodology`]) {
    test(`${path} holds to accessibility rules and fits a phone in ${locale}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(`${path}?lang=${locale}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
      await page.setViewportSize({ width: 360, height: 800 })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
    })
  }
}
