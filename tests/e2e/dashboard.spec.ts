import { expect, type Page, test } from '@playwright/test'
import { holdScripts } from '@/tests/support/hold-scripts'

const crisis = '/crises/nagorno-karabakh-2023'
const nineteenth = `${crisis}?asOf=2023-09-19&knownAt=2023-09-19`

test('A reader sees the civilians killed as they were known on 19 September', async ({ page }) => {
  await page.goto(nineteenth)
  await expect(page.getByRole('heading', { level: 1, name: /Nagorno-Karabakh/ })).toBeVisible()
  const tile = page.getByRole('article', { name: /^Killed in the offensive/ })
  await expect(tile).toContainText('27')
  await expect(tile).toContainText('2 civilians')
  await expect(tile).toContainText('Human Rights Defender of Artsakh (Nagorno-Karabakh)')
})

test('A number that became known on 20 September is not shown as known on the 19th', async ({ page }) => {
  await page.goto(`${crisis}?asOf=2023-09-20&knownAt=2023-09-19`)
  await expect(page.getByRole('article', { name: /^Killed in the offensive/ })).not.toContainText('200')
  await page.goto(`${crisis}?asOf=2023-09-20&knownAt=2023-09-20`)
  await expect(page.getByRole('article', { name: /^Killed in the offensive/ })).toContainText(/at least\s*200/)
})

test('Before anything had happened the page says so, and blames no editor for it', async ({ page }) => {
  await page.goto('/crises/nagorno-karabakh-2023?asOf=2023-09-01&knownAt=2023-09-01')
  await expect(page.getByRole('region', { name: 'Key figures' })).toHaveText(/No key figure at this moment/)
  await expect(page.getByText('No key figure is set')).toHaveCount(0)
})

test('A citation mark opens the quote, and Escape gives the focus back', async ({ page }) => {
  await page.goto(nineteenth)
  const mark = page.getByRole('article', { name: /^Killed in the offensive/ }).getByRole('link', { name: /^Source/ })
  await mark.first().click()
  const card = page.getByRole('dialog', { name: 'Quote' })
  await expect(card).toBeVisible()
  await expect(card.getByRole('link', { name: 'See this figure' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(mark.first()).toBeFocused()
})

/** Goes to the first citation mark of the tile with the keyboard; gives it and the card of its quote. */
async function reachFirstMark(page: Page) {
  const tile = page.getByRole('article', { name: /^Killed in the offensive/ })
  await tile.getByRole('heading').getByRole('link').focus()
  await page.keyboard.press('Tab')
  const mark = tile.getByRole('link', { name: /^Source/ }).first()
  await expect(mark).toBeFocused()
  const card = page.getByRole('dialog', { name: 'Quote' })
  return { mark, card }
}

test('A quote opens as the keyboard reaches its mark, leaves the focus there, and Escape closes it', async ({
  page,
}) => {
  await page.goto(nineteenth)
  const { mark, card } = await reachFirstMark(page)
  await expect(card).toBeVisible()
  await expect(mark).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(card).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(mark).toBeFocused()
})

test('A quote opens at the mark that the keyboard had reached before the scripts came', async ({ page }) => {
  const bringScripts = await holdScripts(page)
  await page.goto(nineteenth, { waitUntil: 'commit' })
  const { mark, card } = await reachFirstMark(page)
  await expect(card).toBeHidden()
  bringScripts()
  await expect(card).toBeVisible()
  await expect(mark).toBeFocused()
})

test('The quote leads on to the figure, marked where it stands in its document', async ({ page }) => {
  await page.goto(nineteenth)
  await page
    .getByRole('article', { name: /^Killed in the offensive/ })
    .getByRole('link', { name: /^Source/ })
    .first()
    .click()
  await page.getByRole('dialog', { name: 'Quote' }).getByRole('link', { name: 'See this figure' }).click()
  await expect(page).toHaveURL(/\/figures\//)
  const quotes = page.getByRole('region', { name: 'Where it can be read' })
  await expect(quotes.locator('mark').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'How it was coded' })).toContainText('As worded')
})

test('A filter is kept in the address, and the link shows a colleague the same view', async ({ page, context }) => {
  await page.goto(nineteenth)
  await page.getByText('Filter', { exact: true }).click()
  await page.getByLabel('Indicator').selectOption({ label: 'Killed' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/indicator=killed/)
  await expect(page).toHaveURL(/knownAt=2023-09-19/)
  const chip = page.getByRole('link', { name: /Indicator: Killed/ })
  await expect(chip).toBeVisible()
  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expect(colleague.getByRole('link', { name: /Indicator: Killed/ })).toBeVisible()
  const tiles = (name: RegExp) => colleague.getByRole('article', { name })
  await expect(tiles(/^Killed in the offensive/)).toContainText('27')
  await expect(tiles(/^Injured in the offensive/)).toContainText('No figure reported')
})

test('An impossible filter is named, and the rest of the page is shown', async ({ page }) => {
  const response = await page.goto(`${crisis}?from=2023-09-30&to=2023-09-19&indicator=unicorns&asOf=99999-01-01`)
  expect(response?.status()).toBe(200)
  const problems = page.getByRole('status')
  await expect(problems).toContainText('"from" lies after "to"')
  await expect(problems).toContainText('"unicorns" is not an indicator')
  await expect(problems).toContainText('99999')
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('Every chart has the table behind it', async ({ page }) => {
  await page.goto(`${crisis}?asOf=2023-09-30&knownAt=2023-09-30`)
  const chart = page.getByRole('figure', { name: /^Arrivals in Armenia passed/ })
  await chart.getByText('Table', { exact: true }).click()
  const table = chart.getByRole('table')
  await expect(table.getByRole('row', { name: /100,417/ })).toBeVisible()
  await expect(table.getByRole('link', { name: /^Source/ }).first()).toBeVisible()
})

test('A chart reached for becomes live and says what stood at an instant', async ({ page }) => {
  await page.goto(`${crisis}?asOf=2023-09-30&knownAt=2023-09-30`)
  const chart = page.getByRole('figure', { name: /^Arrivals in Armenia passed/ })
  await chart.getByRole('group', { name: /^Explore the chart/ }).focus()
  const live = chart.getByRole('application')
  await expect(live).toBeFocused()
  await live.press('ArrowRight')
  await expect(chart.getByRole('definition').first()).toContainText(/\d/)
})

test('The data of a live chart is known by its tag when it is asked for again', async ({ request }) => {
  const first = await request.get(`${crisis}/charts/arrived.json?asOf=2023-09-30`)
  expect(await first.json()).toMatchObject({ key: 'arrived', kind: 'steps' })
  const again = await request.get(`${crisis}/charts/arrived.json?asOf=2023-09-30`, {
    headers: { 'if-none-match': first.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
})

test('A chart downloads as SVG, PNG and CSV', async ({ request }) => {
  const at = `${crisis}/charts/arrived`
  const svg = await request.get(`${at}.svg?asOf=2023-09-30`)
  expect(svg.headers()['content-type']).toContain('image/svg+xml')
  expect(await svg.text()).toContain('100,417')
  const png = await request.get(`${at}.png?asOf=2023-09-30`)
  expect((await png.body()).subarray(1, 4).toString('latin1')).toBe('PNG')
  const csv = await request.get(`${at}.csv?asOf=2023-09-30`)
  expect(await csv.text()).toContain('100417')
  expect((await request.get(`${crisis}/charts/nothing.svg`)).status()).toBe(404)
})

test('A page keeps about its height while a reader scrolls to its sources', async ({ page }) => {
  await page.goto(nineteenth)
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  const before = await height()
  await page.getByRole('heading', { name: 'Sources' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('link', { name: 'See this figure' }).first()).toBeVisible()
  expect(Math.abs((await height()) - before)).toBeLessThan(before * 0.1)
})
