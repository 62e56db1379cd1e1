import { createHash, randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { makeCrisis as makeCrisisOver } from '@/tests/support/make-crisis'
import { beSignedInAs } from '@/tests/support/sign-in'

test.describe.configure({ timeout: 120_000 })

/** A statement as its publisher has it on the web: its bytes are not its text. */
const file = {
  name: 'statement.html',
  mimeType: 'text/html',
  buffer: Buffer.from(
    '<!doctype html><html lang="en"><head><title>Statement of the evening</title></head><body><article><h1>Statement</h1>' +
      '<p>The office said that 12 civilians were killed in the valley on Tuesday, and 30 wounded.</p></article></body></html>',
  ),
}
const sha256 = createHash('sha256').update(file.buffer).digest('hex')

async function makeCrisis(browser: Browser): Promise<string> {
  const baseURL = test.info().project.use.baseURL ?? ''
  const page = await browser.newPage({ baseURL })
  await beSignedInAs(page, 'administrator')
  const { slug } = await makeCrisisOver(page.request, baseURL)
  await page.close()
  return slug
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const kept = (page: Page) => page.locator('[data-draft=kept]')
const archive = (page: Page) => page.getByRole('button', { name: /Archive and enter/ })

async function upload(page: Page): Promise<void> {
  await page.getByLabel('or a file').setInputFiles(file)
  await expect(text(page)).toHaveValue(/12 civilians/)
  await choosePublisher(page)
  await expect(kept(page)).toBeVisible()
}

async function choosePublisher(page: Page): Promise<void> {
  await page.getByLabel('Publisher').fill('Azatutyun')
  await page
    .getByRole('option', { name: /Azatutyun/ })
    .first()
    .click()
}

/** The hash of what was archived last in a crisis; null while nothing is. */
async function archivedIn(page: Page, slug: string): Promise<string | null> {
  const { items } = await (await page.request.get(`/api/v1/crises/${slug}/documents`)).json()
  return items[0]?.sha256 ?? null
}

/** How many records of files the browser's database holds. */
function countFiles(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('attest-drafts', 1)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const keys = request.result.transaction('records').objectStore('records').getAllKeys()
          keys.onsuccess = () => {
            request.result.close()
            resolve(keys.result.filter((key) => (key as string[])[1] === 'file').length)
          }
        }
      }),
  )
}

test('A file that was chosen before a reload is archived as the file', async ({ page, browser }) => {
  const slug = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  await upload(page)
  await page.reload()
  await expect(text(page)).toHaveValue(/12 civilians/)
  await expect(page.getByText('statement.html is kept on this device')).toBeVisible()
  expect(await countFiles(page)).toBe(1)
  await archive(page).click()
  await page.waitForURL(/\/enter\/[0-9a-f-]{36}$/)
  expect(await archivedIn(page, slug)).toBe(sha256)
  expect(await countFiles(page)).toBe(0)
})

test('A file that is archived without a link goes out as the file when the link is back, also after a reload', async ({
  page,
  browser,
}) => {
  const slug = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  await upload(page)
  let isAway = true
  await page.route(`**/api/v1/crises/${slug}/documents`, (route) => (isAway ? route.abort() : route.continue()))
  await archive(page).click()
  await expect(page.getByText('it goes out by itself. The desk opens')).toBeVisible()
  await page.reload()
  await expect(text(page)).toHaveValue('')
  isAway = false
  await page.reload()
  await expect.poll(() => archivedIn(page, slug)).toBe(sha256)
  await expect.poll(() => countFiles(page)).toBe(0)
})

test('Where the browser refuses to keep a file, its text is not archived as if it had been pasted', async ({
  page,
  browser,
}) => {
  const slug = await makeCrisis(browser)
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value, key) {
      if (value.kind === 'file') throw new DOMException('No space is left.', 'QuotaExceededError')
      return put.call(this, value, key)
    }
  })
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  await upload(page)
  await expect(page.getByText('statement.html cannot be kept on this device')).toBeVisible()
  await page.reload()
  const input = page.getByLabel('or a file')
  await expect(text(page)).toHaveValue(/12 civilians/)
  await expect(input).toHaveAccessibleDescription(/not on this device any more: choose it again/)
  await archive(page).click()
  await expect(input).toBeFocused()
  expect(await archivedIn(page, slug)).toBeNull()
  await input.setInputFiles(file)
  await expect(page.getByText('statement.html cannot be kept on this device')).toBeVisible()
  await archive(page).click()
  await page.waitForURL(/\/enter\/[0-9a-f-]{36}$/)
  expect(await archivedIn(page, slug)).toBe(sha256)
})

/** Two documents in a crisis of their own, over the API, as the contributor who is signed in at this page. */
async function archiveTwo(page: Page, slug: string): Promise<void> {
  const { items } = await (await page.request.get(`/api/v1/crises/${slug}/lookup?kind=source&q=Azatutyun`)).json()
  for (const title of ['Morning statement', 'Evening statement']) {
    const made = await page.request.post(`/api/v1/crises/${slug}/documents`, {
      headers: { origin: test.info().project.use.baseURL ?? '', 'idempotency-key': randomUUID() },
      data: {
        publisher: items[0].id,
        title,
        url: null,
        publishedAt: '2023-10-20T10:00:00Z',
        publishedPrecision: 'minute',
        language: 'en',
        text: `${title}: 12 and 15 complaints were received.`,
        sensitivity: 'public',
      },
    })
    expect(made.ok(), await made.text()).toBe(true)
  }
}

const chosen = (page: Page) => page.getByLabel('Document', { exact: true })

async function choose(page: Page, title: string): Promise<void> {
  await chosen(page).fill(title)
  await page.getByRole('option', { name: title }).click()
}

test('A single figure comes back with the document that was chosen for it', async ({ page, browser }) => {
  const slug = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await archiveTwo(page, slug)
  const form = `/admin/crises/${slug}/enter/figure`
  await page.goto(form)
  await choose(page, 'Morning statement')
  await page.getByLabel('Number', { exact: true }).fill('12')
  await expect(kept(page)).toBeVisible()
  for (const back of [() => page.reload(), () => page.goto(form)]) {
    await back()
    await expect(chosen(page)).toHaveValue('Morning statement')
    await expect(page.getByLabel('Number', { exact: true })).toHaveValue('12')
  }
})

test('A table comes back with its document, and once refused is opened again for that document and no other', async ({
  page,
  browser,
}) => {
  const slug = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await archiveTwo(page, slug)
  await page.goto(`/admin/crises/${slug}/enter/table`)
  await choose(page, 'Evening statement')
  await page.getByText('names nobody').click()
  const quote = page.getByLabel('Quote', { exact: true })
  await quote.fill('12 and 15 complaints were received')
  await page.getByLabel('Day of column 1').fill('2023-10-01')
  await page.locator('#cell-0-0').fill('12')
  await expect(kept(page)).toBeVisible()
  await page.reload()
  await expect(chosen(page)).toHaveValue('Evening statement')
  await expect(page.locator('#cell-0-0')).toHaveValue('12')

  const refusal = { type: 'about:blank', title: 'Refused', status: 422, detail: 'The codelist has changed.' }
  await page.route(`**/api/v1/crises/${slug}/statements`, (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
  )
  await page.getByRole('button', { name: /Save 1 figure/ }).click()
  const reason = page.getByLabel('Why it is right nevertheless')
  const said = page.getByText('The codelist has changed.')
  await expect(reason.or(said).first()).toBeVisible()
  if (await reason.isVisible()) {
    await reason.fill('The sentence proves it')
    await page.getByRole('button', { name: /Save 1 figure/ }).click()
  }
  await expect(said).toBeVisible()

  // Meanwhile another document is chosen: the refused table stays with its own.
  await choose(page, 'Morning statement')
  await expect(page.locator('#cell-0-0')).toHaveValue('')
  await page.goto('/admin')
  await page.getByText('Show', { exact: true }).click()
  await page.getByRole('link', { name: 'Open again' }).click()
  await expect(chosen(page)).toHaveValue('Evening statement')
  await expect(page.locator('#cell-0-0')).toHaveValue('12')
  await choose(page, 'Morning statement')
  await expect(page.locator('#cell-0-0')).toHaveValue('')
})

test('Settings that were begun come back after a reload, over the version they were typed over', async ({
  page,
  browser,
}) => {
  const slug = await makeCrisis(browser)
  await beSignedInAs(page, 'administrator')
  await page.goto(`/admin/crises/${slug}/settings`)
  const form = page.getByRole('form', { name: 'General' })
  const disclaimer = form.getByLabel('Disclaimer')
  await disclaimer.fill('Figures are those of their sources.')
  await form.getByLabel('Russian').check()
  await form.getByLabel('Reason').fill('Agreed with the office')
  await expect(form.locator('[data-draft=kept]')).toBeVisible()

  const { version } = await (await page.request.get(`/api/v1/crises/${slug}`)).json()
  const change = (data: object, of: number) =>
    page.request.patch(`/api/v1/crises/${slug}`, {
      headers: {
        origin: test.info().project.use.baseURL ?? '',
        'idempotency-key': randomUUID(),
        'if-match': String(of),
      },
      data,
    })
  const faster = await change({ subtitle: 'A subtitle of somebody else', reason: 'Faster' }, version)
  expect(faster.ok(), await faster.text()).toBe(true)

  await page.reload()
  await expect(disclaimer).toHaveValue('Figures are those of their sources.')
  await expect(form.getByLabel('Russian')).toBeChecked()
  await expect(form.getByLabel('Subtitle')).toHaveValue('A subtitle of somebody else')
  await form.getByRole('button', { name: 'Save these settings' }).click()
  await expect(form.getByRole('table')).toContainText('Figures are those of their sources.')
  await form.getByRole('button', { name: 'Write mine over it' }).click()
  await expect(form.getByText('Saved.', { exact: true })).toBeVisible()
  const now = await (await page.request.get(`/api/v1/crises/${slug}`)).json()
  expect(now).toMatchObject({
    disclaimer: 'Figures are those of their sources.',
    subtitle: 'A subtitle of somebody else',
  })
  await page.reload()
  await expect(form.locator('[data-draft=empty]')).toBeAttached()
})
