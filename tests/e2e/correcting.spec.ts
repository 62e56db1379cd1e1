import { expect, type Page, test } from '@playwright/test'
import { enterAll, send } from '@/tests/support/enter-all'
import { as } from '@/tests/support/sign-in'

const form = (page: Page) => page.locator('form').filter({ has: page.locator('[data-draft]') })

test('Whoever is slower sees both versions side by side, and says which one goes on', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const { slug, document, ids } = await enterAll(browser, page)
  const desk = `/admin/crises/${slug}/enter/${document}?mend=${ids.whole}`
  await page.goto(desk)
  await expect(form(page).getByLabel('Number', { exact: true })).toHaveValue('3141')
  await form(page).getByLabel('Coverage').fill('In the hall and its yard.')
  await form(page).getByLabel('Why', { exact: true }).fill('The second edition says so.')
  await expect(form(page).locator('[data-draft=kept]')).toBeVisible()

  const reviewer = await as(browser, 'reviewer')
  const change = { coverage: 'In the hall alone.', nature: 'estimate', reason: 'The text says so.' }
  await send(reviewer, 'patch', `/figures/${ids.whole}`, change, 1)
  await form(page)
    .getByRole('button', { name: /Submit again/ })
    .click()
  const both = form(page).getByRole('table', { name: /Somebody changed it since you began/ })
  await expect(both.getByRole('columnheader', { name: 'What you typed' })).toBeVisible()
  const coverage = both.getByRole('row', { name: /Coverage/ })
  await expect(coverage).toContainText('In the hall and its yard.')
  await expect(coverage).toContainText('In the hall alone.')
  await expect(both.getByRole('row', { name: /Nature/ })).toContainText('estimate')

  // Until one is chosen nothing goes out, also after a reload: what was typed waits on the device, and is of the older version still.
  await page.reload()
  await page.getByText('Show', { exact: true }).click()
  await page.getByRole('link', { name: 'Open again' }).click()
  await page.waitForURL(/&again=/)
  await expect(coverage).toContainText('In the hall and its yard.')
  await form(page)
    .getByRole('button', { name: /Submit again/ })
    .click()
  await expect(form(page).getByText('look at both versions first')).toBeVisible()
  await form(page).getByRole('button', { name: 'Keep what I typed, over it' }).click()
  await expect(both).toBeHidden()
  const changes = form(page).getByRole('table', { name: 'What changes' })
  await expect(changes.getByRole('row', { name: /Coverage/ })).toContainText('In the hall alone.')
  await form(page)
    .getByRole('button', { name: /Submit again/ })
    .click()
  await page.waitForURL(new RegExp(`/figures/${ids.whole}$`))
  await expect(page.getByText('Version 3')).toBeVisible()
  await expect(page.getByText('The second edition says so.').first()).toBeVisible()
  const versions = await (await page.request.get(`/api/v1/figures/${ids.whole}/versions`)).json()
  expect(versions.items.map(({ version: { version } }: { version: { version: number } }) => version)).toEqual([1, 2, 3])
})

test('A reason that was begun comes back after a reload, in its open form, and goes with what it was for', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const { slug, ids } = await enterAll(browser, page)
  const reviewer = await as(browser, 'reviewer')
  await send(reviewer, 'post', `/figures/${ids.whole}/approve`, {}, 1)
  await page.goto(`/admin/crises/${slug}/figures/${ids.whole}`)
  const withdrawing = page.getByRole('group').filter({ hasText: 'Withdraw' }).first()
  await withdrawing.getByText('Withdraw', { exact: true }).first().click()
  const why = withdrawing.getByLabel('Reason')
  await why.fill('The hall counted some people twice.')
  await expect(withdrawing.locator('[data-draft=kept]')).toBeVisible()
  await page.reload()
  await expect(why).toBeVisible()
  await expect(why).toHaveValue('The hall counted some people twice.')
  await withdrawing.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('The hall counted some people twice.').first()).toBeVisible()
  await expect(why).toHaveCount(0)
  await page.goto('/admin')
  await expect(page.getByText('The hall counted some people twice.')).toHaveCount(0)
})

test('What was returned is mended in its own form: the comment beside the field, the reason in own words', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const { slug, ids } = await enterAll(browser, page)
  const reviewer = await as(browser, 'reviewer')
  const returned = [
    ['figures', ids.whole, '/population', 'Were they all civilians?'],
    ['notes', ids.note, '/text', 'Which school was it?'],
    ['disputes', ids.dispute, '/aspect', 'Do they deny the number?'],
  ] as const
  for (const [noun, id, field, comment] of returned)
    await send(reviewer, 'post', `/${noun}/${id}/return`, { comment, field }, 1)

  const mend = async (comment: string) => {
    await page.goto('/admin')
    const waiting = page
      .getByRole('region', { name: 'Returned to me' })
      .getByRole('listitem')
      .filter({ hasText: comment })
    await waiting
      .last()
      .getByRole('link', { name: /Mend it/ })
      .click()
    await expect(page.getByText(`Returned: ${comment}`).first()).toBeVisible()
  }
  const submit = () =>
    form(page)
      .getByRole('button', { name: /Submit again/ })
      .click()

  await mend('Which school was it?')
  const words = form(page).getByRole('textbox', { name: 'Note', exact: true })
  await expect(words).toHaveValue('Families slept in a school.')
  await expect(words).toHaveAccessibleDescription(/Which school was it\?/)
  await words.fill('Families slept in the school of Stepanakert.')
  await submit()
  await expect(form(page).getByText('This is needed.')).toBeVisible()
  await form(page).getByLabel('Why', { exact: true }).fill('Named the school.')
  await submit()
  await page.waitForURL(new RegExp(`/admin/crises/${slug}/notes/${ids.note}$`))
  await expect(page.getByText('Reason: Named the school.')).toBeVisible()

  await mend('Do they deny the number?')
  await expect(form(page).getByRole('group', { name: 'Aspect' })).toContainText('Do they deny the number?')
  await form(page).getByText('the number', { exact: true }).click()
  await form(page).getByLabel('Why', { exact: true }).fill('They name the number.')
  await submit()
  await page.waitForURL(new RegExp(`/disputes/${ids.dispute}$`))
  await expect(page.getByText('Reason: They name the number.')).toBeVisible()

  await mend('Were they all civilians?')
  await expect(form(page).getByRole('group', { name: 'Of whom' }).first()).toContainText('Were they all civilians?')
  await form(page).getByRole('button', { name: 'civilian', exact: true }).click()
  await form(page).getByLabel('Why', { exact: true }).fill('All of them were.')
  await submit()
  await page.waitForURL(new RegExp(`/figures/${ids.whole}$`))
  await expect(page.getByText('Reason: All of them were.')).toBeVisible()
})

test('An approved note and denial are corrected and withdrawn on their own pages, reached from desk and public page', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const { slug, ids } = await enterAll(browser, page)
  const reviewer = await as(browser, 'reviewer')
  for (const [noun, id] of [
    ['figures', ids.whole],
    ['notes', ids.note],
    ['disputes', ids.dispute],
  ] as const)
    await send(reviewer, 'post', `/${noun}/${id}/approve`, {}, 1)

  // From the public page of the figure to the denial at the desk, and to its form.
  await page.goto(`/crises/${slug}/figures/${ids.whole}`)
  await page.getByRole('region', { name: 'Disputes' }).getByRole('link', { name: 'Work on this' }).click()
  await page.waitForURL(new RegExp(`/admin/crises/${slug}/disputes/${ids.dispute}$`))
  await page.getByRole('link', { name: 'Correct' }).click()
  await form(page).getByText('the number', { exact: true }).click()
  const changes = form(page).getByRole('table', { name: 'What changes' })
  await expect(changes.getByRole('row', { name: /Aspect/ })).toContainText('not specified')
  await expect(form(page).locator('[data-draft=kept]')).toBeVisible()
  // The draft is there after a reload.
  await page.reload()
  await expect(changes.getByRole('row', { name: /Aspect/ })).toContainText('the number')
  await form(page).getByLabel('Why', { exact: true }).fill('The number is what they deny.')
  await form(page)
    .getByRole('button', { name: /Submit the correction/ })
    .click()
  await page.waitForURL(new RegExp(`/disputes/${ids.dispute}$`))

  // A second person sees the old beside the new.
  await reviewer.goto(`/admin/review?crisis=${slug}`)
  await reviewer
    .getByRole('navigation', { name: 'What waits' })
    .getByRole('link', { name: /Government in Baku/ })
    .click()
  await expect(reviewer.getByRole('heading', { name: 'It would replace version 1' })).toBeVisible()
  await expect(reviewer.getByRole('row', { name: /Aspect/ })).toContainText('not specified')
  const [response] = await Promise.all([
    reviewer.waitForResponse(/\/disputes\/[^/]+\/approve$/),
    reviewer.keyboard.press('a'),
  ])
  expect(response.ok()).toBe(true)

  // From the list of what was entered to the note, and to its withdrawal.
  await page.goto(`/admin/crises/${slug}/notes/${ids.note}`)
  await page.getByText('Withdraw', { exact: true }).first().click()
  await page.getByLabel('Reason').fill('The office took it back.')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('(withdrawn)').first()).toBeVisible()
  expect((await page.request.get(`/api/v1/notes/${ids.note}`)).status()).toBe(404)
  await reviewer.goto(`/admin/crises/${slug}/notes/${ids.note}`)
  await reviewer.getByText('A second person confirms').click()
  await reviewer.getByRole('button', { name: 'Confirm the withdrawal' }).click()
  await expect(reviewer.getByText(/Withdrawal confirmed by/)).toBeVisible()
})

test('A correction takes the whole form of a figure: what it is a part of, of whom, its nature', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const { slug, document, ids } = await enterAll(browser, page)
  const reviewer = await as(browser, 'reviewer')
  for (const id of [ids.whole, ids.part]) await send(reviewer, 'post', `/figures/${id}/approve`, {}, 1)
  await page.goto(`/admin/crises/${slug}/figures/${ids.part}`)
  await page.getByRole('link', { name: 'Correct', exact: true }).click()
  await page.waitForURL(new RegExp(`/enter/${document}\\?mend=`))
  await form(page).getByRole('button', { name: 'civilian', exact: true }).click()
  await form(page).getByLabel('Part of').selectOption({ label: 'Registered: 3,141' })
  await form(page).getByLabel('Nature').selectOption('estimate')
  await form(page).getByLabel('Why', { exact: true }).fill('They are the children among them.')
  await form(page)
    .getByRole('button', { name: /Submit the correction/ })
    .click()
  await page.waitForURL(new RegExp(`/figures/${ids.part}$`))
  const { items } = await (await page.request.get(`/api/v1/figures/${ids.part}/versions`)).json()
  expect(items.at(-1).version).toMatchObject({
    version: 2,
    population: { age: 'child', status: 'civilian' },
    partOf: ids.whole,
    nature: 'estimate',
    reason: 'They are the children among them.',
    // What was not touched stays as it was.
    asOf: items[0].version.asOf,
    quantity: items[0].version.quantity,
  })
})
