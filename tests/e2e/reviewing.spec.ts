import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { send } from '@/tests/support/enter-all'
import { makeCrisis } from '@/tests/support/make-crisis'
import { as, beSignedInAs, signInAs } from '@/tests/support/sign-in'

const text =
  'The ministry told reporters that 3,141 people had registered at the hall, 271 of them children. Another 161 people were treated for exhaustion.'

/** A crisis of its own, so that nothing another test approves is found beside what this one enters. */
async function makeOwnCrisis(browser: Browser): Promise<string> {
  const administrator = await as(browser, 'administrator')
  const { slug } = await makeCrisis(administrator.request, test.info().project.use.baseURL ?? '')
  await administrator.context().close()
  return slug
}

/** A document of its own, with three figures as of a day's noon in Yerevan that wait: what a contributor sends. */
async function enterArticle(page: Page, slug: string, title: string, day = '2023-10-20') {
  await beSignedInAs(page, 'contributor')
  const crisis = `/crises/${slug}`
  const lookUp = async (kind: string, q: string): Promise<string> =>
    (await (await page.request.get(`/api/v1${crisis}/lookup?kind=${kind}&q=${q}`)).json()).items[0].id
  const [claimant, place] = [await lookUp('source', 'Baku'), await lookUp('place', 'Stepanakert')]
  const document = await send(page, 'post', `${crisis}/documents`, {
    publisher: claimant,
    title,
    url: null,
    publishedAt: `${day}T10:00:00Z`,
    publishedPrecision: 'minute',
    language: 'en',
    retrievedAt: `${day}T11:00:00Z`,
    text: `${'Reports came in through the day. '.repeat(60)}${text}`,
    sensitivity: 'public',
  })
  const noon = `${day}T08:00:00Z`
  const figure = (indicator: string, count: number, words: string, quote: string, change: object = {}) => ({
    indicator,
    population: everyone,
    places: [{ role: 'at', id: place }],
    events: [],
    quantity: makeQuantity('exact', count, null, words),
    unit: 'persons',
    basis: { kind: 'running-total', start: null, end: null, assumed: false },
    asOf: { start: noon, end: noon, precision: 'minute', stated: true, note: null },
    citations: [{ document: document.id, quote, relation: 'direct' }],
    ...change,
  })
  const { figures } = await send(page, 'post', `${crisis}/statements`, {
    claimant,
    saidAt: null,
    figures: [
      figure('registered', 3141, '3,141', '3,141 people had registered'),
      figure('registered', 271, '271', '271 of them children', {
        population: { ...everyone, age: 'child' },
        partOf: { entry: 0 },
      }),
      figure('injured', 161, '161', 'Another 161 people were treated'),
    ],
  })
  return { document: document.id as string, ids: figures.map(({ id }: { id: string }) => id) as string[] }
}

test('A reviewer returns one figure and approves the rest by keyboard; a correction and a withdrawal show in the story, the view known before stays', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const title = `Registration at the hall ${randomUUID().slice(0, 8)}`
  const slug = await makeOwnCrisis(browser)
  const crisis = `/crises/${slug}`
  const before = await enterArticle(page, slug, `${title}, the day before`, '2023-10-19')
  await send(await as(browser, 'reviewer'), 'post', `/figures/${before.ids[0]}/approve`, {}, 1)
  const { document, ids } = await enterArticle(page, slug, title)
  const [whole = '', , injured = ''] = ids

  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, 'reviewer', '/admin')
  await desk.goto(`/admin/review?document=${document}`)
  const approve = desk.getByRole('button', { name: 'Approve' })
  await expect(desk.getByRole('heading', { level: 2, name: /3,141/ })).toBeVisible()
  // The quote is marked in the archived text, and scrolled to.
  await expect(desk.getByRole('region', { name: `Text of ${title}` }).locator('mark')).toBeInViewport()
  await desk.keyboard.press('?')
  await expect(desk.getByText('Return with a comment')).toBeVisible()
  await desk.keyboard.press('?')

  await desk.keyboard.press('a')
  await expect(desk.getByRole('heading', { level: 2, name: /271/ })).toBeVisible()
  await expect(approve).toBeEnabled()
  await desk.keyboard.press('a')
  await expect(desk.getByRole('heading', { level: 2, name: /161/ })).toBeVisible()
  await expect(approve).toBeEnabled()
  await desk.keyboard.press('r')
  await desk.getByLabel('The comment is about').selectOption('Indicator')
  await desk.getByLabel('Comment to the author').fill('Treated for exhaustion is not injured.')
  await desk.getByRole('button', { name: 'Return it' }).click()
  await expect(desk.getByText('returned to its author')).toBeVisible()

  // The public sees what was approved, with its quote, and nothing of the rest.
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(`${crisis}/figures/${whole}`)
  await expect(reader.locator('mark').first()).toHaveText('3,141 people had registered')
  await expect(reader.getByText('approved by a second person').first()).toBeVisible()
  expect((await reader.goto(`${crisis}/figures/${injured}`))?.status()).toBe(404)
  const { knownFrom } = await (await reader.request.get(`/api/v1/figures/${whole}`)).json()

  // The author finds the comment beside the field.
  await page.goto(`/admin/review?author=me&state=returned&document=${document}`)
  await expect(page.getByText('Treated for exhaustion is not injured.').first()).toBeVisible()

  // A correction: old beside new, approved by a second person.
  await page.goto(`/admin/crises/${slug}/figures/${whole}`)
  await page.getByRole('link', { name: 'Correct', exact: true }).click()
  await page.getByLabel('Number', { exact: true }).fill('271')
  await page.getByRole('textbox', { name: 'Quote' }).fill('271 of them children')
  await page.getByLabel('Why', { exact: true }).fill('The children were taken for the whole.')
  // That it fell, that it fell far, and that it is old.
  const reasons = page.getByLabel(/^Why it is right nevertheless/)
  await expect(reasons).toHaveCount(3)
  for (const reason of await reasons.all()) await reason.fill('Checked with the hall')
  await page.getByRole('button', { name: 'Submit the correction' }).click()
  await page.waitForURL(new RegExp(`/figures/${whole}$`))
  await expect(page.getByText('waits for approval').first()).toBeVisible()
  await desk.goto(`/admin/review?document=${document}&state=submitted`)
  await expect(desk.getByText('It would replace version 1')).toBeVisible()
  await desk.keyboard.press('a')
  await expect(desk.getByText('Nothing waits here.')).toBeVisible()
  await reader.goto(`${crisis}/figures/${whole}`)
  await expect(reader.getByText('The children were taken for the whole.').first()).toBeVisible()
  await reader.goto(`${crisis}/corrections`)
  const corrected = reader.getByRole('row', { name: /The children were taken for the whole/ })
  await expect(corrected).toContainText('3,141')
  await expect(corrected).toContainText('Approved by ')

  // A withdrawal takes effect at once, and is confirmed by somebody else.
  await page.goto(`/admin/crises/${slug}/figures/${whole}`)
  await page.getByText('Withdraw', { exact: true }).first().click()
  await page.getByLabel('Reason').last().fill('The ministry took the count back.')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('(withdrawn)').first()).toBeVisible()
  await reader.goto(`${crisis}/corrections`)
  const withdrawn = reader.getByRole('row', { name: /took the count back/ })
  await expect(withdrawn).toContainText(/Withdrawn by .+, not yet confirmed/)
  const feed = await reader.request.get(`${crisis}/corrections/feed.atom`)
  expect(await feed.text()).toContain('The ministry took the count back.')
  await expect(reader.locator('link[rel="alternate"][type="application/atom+xml"]')).toHaveAttribute(
    'href',
    /feed\.atom$/,
  )
  await desk.goto('/admin')
  const toConfirm = desk.getByRole('region', { name: 'Withdrawals to confirm' }).getByRole('listitem')
  await toConfirm
    .filter({ hasText: 'The ministry took the count back.' })
    .getByRole('link', { name: /^Look and confirm/ })
    .click()
  await expect(desk.getByRole('heading', { level: 2, name: /271/ })).toBeVisible()
  await desk.goto(`/admin/review?state=withdrawn&document=${document}`)
  await expect(desk.getByRole('button', { name: 'Confirm' })).toBeEnabled()
  await desk.keyboard.press('a')
  await expect(desk.getByText('Nothing waits here.')).toBeVisible()
  await reader.reload()
  await expect(withdrawn).toContainText(/Withdrawn by .+, confirmed by /)

  // As it was known before all that, it stands unchanged.
  await reader.goto(`${crisis}/figures/${whole}?knownAt=${encodeURIComponent(knownFrom)}`)
  await expect(reader.getByRole('heading', { level: 1, name: /3,141/ })).toBeVisible()
  await expect(reader.getByText('was withdrawn')).toHaveCount(0)

  // The log names each version that was approved, and leads to it.
  const log = await as(browser, 'administrator')
  await log.goto(`/admin/audit?action=approve-figures&crisis=${slug}`)
  const approval = log.getByRole('row').filter({ hasText: whole }).filter({ hasText: 'version 2 in place of 1' })
  await approval.getByRole('link', { name: whole }).click()
  await log.waitForURL(`/admin/crises/${slug}/figures/${whole}`)
})

test('A reviewer approves the figures of one document at once, and sees both versions when somebody was faster', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const slug = await makeOwnCrisis(browser)
  const { document, ids } = await enterArticle(page, slug, `Bulletin ${randomUUID().slice(0, 8)}`)
  const desk = await as(browser, 'reviewer')
  await desk.goto(`/admin/review?document=${document}&item=figure:${ids[0]}:1`)
  await expect(desk.getByRole('heading', { level: 2, name: /3,141/ })).toBeVisible()
  await send(page, 'patch', `/figures/${ids[0]}`, { coverage: 'In the hall alone.', reason: 'The text says so.' }, 1)
  await desk.getByRole('button', { name: 'Approve' }).click()
  await expect(desk.getByRole('alert').filter({ hasText: 'What stands now' })).toContainText('In the hall alone.')
  await desk.getByRole('button', { name: 'Show the newest version' }).click()
  await desk.getByRole('link', { name: 'All 3 figures of this document at once' }).click()
  await desk.getByLabel('All that can be approved (3)').check()
  await desk.getByRole('button', { name: 'Approve 3 figures' }).click()
  await expect(desk.getByText('3 figures were approved')).toBeVisible()
  for (const id of ids) expect((await page.request.get(`/api/v1/figures/${id}`)).status()).toBe(200)
})

test('Whoever withdraws at the desk or approves several sees both versions when somebody was faster', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const slug = await makeOwnCrisis(browser)
  const { document, ids } = await enterArticle(page, slug, `Gazette ${randomUUID().slice(0, 8)}`)
  const [whole = '', part = '', injured = ''] = ids
  const desk = await as(browser, 'reviewer')
  const mend = (id: string, coverage: string) =>
    send(page, 'patch', `/figures/${id}`, { coverage, reason: 'The text says so.' }, 1)

  // Several at once: of each that is no longer what was ticked, both.
  await desk.goto(`/admin/review?document=${document}&bulk=1`)
  await desk.getByLabel('All that can be approved (3)').check()
  await mend(whole, 'In the hall alone.')
  await send(desk, 'post', `/figures/${injured}/return`, { comment: 'Treated is not injured.', field: null }, 1)
  await desk.getByRole('button', { name: 'Approve 3 figures' }).click()
  const refusal = desk.getByRole('alert').filter({ hasText: 'What stands now' })
  await expect(refusal.getByRole('region', { name: /3,141/ }).getByRole('row', { name: /^Version/ })).toHaveText(/1.*2/)
  await expect(refusal.getByRole('region', { name: /3,141/ })).toContainText('In the hall alone.')
  await expect(refusal.getByRole('region', { name: /161/ })).toContainText(/waits for approval.*returned/)
  await expect(refusal.getByRole('region', { name: /271/ })).toHaveCount(0)

  // One figure at its page of the desk.
  await desk.goto(`/admin/crises/${slug}/figures/${part}`)
  await desk.getByText('Take back', { exact: true }).first().click()
  await desk.getByLabel('Reason').last().fill('They are counted twice.')
  await mend(part, 'Children of the hall.')
  await desk.getByRole('button', { name: 'Take back' }).click()
  const stale = desk.getByRole('alert').filter({ hasText: 'What stands now' })
  await expect(stale.getByRole('row', { name: /^Coverage/ })).toContainText('Children of the hall.')
  await expect(stale.getByRole('row', { name: /^Version/ })).toHaveText(/1.*2/)
  await stale.getByRole('button', { name: 'Show the newest version' }).click()
  await expect(desk.getByText('Children of the hall.').first()).toBeVisible()
})

test('A reviewer records when a figure was checked, and an editor decides by a rule that is told with the number', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const slug = await makeOwnCrisis(browser)
  const { ids } = await enterArticle(page, slug, `Register ${randomUUID().slice(0, 8)}`)
  const [whole = ''] = ids
  const desk = await as(browser, 'reviewer')
  await send(desk, 'post', `/figures/${whole}/approve`, {}, 1)
  await desk.goto(`/admin/crises/${slug}/figures/${whole}`)
  await desk.getByText('Record an office check', { exact: true }).click()
  await desk.getByLabel('Method').fill('Telephoned the hall.')
  await desk.getByLabel('Checked by').fill('The duty officer')
  const when = desk.getByRole('textbox', { name: 'When' })
  const record = desk.getByRole('button', { name: 'Record', exact: true }).first()
  await when.fill('2199-01-01 10:00')
  await record.click()
  await expect(desk.getByText('This lies ahead')).toBeVisible()
  await when.fill('2023-10-21')
  await record.click()
  await expect(desk.getByText('Give the day and the time')).toBeVisible()
  await expect(when).toBeFocused()
  await when.fill('2023-10-21 09:30')
  await record.click()
  await expect(desk.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible()
  const { officeCheck } = await (await desk.request.get(`/api/v1/figures/${whole}`)).json()
  expect(officeCheck).toMatchObject({ by: 'The duty officer', at: '2023-10-21T05:30:00.000Z' })

  const editor = await as(browser, 'editor')
  await editor.goto(`/admin/crises/${slug}/figures/${whole}`)
  await editor.getByText('Decide', { exact: true }).click()
  await editor.getByLabel('By which rule').first().selectOption('the most recent statement')
  await editor.getByRole('textbox', { name: 'Reason' }).fill('The hall closed its list that day.')
  await editor.getByRole('button', { name: 'Enter the decision' }).click()
  await expect(editor.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible()
  const waiting = async () => {
    const answer = await desk.request.get(`/api/v1/waiting?crisis=${slug}&kind=resolution&limit=1000`)
    const { items }: { items: { id: string; figure: { id: string } | null }[] } = await answer.json()
    return items.find(({ figure }) => figure?.id === whole)?.id ?? null
  }
  await desk.goto(`/admin/review?item=resolution:${await waiting()}:1`)
  await expect(desk.getByText('the most recent statement')).toBeVisible()
  await desk.getByRole('button', { name: 'Approve' }).click()
  await expect.poll(waiting).toBeNull()
  await page.goto(`/crises/${slug}/figures/${whole}`)
  const decision = page.getByRole('region', { name: 'Decisions' }).getByRole('listitem')
  await expect(decision.filter({ hasText: 'The hall closed its list that day.' })).toContainText(
    'The editor went by: the most recent statement.',
  )
})

test('What a reviewer edited is shown to them and cannot be approved by them; without a role one is told which it needs', async ({
  page,
  browser,
}) => {
  const slug = await makeOwnCrisis(browser)
  const { ids } = await enterArticle(page, slug, `Report ${randomUUID().slice(0, 8)}`)
  const desk = await as(browser, 'reviewer')
  const edited = await send(desk, 'patch', `/figures/${ids[0]}`, { coverage: 'In town.', reason: 'Said so.' }, 1)
  await desk.goto(`/admin/review?item=figure:${ids[0]}:${edited.version}`)
  await expect(desk.getByText('You wrote or edited this')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Approve' })).toBeDisabled()
  const reader = await as(browser, 'reader')
  await reader.goto('/admin/review')
  await expect(reader.getByRole('heading', { name: 'This page needs another role' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Nothing keeps people with a disability from reviewing, in the ${colorScheme} theme and on a phone`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000)
    const slug = await makeOwnCrisis(browser)
    const { document, ids } = await enterArticle(page, slug, `Notice ${randomUUID().slice(0, 8)}`)
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } })
    const desk = await context.newPage()
    await desk.goto('/')
    await beSignedInAs(desk, 'reviewer')
    const paths = [
      `/admin/review?document=${document}`,
      `/admin/review?document=${document}&bulk=1`,
      `/admin/crises/${slug}/figures/${ids[0]}`,
      `/crises/${slug}/corrections`,
    ]
    for (const path of paths) {
      await desk.goto(path)
      if (path.startsWith('/admin/review?') && !path.endsWith('bulk=1')) await desk.keyboard.press('r')
      const { violations } = await new AxeBuilder({ page: desk }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        path,
      ).toEqual([])
      const beyond = await desk.evaluate(
        () => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
      )
      expect(beyond, path).toBe(0)
    }
    await context.close()
  })
}
