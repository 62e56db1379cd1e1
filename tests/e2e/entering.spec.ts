import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'
import { makeCrisis as makeCrisisOver } from '@/tests/support/make-crisis'
import { as, beSignedInAs } from '@/tests/support/sign-in'

async function makeCrisis(browser: Browser): Promise<{ slug: string }> {
  const baseURL = test.info().project.use.baseURL ?? ''
  const page = await as(browser, 'administrator')
  const made = await makeCrisisOver(page.request, baseURL)
  await page.context().close()
  return made
}

async function seriousFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const crisis = '/admin/crises/nagorno-karabakh-2023'
const pages = {
  'the desk': '/admin',
  'the choice of a document': `${crisis}/enter`,
  'the single figure': `${crisis}/enter/figure`,
  'the table': `${crisis}/enter/table`,
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In the ${colorScheme} theme`, () => {
    test.use({ colorScheme })
    for (const [name, path] of Object.entries(pages)) {
      test(`nothing keeps people with a disability from ${name}`, async ({ page }) => {
        test.slow()
        await beSignedInAs(page, 'contributor')
        await page.goto(path)
        expect(await seriousFindings(page)).toEqual([])
      })
    }

    test('nothing keeps people with a disability from entering from a document', async ({ page }) => {
      test.slow()
      await beSignedInAs(page, 'contributor')
      await openDesk(page)
      expect(await seriousFindings(page)).toEqual([])
    })
  })
}

/** The desk on the first archived document of the exercise, which has its whole text. */
async function openDesk(page: Page) {
  await page.goto('/admin/crises/exercise-merrowen-valley/enter')
  await page.getByRole('region', { name: 'Archived documents' }).getByRole('link').first().click()
  await expect(page.getByRole('tab', { name: 'Figure' })).toBeVisible()
}

test.describe('On a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  for (const [name, path] of Object.entries(pages)) {
    test(`${name} never scrolls sideways`, async ({ page }) => {
      await beSignedInAs(page, 'contributor')
      await page.goto(path)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(beyond).toBe(0)
    })
  }
})

test('A document that is there already is named before it is archived again', async ({ page, browser }) => {
  const { slug } = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  for (const round of [1, 2]) {
    await page.goto(`/admin/crises/${slug}/enter`)
    await page.getByLabel('Text', { exact: true }).fill('Three people were killed in the valley.')
    await page.getByLabel('Title').fill('A statement')
    await page.getByRole('textbox', { name: 'Language' }).fill('en')
    await page.getByLabel('Publisher').fill('Azatutyun')
    await page
      .getByRole('option', { name: /Azatutyun/ })
      .first()
      .click()
    const warning = page.getByText('This is archived already:')
    if (round === 2) return await expect(warning).toBeVisible()
    await expect(warning).toBeHidden()
    await page.getByRole('button', { name: /Archive and enter/ }).click()
    await page.waitForURL(/\/enter\/[0-9a-f-]{36}$/)
  }
})

test('A finding stands beside its field, and wants a reason before the figure is saved', async ({ page, browser }) => {
  const { slug } = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  await page.getByLabel('Text', { exact: true }).fill('The ministry said that three people were killed in the valley.')
  await page.getByLabel('Title').fill('A statement')
  await page.getByRole('textbox', { name: 'Language' }).fill('en')
  await page.getByLabel('Published').fill('2023-09-19 18:40')
  await page.getByLabel('Publisher').fill('Azatutyun')
  await page
    .getByRole('option', { name: /Azatutyun/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Archive and enter/ }).click()
  const form = page.getByRole('tabpanel', { name: 'Figure' })
  await form.getByText('names nobody').click()
  await form.getByLabel('Number', { exact: true }).fill('4')
  await form.getByLabel('Quote').fill('three people were killed')
  await expect(form.getByText('does not stand in the quote')).toBeVisible()
  await form.getByRole('button', { name: /Save and next/ }).click()
  await expect(form.getByText('Say for each finding why')).toBeVisible()
  await expect(page.locator('[data-state]')).toHaveCount(0)
  for (const reason of await form.getByLabel(/^Why it is right nevertheless/).all()) {
    await reason.fill('A correction followed in the same bulletin')
  }
  await form.getByRole('button', { name: /Save and next/ }).click()
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(1)
})

test('A table pasted from a spreadsheet becomes the figures of one statement', async ({ page, browser }) => {
  const { slug } = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  await page
    .getByLabel('Text', { exact: true })
    .fill('Complaints received: 12 on Monday, 15 on Tuesday. Open: 7 and 9.')
  await page.getByLabel('Title').fill('Daily table')
  await page.getByRole('textbox', { name: 'Language' }).fill('en')
  await page.getByLabel('Published').fill('2023-10-03 10:00')
  await page.getByLabel('Publisher').fill('Human Rights')
  await page
    .getByRole('option', { name: /Human Rights Defender/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Archive and enter/ }).click()
  await page.waitForURL(/\/enter\/[0-9a-f-]{36}$/)

  await page.goto(`/admin/crises/${slug}/enter/table`)
  await page.getByLabel('Document', { exact: true }).fill('Daily')
  await page.getByRole('option', { name: /Daily table/ }).click()
  await page.getByText('names nobody').click()
  await page
    .getByLabel('Quote', { exact: true })
    .fill('Complaints received: 12 on Monday, 15 on Tuesday. Open: 7 and 9')
  await page.getByLabel('Day of column 1').fill('2023-10-01')
  await page.getByLabel('Day of column 2').fill('2023-10-02')
  await page.getByLabel('Indicator of row 2').selectOption('complaints-open')
  await page.locator('#cell-0-0').focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '12\t15\n-\tabc')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText('This cannot be read as a number.').first()).toBeVisible()
  await page.locator('#cell-1-1').fill('9')
  const reason = page.getByLabel('Why it is right nevertheless')
  if (
    await reason.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
  )
    await reason.fill('One line of the table proves all of them')
  await page.getByRole('button', { name: /Save 3 figures/ }).click()
  await expect(page.getByText(/^Saved: 3 figures/)).toBeVisible()
})

test('Cells are checked each for itself, and rows and columns of a table are taken away by keyboard', async ({
  page,
  browser,
}) => {
  test.slow()
  const { slug } = await openNewDesk(page, browser, 'Complaints received: 12 on Monday, 15 on Tuesday.')
  await page.goto(`/admin/crises/${slug}/enter/table`)
  await page.getByLabel('Document', { exact: true }).fill('A statement')
  await page.getByRole('option', { name: /A statement/ }).click()
  await page.getByText('names nobody').click()
  await page.getByLabel('Quote', { exact: true }).fill('Complaints received: 12 on Monday, 15 on Tuesday')
  await page.getByLabel('Day of column 1').fill('2023-09-18')
  await page.getByLabel('Day of column 2').fill('2023-09-19')
  await page.locator('#cell-0-0').fill('13')
  await page.locator('#cell-0-1').fill('15')
  await page.locator('#cell-1-0').fill('abc')
  // One cell that cannot be read keeps nobody from hearing of the others.
  await expect(page.getByText('This cannot be read as a number.').first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'does not stand in the quote' })).toContainText(
    '2023-09-18',
  )

  await page.getByRole('button', { name: 'Remove row 2' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('This cannot be read as a number.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Remove row 2' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Indicator of row 1')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Remove row 1' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove column 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove column 1' })).toBeFocused()
  await expect(page.getByLabel('Day of column 1')).toHaveValue('2023-09-19')
  await expect(page.locator('#cell-0-0')).toHaveValue('15')
})

test('A row of the table is told of by every facet of its people, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await beSignedInAs(page, 'contributor')
  await page.goto('/admin/crises/nagorno-karabakh-2023/enter/table')
  await page.getByLabel('Document', { exact: true }).click()
  await page.getByRole('option').first().click()
  await page.getByLabel('Age of row 1').selectOption('child')
  await page.getByLabel('More about the people of row 1').press('Enter')
  await page.getByLabel('Role of row 1').selectOption('aid worker')
  await page.getByLabel('Condition of row 1').selectOption('wounded')
  await page.getByLabel('Disability of row 1').selectOption('with a disability')
  await page.getByLabel('Group of row 1').selectOption({ index: 1 })
  await expect(page.getByLabel('Group of row 1')).not.toHaveValue('')
  await expect(page.getByLabel('Age of row 1')).toHaveValue('child')
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
})

/** A desk on a new document of a new crisis, the publisher speaking for itself. */
async function openNewDesk(page: Page, browser: Browser, words: string) {
  const { slug } = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  await page.getByLabel('Text', { exact: true }).fill(words)
  await page.getByLabel('Title').fill('A statement')
  await page.getByRole('textbox', { name: 'Language' }).fill('en')
  await page.getByLabel('Published').fill('2023-09-19 18:40')
  await page.getByLabel('Publisher').fill('Human Rights')
  await page
    .getByRole('option', { name: /Human Rights Defender/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Archive and enter/ }).click()
  const form = page.getByRole('tabpanel', { name: 'Figure' })
  await form.getByText('names nobody').click()
  return { slug, form, pane: page.getByRole('application', { name: 'Text of the document' }) }
}

test('Figures entered while the link is away wait on the device, and go out once each when it is back', async ({
  page,
  browser,
  context,
}) => {
  test.slow()
  const { form, pane } = await openNewDesk(
    page,
    browser,
    'The office said that 12 civilians were killed. It said that 30 soldiers were wounded.',
  )
  await expect(form.getByText('Kept on this device')).toBeVisible()
  await context.setOffline(true)
  for (const waiting of [1, 2]) {
    await pane.focus()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await expect(form.getByLabel('Number', { exact: true })).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('[data-state="waiting"]')).toHaveCount(waiting)
  }
  await context.setOffline(false)
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(2, { timeout: 60_000 })
  await page.reload()
  await expect(page.locator('[data-state]')).toHaveCount(2)
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(2)
})

test('What is taken from the text while the last figure is still being saved comes after it, and nothing of either is lost', async ({
  page,
  browser,
}) => {
  const { form, pane } = await openNewDesk(
    page,
    browser,
    'The office said that 12 civilians were killed. It said that 30 soldiers were wounded.',
  )
  let answer = () => {}
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/crises/*/statements', async (route) => {
    await mayAnswer
    await route.continue()
  })
  const number = form.getByLabel('Number', { exact: true })
  await pane.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(number).toHaveValue('12')
  await form.getByLabel(/days old/).fill('Entered from the archive')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('Saving…')).toBeVisible()
  await pane.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(number).toHaveValue('12')
  answer()
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(1)
  await expect(number).toHaveValue('30')
  await expect(number).toBeFocused()
  await expect(form.getByLabel('Quote')).toHaveValue(/30 soldiers/)
})

test('A check that is never answered does not hold up the figure', async ({ page, browser }) => {
  const { form, pane } = await openNewDesk(page, browser, 'The office said that 12 civilians were killed.')
  await page.route('**/api/v1/crises/*/findings', () => {})
  await pane.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(form.getByLabel('Number', { exact: true })).toHaveValue('12')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('Saving…')).toBeVisible()
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(1)
  await expect(form.getByLabel('Number', { exact: true })).toHaveValue('')
})

test('Whose session ends while they enter signs in again, finds the form full, and the figure goes out once', async ({
  page,
  browser,
  context,
}) => {
  test.slow()
  const { form, pane } = await openNewDesk(page, browser, 'The office said that 12 civilians were killed.')
  await pane.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(form.getByLabel('Number', { exact: true })).toHaveValue('12')
  await form.getByLabel('Coverage').evaluate((field) => field.closest('details')?.setAttribute('open', ''))
  await form.getByLabel('Coverage').fill('Without the northern villages')
  await form.getByLabel(/days old/).fill('Entered from the archive')
  await expect(form.locator('[data-draft=kept]')).toBeVisible()
  await context.clearCookies()
  // The form stays as it is, whether it is sent before or after the person signed in again.
  await form.getByRole('button', { name: /Save and next/ }).click()
  await expect(page.getByText('1 entry waits until you sign in again')).toBeVisible()
  await form.getByLabel('Number', { exact: true }).fill('7')
  await expect(form.locator('[data-draft=kept]')).toBeVisible()
  const desk = page.url()
  await page.goto(desk)
  await page.waitForURL(/\/sign-in\?next=/)
  await page.getByLabel('Email address').fill('contributor@example.org')
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(desk)
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(1)
  await expect(form.getByLabel('Number', { exact: true })).toHaveValue('7')
  await page.reload()
  await expect(page.locator('[data-state="submitted"]')).toHaveCount(1)
  await expect(page.locator('[data-state]')).toHaveCount(1)
})

test('A new source is graded with the reason, and the grade waits for a second person', async ({ page, browser }) => {
  const { slug } = await makeCrisis(browser)
  await beSignedInAs(page, 'contributor')
  await page.goto(`/admin/crises/${slug}/enter`)
  const name = `Weir Bulletin ${slug}`
  await page.getByLabel('Publisher').fill(name)
  await page.getByRole('option', { name: /New source/ }).click()
  const dialog = page.getByRole('dialog', { name: 'New source' })
  await dialog.getByLabel('Grade', { exact: true }).selectOption('C')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('This is needed.')).toBeVisible()
  await dialog.getByLabel('Why this grade').fill('Its counts were right in most of last year’s floods.')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByLabel('Publisher')).toHaveValue(name)
  await expect(dialog).toBeHidden()

  const reviewer = await as(browser, 'reviewer')
  await reviewer.goto('/admin/review')
  await expect(reviewer.getByRole('navigation', { name: 'What waits' }).getByText(`${name}: C`)).toBeVisible()
})
