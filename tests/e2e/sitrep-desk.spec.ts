import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '@/domain/workflow/actor'
import { correctKilled, makeReportGround, type ReportGround } from '@/tests/support/make-report-ground'
import { readPdf } from '@/tests/support/read-pdf'
import { beSignedInAs, beSignedInAsNew } from '@/tests/support/sign-in'

const originOf = () => test.info().project.use.baseURL ?? ''

async function as(browser: Browser, role: Role, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto('/sign-in')
  await beSignedInAs(page, role)
  return page
}

const inYerevan = (options: Intl.DateTimeFormatOptions, at: number | Date = new Date()) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Yerevan', ...options }).format(at)

/** A crisis that begins today: its first cut-off is the next one. */
async function ground(browser: Browser, cutOff: string, daily: boolean) {
  const startDay = inYerevan({ year: 'numeric', month: '2-digit', day: '2-digit' })
  const [administrator, contributor, reviewer] = await Promise.all(
    (['administrator', 'contributor', 'reviewer'] as const).map(async (role) => (await as(browser, role)).request),
  )
  if (!administrator || !contributor || !reviewer) throw new Error('Nobody is signed in.')
  const askers = { administrator, contributor, reviewer }
  return { askers, made: await makeReportGround(askers, originOf(), { cutOff, daily, startDay }) }
}

/** A second person who is an editor, with an account of their own. */
async function anotherEditor(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beSignedInAsNew(page, browser, 'editor', 'Second editor')
  return page
}

/** Begins a draft for now and opens it. */
async function beginDraft(page: Page, { slug }: ReportGround): Promise<void> {
  await page.goto(`/admin/crises/${slug}/sitreps`)
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await page.waitForURL(/\/admin\/sitreps\/[0-9a-f-]{36}$/)
  await expect(overview(page)).toBeVisible()
}

const overview = (page: Page) => page.getByRole('textbox', { name: 'Situation overview' })
const saved = (page: Page) => page.locator('[data-save="saved"]')

const found = (page: Page) => page.getByRole('listbox', { name: 'What can be referred to' }).getByRole('option')

/** Looks for words at the cursor and puts what is found first into the text. */
async function refer(page: Page, opening: '/' | '[[', words: string, shown: string) {
  await page.keyboard.type(`${opening}${words}`)
  await expect(found(page).first()).toContainText(shown)
  await page.keyboard.press('Enter')
  await expect(found(page)).toHaveCount(0)
}

/** The time of the next whole minute that is not at once, in Yerevan, as a cut-off is written. */
function soonInYerevan(): string {
  const soon = Math.ceil(Date.now() / 60_000 + 0.75) * 60_000
  return inYerevan({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, soon)
}

test('The cut-off passes, an editor writes by keyboard, moves the viewpoint and mends; another approves; it is out, and an erratum follows', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const cutOff = soonInYerevan()
  const { askers, made } = await ground(browser, cutOff, true)
  const editor = await as(browser, 'editor')
  const desk = `/admin/crises/${made.slug}/sitreps`
  await editor.goto(desk)
  // Before: the clock tells what is to come. After: the draft is there, made by nobody.
  await expect(editor.getByText('Its draft is made at the cut-off, by itself.')).toBeVisible()
  const ofToday = editor.getByRole('definition').getByRole('link', { name: 'Situation report 1' })
  await expect(async () => {
    await editor.goto(desk)
    await expect(ofToday).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 200_000, intervals: [5000] })
  await editor.goto('/admin')
  await expect(editor.getByRole('heading', { name: 'Today’s sitrep' })).toBeVisible()
  await editor.goto(desk)
  await ofToday.click()

  // Prose with five references, by keyboard alone.
  await overview(editor).focus()
  await editor.keyboard.type('The office counted ')
  await refer(editor, '/', 'count of killed', '12')
  await editor.keyboard.type(' killed and ')
  await refer(editor, '[[', 'injured stepan', '31')
  await editor.keyboard.type(' injured, ')
  await refer(editor, '/', '7', '7')
  await editor.keyboard.type(' missing; ')
  await refer(editor, '/', '4150', '4,150')
  await editor.keyboard.type(' registered, the remains of ')
  await refer(editor, '/', 'remains', '3')
  await editor.keyboard.type(' found. The regime was silent, and 40 more died.')
  await expect(overview(editor).locator('[data-reference]')).toHaveCount(5)
  await expect(overview(editor).locator('[data-reference]').first()).toHaveText(/^12 \[\d\]$/)
  await expect(saved(editor)).toBeVisible()
  const serial = Number(await editor.locator('[data-serial]').getAttribute('data-serial'))
  await expect(editor.locator(`[data-shown="${serial}"]`)).toBeVisible()
  await expect(editor.getByRole('img', { name: /^Page 1 of/ }).locator('canvas')).toBeVisible()

  // What was typed outlives a reload.
  await editor.reload()
  await expect(overview(editor)).toContainText('40 more died')

  // A number changes in the ledger; with the viewpoint moved to now it is marked, old and new.
  await correctKilled(askers, originOf(), made)
  await editor.getByText('Viewpoint, period and languages').click()
  await editor.getByRole('button', { name: 'Move both to now' }).click()
  await expect(editor.getByText('One number changed since it was written')).toBeVisible()
  await expect(overview(editor).locator('[data-moved]')).toHaveText(/12 14/)
  await editor.getByRole('button', { name: 'Accept 14 in place of 12' }).click()
  await expect(overview(editor).locator('[data-moved]')).toHaveCount(0)

  // The typed number stops it, the loaded word does not; the list leads to the place.
  await expect(editor.getByText('One thing stops it from going out')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Ask for approval' })).toBeDisabled()
  await editor.getByRole('tab', { name: /^To mend/ }).click()
  const list = editor.getByRole('tabpanel', { name: 'To mend' })
  await expect(list.getByRole('button', { name: /"regime" takes a side/ })).toBeVisible()
  await list.getByRole('button', { name: /The number "40"/ }).click()
  await expect(overview(editor)).toBeFocused()
  for (let count = 'The regime was silent, and 40 more died.'.length; count > 0; count--) {
    await editor.keyboard.press('Backspace')
  }
  await editor.getByRole('tab', { name: /^To mend/ }).click()
  await expect(list.getByRole('button', { name: /The number "40"/ })).toHaveCount(0)
  await expect(list.getByRole('button', { name: /"regime"/ })).toHaveCount(0)
  await editor.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(editor.getByText('Waits for approval')).toBeVisible()
  await expect(editor.getByText('You wrote in it, or asked for its approval: somebody else approves.')).toBeVisible()

  // Another approves: first it is returned with a comment, then it is right.
  const reviewer = await as(browser, 'reviewer')
  await reviewer.goto('/admin')
  const waiting = reviewer.getByRole('region', { name: 'Sitreps that wait for your approval' })
  await expect(waiting).toContainText('Situation report 1')
  await reviewer.goto(new URL(editor.url()).pathname)
  await reviewer.getByRole('button', { name: 'Return with a comment' }).click()
  await reviewer.getByLabel('What is to be mended').fill('Say which office.')
  await reviewer.getByRole('button', { name: 'Return it' }).click()
  await expect(reviewer.getByText('To be mended:')).toBeVisible()
  await editor.reload()
  await expect(editor.getByText('Say which office.')).toBeVisible()
  await overview(editor).click()
  await editor.keyboard.press('Control+Home')
  await editor.keyboard.type('As the Defender’s office said: ')
  await editor.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(editor.getByText('Waits for approval')).toBeVisible()
  await reviewer.reload()
  await expect(overview(reviewer)).toContainText('As the Defender’s office said')
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await expect(reviewer.getByText('Approved', { exact: true })).toBeVisible()

  await editor.reload()
  await editor.getByRole('button', { name: 'Publish' }).click()
  await editor.getByRole('button', { name: 'Publish now' }).click()
  await expect(editor.getByRole('link', { name: 'Open the edition' })).toBeVisible({ timeout: 60_000 })
  await editor.getByRole('link', { name: 'Open the edition' }).click()
  const { pages } = await downloadPdf(editor)
  expect(pages.join(' ').replace(/\s+/g, ' ')).toMatch(/The office counted 14.*killed and 31.*injured/)

  // What it carries changes once more: the desk says so, and an erratum follows.
  const [killed = ''] = made.figures
  const { version } = await (await askers.reviewer.get(`/api/v1/figures/${killed}`)).json()
  const withdrawn = await askers.reviewer.post(`/api/v1/figures/${killed}/withdraw`, {
    data: { reason: 'The office took its count back.' },
    headers: { origin: originOf(), 'idempotency-key': randomUUID(), 'if-match': `"${version}"` },
  })
  expect(withdrawn.ok(), await withdrawn.text()).toBe(true)
  await editor.goto('/admin')
  const changed = editor.getByRole('region', { name: 'Published numbers that changed' })
  await expect(changed).toContainText('The office took its count back.')
  await expect(changed.getByRole('link', { name: 'Sitrep 1, edition 1' }).first()).toBeVisible()
  await editor.goto(desk)
  await editor.getByRole('radio', { name: 'Erratum' }).check()
  await editor.getByLabel('What changed').fill('The number of people killed is withdrawn.')
  await editor.getByLabel('Why').fill('The office took its count back.')
  await editor.getByRole('button', { name: 'Begin the erratum' }).click()
  await editor.waitForURL(/\/admin\/sitreps\/[0-9a-f-]{36}$/)
  await expect(editor.getByRole('heading', { name: 'Situation report 1, edition 2' })).toBeVisible()
  await editor.getByRole('button', { name: 'Move both to now' }).click()
  await expect(editor.getByText('One number changed since it was written')).toBeVisible()
  await expect(overview(editor).locator('[data-moved]')).toHaveText(/14 no figure reported/)
  await overview(editor).click()
  await editor.keyboard.press('Control+A')
  await editor.keyboard.type('No count of the killed stands.')
  await expect(editor.getByText('One number changed since it was written')).toHaveCount(0)
  await editor.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(editor.getByText('Waits for approval')).toBeVisible()
  await reviewer.goto(new URL(editor.url()).pathname)
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await expect(reviewer.getByText('Approved', { exact: true })).toBeVisible()
  await editor.reload()
  await editor.getByRole('button', { name: 'Publish' }).click()
  await editor.getByRole('button', { name: 'Publish now' }).click()
  await expect(editor.getByRole('link', { name: 'Open the edition' })).toBeVisible({ timeout: 60_000 })

  const reader = await (await browser.newContext()).newPage()
  await reader.goto(`/crises/${made.slug}/sitreps/1?edition=1`)
  await expect(reader.getByText('Edition 2 replaces this one.')).toBeVisible()
  await reader.goto(`/crises/${made.slug}/sitreps/1`)
  await expect(reader.getByText('The number of people killed is withdrawn.').first()).toBeVisible()
  await editor.goto(desk)
  await expect(editor.getByText('superseded by edition 2')).toBeVisible()
  await expect(editor.getByText('No published number changed since the newest edition.')).toBeVisible()
})

async function downloadPdf(page: Page) {
  const link = page.getByRole('link', { name: 'Download the PDF' })
  const response = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(response.headers()['content-type']).toContain('application/pdf')
  return await readPdf(new Uint8Array(await response.body()))
}

test('Two editors write in one draft: what is apart goes together, where both wrote they choose, nothing is lost', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { made } = await ground(browser, '24:00', false)
  const [first, second] = await Promise.all([as(browser, 'editor'), anotherEditor(browser)])
  await beginDraft(first, made)
  await second.goto(new URL(first.url()).pathname)
  await expect(overview(second)).toBeVisible()

  await overview(first).click()
  await first.keyboard.type('The first wrote this.')
  await expect(saved(first)).toBeVisible()
  // Another section: it goes together.
  await second.getByRole('textbox', { name: 'Access', exact: true }).click()
  await second.keyboard.type('Roads are closed.')
  await expect(second.getByText('Demo editor saved meanwhile: Situation overview.')).toBeVisible()
  await expect(overview(second)).toContainText('The first wrote this.')
  await expect(saved(second)).toBeVisible()

  // The same section: both stand side by side until somebody chose.
  await overview(second).click()
  await second.keyboard.press('End')
  await second.keyboard.type(' The second added that.')
  await expect(saved(second)).toBeVisible()
  await overview(first).click()
  await first.keyboard.press('End')
  await first.keyboard.type(' The first went on.')
  const conflict = first.getByRole('alert').filter({ hasText: 'Second editor changed the same place meanwhile' })
  await expect(conflict).toContainText('The first went on.')
  await expect(conflict).toContainText('The second added that.')
  await first.reload()
  await expect(conflict).toContainText('The first went on.')
  await conflict.getByRole('radio', { name: /What Second editor saved/ }).check()
  await conflict.getByRole('button', { name: 'Go on with what I chose' }).click()
  await expect(overview(first)).toHaveText('The first wrote this. The second added that.')
  await expect(saved(first)).toBeVisible()
  await second.reload()
  await expect(overview(second)).toHaveText('The first wrote this. The second added that.')
  await expect(second.getByRole('textbox', { name: 'Access', exact: true })).toHaveText('Roads are closed.')
})

test('Pasted text comes without its looks, a suggestion is taken, a sector is written of and left out', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { made } = await ground(browser, '24:00', false)
  const page = await as(browser, 'editor', { permissions: ['clipboard-read', 'clipboard-write'] })
  await beginDraft(page, made)
  await overview(page).click()
  await overview(page).evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/html', '<h1>Big</h1><p onclick="alert(1)"><b>bold</b> <a href="https://x.example">link</a></p>')
    data.setData('text/plain', 'Big\nbold link\n- an item')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(overview(page).locator('p')).toHaveText(['Big', 'bold link'])
  await expect(overview(page).locator('li')).toHaveText('an item')
  await expect(overview(page).locator('h1,b,a')).toHaveCount(0)

  await page.getByRole('button', { name: /^Take: .*12 people killed/ }).click()
  const highlights = page.getByRole('textbox', { name: 'Highlights' })
  await expect(highlights.locator('[data-reference="sentence:killed"]')).toContainText('12 people killed')

  await page.getByLabel('Add a sector').selectOption('Health')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('textbox', { name: 'Health: Needs' }).click()
  await page.keyboard.type('Beds are needed.')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Health: Needs' })).toHaveText('Beds are needed.')
  await page.getByRole('button', { name: 'Leave out Health' }).click()
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await expect(page.getByRole('textbox', { name: 'Health: Needs' })).toHaveCount(0)

  // Without a link nothing is lost: it is kept here, and saved when the link is back.
  await page.context().setOffline(true)
  await overview(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Typed without a link.')
  await expect(page.locator('[data-save="away"]')).toBeVisible()
  await page.context().setOffline(false)
  await expect(saved(page)).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(overview(page)).toContainText('Typed without a link.')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Nothing keeps people with a disability from writing a sitrep, in the ${colorScheme} theme and on a phone`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    const { made } = await ground(browser, '24:00', true)
    const page = await as(browser, 'editor', { colorScheme, viewport: { width: 360, height: 740 } })
    await beginDraft(page, made)
    const draft = new URL(page.url()).pathname
    const check = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        where,
      ).toEqual([])
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(beyond, where).toBe(0)
    }
    await overview(page).click()
    await page.keyboard.type('Of 40 people /killed')
    await expect(found(page).first()).toBeVisible()
    await check('the search')
    await page.keyboard.press('Enter')
    await page.getByText('Viewpoint, period and languages').click()
    await check('the draft')
    await page.getByRole('tab', { name: /^To mend/ }).click()
    await expect(page.getByRole('button', { name: /The number "40"/ })).toBeVisible()
    await check('what is to be mended')
    await page.getByRole('tab', { name: 'Preview' }).click()
    await expect(page.getByRole('img', { name: /^Page 1 of/ }).locator('canvas')).toBeVisible()
    await check('the preview')
    for (const path of ['/admin', '/admin/sitreps', `/admin/crises/${made.slug}/sitreps`]) {
      await page.goto(path)
      await check(path)
    }
    await page.goto(draft)
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect(page.getByRole('img', { name: /^Page 1 of/ }).locator('canvas')).toBeVisible()
    await check('the draft in two columns')
  })
}

test('Whoever has no part in reports is told which role it needs', async ({ browser }) => {
  const { made } = await ground(browser, '24:00', false)
  const editor = await as(browser, 'editor')
  await beginDraft(editor, made)
  const reader = await as(browser, 'contributor')
  for (const path of ['/admin/sitreps', `/admin/crises/${made.slug}/sitreps`, new URL(editor.url()).pathname]) {
    await reader.goto(path)
    await expect(reader.getByRole('heading', { name: 'This page needs another role' })).toBeVisible()
  }
})
