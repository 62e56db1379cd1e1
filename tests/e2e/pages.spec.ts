import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const crisis = '/crises/nagorno-karabakh-2023'
const day = '?asOf=2023-09-30&knownAt=2023-09-30'
const pages = {
  'the list of crises': '/',
  'the dashboard': `${crisis}${day}`,
  'the table of figures': `${crisis}/figures${day}`,
  'the displacement page': `${crisis}/displacement${day}`,
  'the ombudsman page': `${crisis}/ombudsman${day}`,
  'the sources page': `${crisis}/sources${day}`,
  'the corrections page': '/crises/exercise-merrowen-valley/corrections',
  'the methodology page': `${crisis}/methodology`,
  'the list of sitreps': `${crisis}/sitreps`,
  'a sitrep': `${crisis}/sitreps/12`,
  'a page that is not there': '/crises/nowhere',
}

async function seriousFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In the ${colorScheme} theme`, () => {
    test.use({ colorScheme })
    for (const [name, path] of Object.entries(pages)) {
      test(`nothing keeps people with a disability from ${name}`, async ({ page }) => {
        // Every rule on every element of a long page takes its time on a busy machine.
        test.slow()
        await page.goto(path)
        expect(await seriousFindings(page)).toEqual([])
      })
    }
  })
}

test.describe('On a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  for (const [name, path] of Object.entries(pages)) {
    test(`${name} never scrolls sideways`, async ({ page }) => {
      await page.goto(path)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(beyond).toBe(0)
    })
  }

  test('the menu leads to the pages of the crisis', async ({ page }) => {
    await page.goto(crisis)
    await page.getByText('Menu', { exact: true }).click()
    await page.getByRole('link', { name: 'Sitreps' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Situation reports' })).toBeVisible()
  })
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the dashboard reads whole, its charts included', async ({ page }) => {
    await page.goto(`${crisis}${day}`)
    await expect(page.getByRole('article', { name: 'Arrived in Armenia' })).toContainText('100,417')
    const chart = page.getByRole('figure', { name: /^Arrivals in Armenia passed/ })
    await expect(chart.getByRole('img').first()).toBeVisible()
    await expect(chart.getByRole('link', { name: 'CSV' })).toBeVisible()
  })

  test('a citation mark leads to its quote in the list of sources', async ({ page }) => {
    await page.goto(`${crisis}${day}`)
    const mark = page
      .getByRole('article', { name: 'Arrived in Armenia' })
      .getByRole('link', { name: /^Source/ })
      .first()
    await mark.click()
    await expect(page).toHaveURL(/#quote-\d+-\d+$/)
    await expect(page.getByRole('region', { name: 'Sources' })).toContainText('100,417')
  })

  test('a filter works', async ({ page }) => {
    await page.goto(`${crisis}/figures${day}`)
    await page.getByText('Filter', { exact: true }).click()
    await page.getByLabel('Indicator').selectOption({ label: 'Arrived' })
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('link', { name: /Indicator: Arrived/ })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: /killed/i })).toHaveCount(0)
  })

  test('the theme can be chosen and is kept', async ({ page }) => {
    await page.goto(crisis)
    await page.getByRole('button', { name: 'Dark theme' }).click()
    await expect(page).toHaveURL(new RegExp(`${crisis}$`))
    await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible()
  })

  test('a published sitrep reads and links its PDF', async ({ page }) => {
    await page.goto(`${crisis}/sitreps/12`)
    await expect(page.getByRole('heading', { name: 'Highlights' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Download the PDF' })).toBeVisible()
  })
})

test('An unknown crisis is 404 and names the crises there are', async ({ page }) => {
  const response = await page.goto('/crises/nowhere')
  expect(response?.status()).toBe(404)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Nagorno-Karabakh/ })
    .click()
  await expect(page).toHaveURL(crisis)
})

test('An unknown figure, document or sitrep is 404 and leads back into the crisis', async ({ page }) => {
  for (const path of ['figures/unknown', 'documents/unknown', 'sitreps/999', 'sitreps/nonsense']) {
    const response = await page.goto(`${crisis}/${path}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('main').getByRole('link', { name: 'Search all figures' })).toBeVisible()
  }
})

test('The PDF of a sitrep downloads and is a PDF', async ({ page, request }) => {
  await page.goto(`${crisis}/sitreps/12`)
  const href = await page.getByRole('link', { name: 'Download the PDF' }).getAttribute('href')
  const response = await request.get(href ?? '')
  expect(response.status()).toBe(200)
  expect((await response.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

test('A sitrep that was mended leads from its first edition to the second', async ({ page }) => {
  await page.goto(`${crisis}/sitreps/3?edition=1`)
  await page.getByRole('link', { name: 'Edition 2 replaces this one.' }).click()
  await expect(page.getByRole('region', { name: 'Erratum to edition 1' })).toBeVisible()
})

test('The erratum of an edition stands on the page of corrections', async ({ page }) => {
  await page.goto(`${crisis}/corrections`)
  const errata = page.getByRole('region', { name: 'Errata of situation reports' })
  await expect(errata.getByRole('row').nth(1)).toContainText(/by .*edition 2/i)
})

test('The short address of a figure leads to its page', async ({ page }) => {
  await page.goto(`${crisis}/figures`)
  const href = await page.getByRole('rowheader').first().getByRole('link').getAttribute('href')
  await page.goto(`/figures/${href?.split('/').at(-1)}`)
  await expect(page).toHaveURL(href ?? '')
})

test('A keyboard alone skips to the content and opens a figure from the table', async ({ page }) => {
  await page.goto(`${crisis}/figures${day}`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const links = page.getByRole('rowheader').getByRole('link')
  await links.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'How it was coded' })).toBeVisible()
})

test('Figures are sorted by any column, from the address', async ({ page }) => {
  await page.goto(`${crisis}/figures${day}`)
  await page.getByRole('link', { name: 'Sort by Number' }).click()
  await expect(page).toHaveURL(/sort=-value/)
  await expect(page.getByRole('columnheader', { name: /Number/ })).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByRole('row').nth(1)).toContainText(/\d{3},\d{3}/)
})

test('A key figure leads to its figures, and the CSV beside them holds as many', async ({ page, request }) => {
  await page.goto(`${crisis}${day}`)
  await page
    .getByRole('article', { name: /^Killed in the offensive/ })
    .getByRole('heading')
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/indicator=killed/)
  const shown = await page.getByRole('rowheader').count()
  expect(shown).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Sort by Number' }).click()
  await expect(page).toHaveURL(/sort=-value/)
  const csv = await request.get((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '')
  expect(csv.status()).toBe(200)
  expect((await csv.text()).match(/^\ufeff?[0-9a-f]{8}-[0-9a-f-]{27},/gm)?.length).toBe(shown)
})

test('What an address asks in vain is named once and carried into no link', async ({ page }) => {
  await page.goto(`${crisis}/figures?claimant=${'unheard-of'.repeat(500)}&asOf=2023-09-19`)
  await expect(page.getByRole('status')).toContainText('is not a claimant')
  expect(await page.locator('a[href*="unheard-of"], input[value*="unheard-of"]').count()).toBe(0)
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', /asOf=2023-09-19$/)
})

test.describe('Under a dark system theme', () => {
  test.use({ colorScheme: 'dark' })
  test('paper stays light', async ({ page }) => {
    await page.goto(crisis)
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await ground()).toBe('rgb(20, 23, 26)')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await ground()).toBe('rgb(255, 255, 255)')
  })
})

test('A theme chosen stays over a reload', async ({ page }) => {
  await page.goto(crisis)
  const saved = page.waitForResponse(/\/theme$/)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await saved
  await page.reload()
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible()
})
