import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { readEnv } from '@/config/env'
import { startMailServer } from '@/tests/support/mail-server'
import { beSignedInAs, signInAs } from '@/tests/support/sign-in'

const crisis = 'nagorno-karabakh-2023'
const sitreps = `/crises/${crisis}/sitreps`

async function seriousFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const pages = {
  'the page to verify a report': '/verify',
  'a verdict': `/verify?sha256=${'0'.repeat(64)}`,
  'the situation reports': sitreps,
  'a link that opens no longer': '/subscriptions/confirm/unknown',
  'what is said to whoever unsubscribed': '/subscriptions/ended',
  'how reports go out': `/admin/crises/${crisis}/sending`,
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In the ${colorScheme} theme`, () => {
    test.use({ colorScheme })
    for (const [name, path] of Object.entries(pages)) {
      test(`nothing keeps people with a disability from ${name}`, async ({ page }) => {
        test.slow()
        if (path.startsWith('/admin')) await beSignedInAs(page, 'administrator')
        await page.goto(path)
        expect(await seriousFindings(page)).toEqual([])
      })
    }
  })
}

test.describe('On a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test('no page of what goes out scrolls sideways', async ({ page }) => {
    await beSignedInAs(page, 'administrator')
    for (const path of Object.values(pages)) {
      await page.goto(path)
      const width = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(width[0], path).toBe(width[1])
    }
  })
})

/** The newest edition's PDF, downloaded as a reader does. */
async function downloadPdf(page: Page): Promise<Buffer> {
  await page.goto(sitreps)
  const href = await page.getByRole('link', { name: 'PDF' }).first().getAttribute('href')
  return await (await page.request.get(String(href))).body()
}

const changed = (pdf: Buffer) => {
  const other = Buffer.from(pdf)
  other[other.length - 10] = (other[other.length - 10] ?? 0) ^ 1
  return other
}

async function choose(page: Page, buffer: Buffer, name: string) {
  await page.goto('/verify')
  await page.getByLabel('PDF of a situation report').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: 'Verify' }).click()
}

async function verify(page: Page, buffer: Buffer, name = 'report.pdf') {
  await choose(page, buffer, name)
  // A busy machine takes its time to read a file of many pages.
  await page.waitForURL(/\/verify\?./, { timeout: 40_000 })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'With scripts' : 'Without scripts', () => {
    test.use({ javaScriptEnabled })

    test('A reader verifies a downloaded report, and a changed byte is found', async ({ page }) => {
      test.slow()
      const pdf = await downloadPdf(page)
      await verify(page, pdf)
      await expect(page.getByRole('heading', { name: 'This is the edition as it was published' })).toBeVisible()
      await expect(page.getByRole('link', { name: /Situation report \d+|Flash update \d+/ })).toHaveAttribute(
        'href',
        new RegExp(`^${sitreps}/\\d+\\?edition=\\d+`),
      )
      await verify(page, changed(pdf))
      await expect(page.getByRole('heading', { name: 'This is not a file we published' })).toBeVisible()
      await expect(page.getByText('It names the content of the edition below')).toBeVisible()
      await expect(page.getByRole('link', { name: /Situation report \d+|Flash update \d+/ })).toBeVisible()
    })

    test('A reader is told why a file cannot be verified', async ({ page }) => {
      test.slow()
      await verify(page, Buffer.from('Just text'), 'notes.txt')
      await expect(page.getByRole('alert').filter({ hasText: 'no PDF' })).toBeVisible()
      // With scripts the page says so itself and sends nothing.
      await choose(page, Buffer.alloc(20 * 1024 * 1024 + 10_000), 'large.pdf')
      await expect(page.getByRole('alert').filter({ hasText: 'larger than 20 MB' })).toBeVisible({ timeout: 40_000 })
    })

    test('A reader takes a report as text', async ({ page }) => {
      await page.goto(sitreps)
      await page
        .getByRole('link', { name: /^(Situation report|Flash update) \d+/ })
        .first()
        .click()
      await page.getByRole('link', { name: 'As text' }).click()
      const text = (await page.locator('pre').textContent()) ?? ''
      expect(text).toContain('Highlights')
      expect(text).toMatch(/\n\[1\] .+/)
      const marks = new Set(text.match(/\[\d+\]/g))
      const explained = new Set(text.match(/^\[\d+\]/gm))
      expect([...marks].filter((mark) => !explained.has(mark))).toEqual([])
    })
  })
}

test('A reader copies a report as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(sitreps)
  await page
    .getByRole('link', { name: /^(Situation report|Flash update) \d+/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('Highlights')
  expect(text).toContain(`${new URL(page.url()).origin}${sitreps}/`)
})

test.describe('By email', () => {
  test.use({ javaScriptEnabled: false })

  test('A reader without scripts subscribes, confirms, and unsubscribes', async ({ page }) => {
    test.slow()
    const mails = await startMailServer(readEnv().ATTEST_E2E_PORT + 1)
    try {
      const email = `${crypto.randomUUID()}@example.org`
      const linkIn = async (path: string) => {
        const find = () => mails.arrived.find(({ to }) => to.includes(email))
        await expect.poll(() => find() !== undefined).toBe(true)
        const link = find()?.text.match(new RegExp(`http://[^\\s"<]+/${path}/[\\w.-]+`))?.[0] ?? ''
        mails.arrived.length = 0
        return link
      }
      const ask = async (address: string) => {
        await page.goto(sitreps)
        await page.getByLabel('Email address').fill(address)
        await page.getByLabel('the main points, with the PDF').check()
        await page.getByRole('button', { name: 'Subscribe' }).click()
      }
      await ask(email)
      const said = page.getByRole('status').filter({ hasText: 'on its way' })
      await expect(said).toBeVisible()
      const answered = await said.textContent()
      await page.goto(await linkIn('subscriptions/confirm'))
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are subscribed')

      await ask(email)
      await expect(said).toHaveText(String(answered))
      const end = await linkIn('subscriptions/end')
      await page.goto(end)
      await page.getByRole('button', { name: 'Unsubscribe' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are unsubscribed')
      await page.goto(end)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are unsubscribed')
    } finally {
      await mails.close()
    }
  })
})

test('An administrator registers a webhook, is shown its secret once, and removes it', async ({ page }) => {
  test.slow()
  await signInAs(page, 'administrator', `/admin/crises/${crisis}/sending`)
  const form = page.getByRole('form', { name: 'Register an address' })
  await form.getByLabel('Address').fill('https://10.0.0.1/hook')
  await form.getByRole('button', { name: 'Register' }).click()
  await expect(form.getByLabel('Address')).toHaveAccessibleDescription(/leads into a private network/)
  await expect(form.getByLabel('Address')).toBeFocused()
  const address = `https://8.8.8.8/${crypto.randomUUID()}`
  await form.getByLabel('Address').fill(address)
  await form.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByText(/^whsec_[\w+/]{43}=$/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(address, { exact: true })).toBeVisible()
  await expect(page.getByText(/^whsec_/)).toHaveCount(0)
  await page
    .getByRole('form', { name: `Remove: ${address}` })
    .getByRole('button')
    .click()
  await expect(page.getByText(`${address} · Removed by`, { exact: false })).toBeVisible()
})

test('An administrator sets the terms for ReliefWeb and downloads a package', async ({ page }) => {
  test.slow()
  await signInAs(page, 'administrator', `/admin/crises/${crisis}/sending`)
  const form = page.getByRole('form', { name: 'ReliefWeb' })
  await form.getByLabel('Source').fill('none')
  await form.getByLabel('Reason').fill('We post our reports there.')
  await form.getByRole('button', { name: 'Save these terms' }).click()
  await expect(form.getByLabel('Source')).toHaveAccessibleDescription(/Write numbers/)
  // Another each time: terms that stand already are no change.
  await form.getByLabel('Source').fill(`${1503 + test.info().repeatEachIndex}`)
  await form.getByLabel('Country').fill('13, 14')
  await form.getByRole('button', { name: 'Save these terms' }).click()
  // The form begins anew with what is kept now, and goes on to say so.
  await expect(form.getByLabel('Reason')).toHaveValue('')
  await expect(form.getByText('Saved.')).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /^Package of sitrep/ })
    .first()
    .click()
  const file = await (await waiting).path()
  expect((await readFile(file)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
})
