import { expect, type Locator, type Page, test } from '@playwright/test'
import { enterAll, send } from '@/tests/support/enter-all'
import { makeCrisis } from '@/tests/support/make-crisis'
import { pageFindings } from '@/tests/support/page-findings'
import { as, beSignedInAs } from '@/tests/support/sign-in'

/*
 * What is only there once something is opened, chosen or refused, 360 px wide: the pages as they are first shown have their tests beside the table of
 * the desk's pages.
 */
const phone = { width: 360, height: 740 }
const title = 'Registration at the hall'
const quote = '3,141 people had registered'

const figureForm = (page: Page) => page.locator('form').filter({ has: page.getByLabel('Number', { exact: true }) })

async function chooseDocument(page: Page) {
  await page.getByLabel('Document', { exact: true }).fill('Registration')
  await page.getByRole('option', { name: new RegExp(title) }).click()
}

/** Two days of one count, and their citation. */
async function fillGrid(page: Page) {
  await page.getByText('names nobody').click()
  await page.getByLabel('Quote', { exact: true }).fill(quote)
  await page.getByLabel('Day of column 1').fill('2023-10-19')
  await page.getByLabel('Day of column 2').fill('2023-10-20')
  await page.getByLabel('Indicator of row 1').selectOption('registered')
  await page.getByRole('textbox', { name: 'Registered, 2023-10-19' }).fill('2900')
  await page.getByRole('textbox', { name: 'Registered, 2023-10-20' }).fill('3141')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In the ${colorScheme} theme and 360 px wide`, () => {
    test.use({ colorScheme, viewport: phone })

    test('nothing keeps people with a disability from what is opened while entering', async ({ page, browser }) => {
      test.setTimeout(240_000)
      const { slug, document, ids } = await enterAll(browser, page)
      const enter = `/admin/crises/${slug}/enter`
      const found: Record<string, string[]> = {}
      const look = async (name: string) => {
        found[name] = await pageFindings(page)
      }

      await page.goto(`${enter}/table`)
      await chooseDocument(page)
      await fillGrid(page)
      await page.getByRole('textbox', { name: 'Registered, 2023-10-19' }).fill('abc')
      await page.getByRole('button', { name: /^Save \d+ figures?/ }).click()
      await expect(page.getByText('This cannot be read as a number.').first()).toBeVisible()
      await look('a table with a cell that cannot be read')

      await page.goto(`${enter}/figure`)
      await chooseDocument(page)
      const figure = figureForm(page)
      await figure.getByText('Grade, nature, coverage, who may see it').click()
      await figure.getByRole('button', { name: /Save and next/ }).click()
      await expect(figure.getByLabel('Said by')).toBeFocused()
      await look('a single figure with what is wrong in it')
      for (const kind of ['place', 'event'] as const) {
        await figure.getByLabel(kind === 'place' ? 'Places' : 'Events').fill('Weir')
        await page.getByRole('option', { name: `New ${kind}` }).click()
        const dialog = page.getByRole('dialog', { name: `New ${kind}` })
        await dialog.getByRole('button', { name: 'Add' }).click()
        await expect(dialog.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
        await look(`the dialog for a new ${kind}`)
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
      }

      await page.goto(enter)
      await page.getByLabel('Publisher').fill('Weir Bulletin')
      await page.getByRole('option', { name: 'New source' }).click()
      await page.getByRole('dialog', { name: 'New source' }).getByLabel('Grade', { exact: true }).selectOption('C')
      await look('the dialog for a new source')

      await page.goto(`${enter}/${document}`)
      for (const tab of ['Note', 'Dispute']) {
        await page.getByRole('tab', { name: tab }).click()
        const panel = page.getByRole('tabpanel', { name: tab })
        await panel.getByRole('button', { name: /Save and next/ }).click()
        await expect(panel.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
        await look(`the tab ${tab} with what is wrong in it`)
      }
      await page.getByRole('application', { name: 'Text of the document' }).focus()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keys in the text and the forms' })).toBeVisible()
      await look('the keys')
      await page.keyboard.press('Escape')

      // Somebody was faster: both versions, side by side.
      await page.goto(`${enter}/${document}?mend=${ids.whole}`)
      await figure.getByLabel('Coverage').fill('In the hall and its yard.')
      await figure.getByLabel('Why', { exact: true }).fill('The second edition says so.')
      const reviewer = await as(browser, 'reviewer')
      const change = { coverage: 'In the hall alone.', nature: 'estimate', reason: 'The text says so.' }
      await send(reviewer, 'patch', `/figures/${ids.whole}`, change, 1)
      await figure.getByRole('button', { name: /Submit again/ }).click()
      await expect(figure.getByRole('table', { name: /Somebody changed it since you began/ })).toBeVisible()
      await look('both versions side by side')

      // What is unsent is asked about.
      await page.getByText('Demo contributor').click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Stay signed in' })).toBeVisible()
      await look('the question before one signs out')

      expect(Object.keys(found)).toHaveLength(10)
      expect(Object.entries(found).filter(([, findings]) => findings.length > 0)).toEqual([])
    })

    test('nothing keeps people with a disability from what an import would do', async ({ browser }) => {
      test.setTimeout(120_000)
      const page = await as(browser, 'administrator')
      const { slug } = await makeCrisis(page.request, originOf())
      const lookAt = async (name: string, mimeType: string, label: string, text: string) => {
        await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
      }
      await page.setViewportSize(phone)
      await page.emulateMedia({ colorScheme })
      await page.goto(`/admin/crises/${slug}/places`)
      await lookAt(
        'places.csv',
        'text/csv',
        'P-code list or gazetteer',
        'name,level,pcode\nWeir,settlement,\nNowhere,moon,\n',
      )
      await expect(page.getByText('1 new, 0 changed, 0 the same, 1 that cannot be used')).toBeVisible()
      expect(await pageFindings(page)).toEqual([])
      await lookAt('valley.geojson', 'application/geo+json', 'Boundaries', valley('none'))
      await expect(page.getByText('2 boundaries in the file')).toBeVisible()
      expect(await pageFindings(page)).toEqual([])
      await page.context().close()
    })
  })
}

const originOf = () => test.info().project.use.baseURL ?? ''

/** A file of two boundaries: one is of a place with this P-code, the other is open and cannot be used. */
function valley(code: string): string {
  const ring = [
    [46.6, 39.7],
    [46.8, 39.7],
    [46.8, 39.9],
    [46.6, 39.7],
  ]
  const feature = (properties: object, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates },
  })
  const features = [
    feature({ ADM1_PCODE: code, name: 'Weir Valley' }, [ring]),
    feature({ name: 'Open' }, [ring.slice(0, 3)]),
  ]
  return JSON.stringify({ type: 'FeatureCollection', features })
}

test('Boundaries of a file are attached to the places that their P-codes name', async ({ page }) => {
  const code = `Y${Date.now() % 100_000}`
  await beSignedInAs(page, 'administrator')
  const { slug } = await makeCrisis(page.request, originOf())
  const names = [{ name: 'Weir Valley', language: 'en', usedBy: 'international' }]
  const place = { level: 'admin1', parent: null, pcode: code, point: null, names }
  await send(page, 'post', `/crises/${slug}/places`, place)
  await page.goto(`/admin/crises/${slug}/places`)
  const file = { name: 'valley.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(valley(code)) }
  await page.getByLabel('Boundaries', { exact: true }).setInputFiles(file)
  const form = page.getByRole('form', { name: 'Import boundaries' })
  // Its place is proposed by the code; what is open is named, and attached to nothing.
  await expect(form.getByRole('combobox', { name: 'Weir Valley' })).toHaveValue(/Weir Valley/)
  await expect(form.getByText(/^Open:/)).toBeVisible()
  await form.getByRole('button', { name: 'Attach the boundaries' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: code }).getByText('with its boundary')).toBeVisible()
})

test.describe('On a phone of 360 px', () => {
  test.use({ viewport: phone })

  test('a figure is filled in and saved, and what is wrong is said and led to', async ({ page, browser }) => {
    test.setTimeout(120_000)
    const { slug } = await enterAll(browser, page)
    await page.goto(`/admin/crises/${slug}/enter/figure`)
    await chooseDocument(page)
    const form = figureForm(page)
    const number = form.getByRole('textbox', { name: 'Number', exact: true })
    const save = form.getByRole('button', { name: /Save and next/ })
    /** The first field that is wrong has the focus, and is described by its error, which is read aloud as it appears. */
    const isLedTo = async (field: Locator) => {
      await expect(field).toBeFocused()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveAccessibleDescription(/This is needed\.|This is no number/)
      const said = form.getByRole('alert').filter({ hasText: /This is needed\.|This is no number/ })
      await expect(said.first()).toBeVisible()
    }
    await save.click()
    await isLedTo(form.getByRole('combobox', { name: 'Said by' }))
    await form.getByText('names nobody').click()
    await save.click()
    await isLedTo(number)
    await number.fill('271')
    await form.getByLabel('Indicator').selectOption('registered')
    await save.click()
    const quoted = form.getByRole('textbox', { name: 'Quote' })
    await isLedTo(quoted)
    await expect(number).not.toHaveAttribute('aria-invalid', 'true')
    await quoted.fill('271 of them children')
    await form.getByRole('button', { name: 'child', exact: true }).click()
    const reasons = form.getByLabel(/^Why it is right nevertheless/)
    await expect(reasons.first()).toBeVisible()
    for (const reason of await reasons.all()) await reason.fill('Entered from the archive')
    await save.click()
    await expect(page.getByRole('status').filter({ hasText: /^Saved: Registered/ })).toBeVisible()
    expect(await pageFindings(page)).toEqual([])
  })
})
