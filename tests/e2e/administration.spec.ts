import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makeCrisis } from '@/tests/support/make-crisis'
import { beSignedInAs } from '@/tests/support/sign-in'

const exercise = 'exercise-merrowen-valley'
const pages = {
  'the crises': '/admin/crises',
  'a crisis': `/admin/crises/${exercise}`,
  'its settings': `/admin/crises/${exercise}/settings`,
  'its sources': `/admin/crises/${exercise}/sources`,
  'its places': `/admin/crises/${exercise}/places`,
  'its events': `/admin/crises/${exercise}/events`,
  'the sources of all crises': '/admin/sources',
  'the codelist': '/admin/codelist',
  'the audit log': '/admin/audit',
}

const list = (code: string) => `Location,Admin Level,P-Code,Name,Parent P-Code
#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent
,1,${code},Upper Province,
,2,${code}01,Weir District,${code}
,2,${code}02,Mill District,${code}
,7,${code}03,Nowhere,${code}
`

/** Chooses a file, and waits for its check to be shown. */
async function chooseList(page: Page, text: string) {
  const file = { name: 'pcodes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel('P-code list or gazetteer').setInputFiles(file)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In the ${colorScheme} theme`, () => {
    test.use({ colorScheme })
    for (const [name, path] of Object.entries(pages)) {
      test(`nothing keeps people with a disability from ${name}`, async ({ page }) => {
        test.slow()
        await beSignedInAs(page, 'administrator')
        await page.goto(path)
        const summaries = await page.locator('main summary').all()
        for (const summary of summaries.slice(0, 2)) await summary.click()
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      })
    }
  })
}

test.describe('On a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test('no page of administration scrolls sideways', async ({ page }) => {
    test.slow()
    await beSignedInAs(page, 'administrator')
    for (const path of Object.values(pages)) {
      await page.goto(path)
      const summaries = await page.locator('main summary').all()
      await summaries[0]?.click()
      const width = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(width[0], path).toBe(width[1])
    }
  })
})

test('A contributor is told that administration is for administrators', async ({ page }) => {
  await beSignedInAs(page, 'contributor')
  for (const path of ['/admin/audit', '/admin/codelist', `/admin/crises/${exercise}/settings`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'This page needs another role' }), path).toBeVisible()
  }
})

test('An administrator makes a crisis, imports places, switches four eyes off, and finds it all in the log', async ({
  page,
}) => {
  test.slow()
  const slug = `made-${Date.now()}`
  const code = `Z${Date.now() % 100_000}`
  await beSignedInAs(page, 'administrator')
  await page.goto('/admin/crises')
  await page.getByLabel('Title').fill('Flood on the Weir')
  await page.getByLabel('Address', { exact: true }).fill('Not an address')
  await page.getByLabel('Time zone').fill('Asia/Yerevan')
  await page.getByLabel('First day').fill('2026-03-01')
  await page.getByRole('button', { name: 'Create the crisis' }).click()
  await expect(page.getByLabel('Address', { exact: true })).toBeFocused()
  await page.getByLabel('Address', { exact: true }).fill(slug)
  await page.getByRole('button', { name: 'Create the crisis' }).click()
  await page.waitForURL(`/admin/crises/${slug}/settings`)

  await page.goto(`/admin/crises/${slug}/places`)
  await chooseList(page, list(code))
  await expect(page.getByText('3 new, 0 changed, 0 the same, 1 that cannot be used')).toBeVisible()
  await expect(page.getByText(/Line 6: "7" is no level/)).toBeVisible()
  await page.getByLabel('Leave out the lines that cannot be used').check()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('0 new, 0 changed, 3 the same, 1 that cannot be used')).toBeVisible()
  await expect(page.getByRole('heading', { name: '3 places' })).toBeVisible()
  await expect(page.getByRole('heading', { name: `Weir District · ${code}01` })).toBeVisible()

  await page.goto(`/admin/crises/${slug}/settings`)
  const fourEyes = page.getByRole('form', { name: 'Four-eyes rule' })
  await fourEyes.getByRole('button', { name: 'Switch the four-eyes rule off' }).click()
  await expect(fourEyes.getByText('Say why: it is kept and shown.')).toBeVisible()
  await fourEyes.getByLabel('Reason').fill('The office is one person until April.')
  await fourEyes.getByRole('button', { name: 'Switch the four-eyes rule off' }).click()
  await expect(page.getByText('The four-eyes rule is off.')).toBeVisible()

  const mark = page.getByText('Approved by one person: the four-eyes rule is switched off')
  await page.goto(`/crises/${slug}`)
  await expect(mark).toBeVisible()
  for (const own of ['', '/settings', '/sources', '/places', '/events', '/sitreps', '/sending']) {
    await page.goto(`/admin/crises/${slug}${own}`)
    await expect(mark, own).toBeVisible()
  }
  const post = async (path: string, data: object) => {
    const headers = { origin: new URL(page.url()).origin, 'idempotency-key': randomUUID() }
    const response = await page.request.post(`/api/v1/crises/${slug}${path}`, { data, headers })
    expect(response.ok(), await response.text()).toBe(true)
    return await response.json()
  }
  const names = [{ name: 'Office of the Weir', language: 'en' }]
  const { id: publisher } = await post('/sources', { names, kind: 'government', parent: null, party: null })
  await beSignedInAs(page, 'contributor')
  const moment = {
    publishedAt: '2026-03-02T10:00:00Z',
    publishedPrecision: 'minute',
    retrievedAt: '2026-03-02T11:00:00Z',
  }
  const words = {
    title: 'The flood',
    url: null,
    language: 'en',
    text: 'Seven people were hurt.',
    sensitivity: 'public',
  }
  const { id: document } = await post('/documents', { publisher, ...moment, ...words })
  for (const own of ['', '/figure', '/table', `/${document}`]) {
    await page.goto(`/admin/crises/${slug}/enter${own}`)
    await expect(mark, own).toBeVisible()
  }
  await beSignedInAs(page, 'reviewer')
  await page.goto(`/admin/review?crisis=${slug}`)
  await expect(mark).toBeVisible()
  await page.goto('/admin')
  await expect(mark.first()).toBeVisible()
  await beSignedInAs(page, 'administrator')

  await page.goto(`/admin/audit?crisis=${slug}&action=switch-four-eyes`)
  const row = page.getByRole('row').filter({ hasText: 'The office is one person until April.' })
  await expect(row.getByRole('cell', { name: 'yes', exact: true })).toBeVisible()
  await expect(row.getByRole('cell', { name: 'no', exact: true })).toBeVisible()
  await page.getByLabel('What').selectOption({ label: 'imported places' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByText('new: 3')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('audit.csv')
  await page.getByRole('button', { name: 'Check the whole chain now' }).click()
  await expect(page.getByText(/The chain holds: \d+ rows were computed anew/)).toBeVisible()
})

test('An administrator sees what a policy would show before it holds, and a form on an old version loses nothing', async ({
  page,
  context,
}) => {
  test.slow()
  await beSignedInAs(page, 'administrator')
  const path = `/admin/crises/${exercise}/settings`
  await page.goto(path)
  const policy = page.getByRole('form', { name: 'How headlines are chosen' })
  await expect(policy.getByRole('columnheader', { name: 'Most recent' })).toBeVisible()
  const table = policy.getByRole('table')
  const marked = table.getByText('changes', { exact: true })
  await expect(marked).toHaveCount(0)
  // What holds now is put last: the range decides first, and the table tells what that changes before anything is saved.
  const rules = policy.getByRole('group', { name: 'Rules, tried in this order' })
  for (const name of ['a recorded decision', 'preferred sources']) {
    const takeOut = rules.getByRole('button', { name: `Take out ${name}` })
    if (await takeOut.isVisible()) await takeOut.click()
  }
  await expect(marked.first()).toBeVisible()

  const other = await context.newPage()
  await other.goto(path)
  const general = other.getByRole('form', { name: 'General' })
  await general.getByLabel('Contact').fill('desk-two@attest.example')
  await general.getByLabel('Reason').fill('A second desk.')
  await general.getByRole('button', { name: 'Save these settings' }).click()
  await expect(general.getByText('Saved.')).toBeVisible()

  await policy.getByLabel('Reason').fill('The range is plainer.')
  await policy.getByRole('button', { name: 'Save this policy' }).click()
  await expect(policy.getByText('Somebody changed this meanwhile.')).toBeVisible()
  // Both versions stand side by side; the person says which goes on.
  await expect(policy.getByRole('columnheader', { name: 'What you typed' })).toBeVisible()
  await expect(policy.getByRole('row', { name: /^policy / })).toBeVisible()
  await expect(policy.getByRole('button', { name: 'Write mine over it' })).toBeVisible()
  await expect(policy.getByLabel('Reason')).toHaveValue('The range is plainer.')
  await expect(marked.first()).toBeVisible()
})

test('An administrator finds places and sources by any of their names, in any script', async ({ page }) => {
  test.slow()
  await beSignedInAs(page, 'administrator')
  const origin = test.info().project.use.baseURL ?? ''
  const { slug } = await makeCrisis(page.request, origin)
  const add = async (address: string, data: object) => {
    const headers = { origin, 'idempotency-key': randomUUID() }
    const response = await page.request.post(`/api/v1${address}`, { data, headers })
    expect(response.ok(), await response.text()).toBe(true)
  }
  const names = [
    { name: 'Weirford', language: 'en', usedBy: 'international' },
    { name: 'Վեյրֆորդ', language: 'hy', usedBy: 'armenian' },
  ]
  await add(`/crises/${slug}/places`, { level: 'settlement', parent: null, pcode: null, point: null, names })
  const office = [
    { name: `Office ${slug}`, language: 'en' },
    { name: `Գրասենյակ ${slug}`, language: 'hy' },
  ]
  await add('/sources', { names: office, kind: 'ombudsman', party: null, parent: null })

  const found = page.getByRole('listbox', { name: 'Found' }).getByRole('option')

  // A place within another.
  await page.goto(`/admin/crises/${slug}/places`)
  const newPlace = page.getByRole('region', { name: 'A new place' })
  await newPlace.getByLabel('Name', { exact: true }).fill('The mill')
  await newPlace.getByLabel('Lies in').fill('վեյր')
  await found.filter({ hasText: 'Weirford' }).click()
  await newPlace.getByRole('button', { name: 'Add the place' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'The mill' })).toContainText('in Weirford')
  // The form is empty again; what is chosen can be taken away by its button, too.
  await expect(newPlace.getByLabel('Lies in')).toHaveValue('')

  // The place of a boundary that says no P-code.
  const ring = [
    [
      [44, 40],
      [45, 40],
      [45, 41],
      [44, 40],
    ],
  ]
  const feature = { type: 'Feature', properties: { name: 'Area' }, geometry: { type: 'Polygon', coordinates: ring } }
  const collection = JSON.stringify({ type: 'FeatureCollection', features: [feature] })
  const file = { name: 'area.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(collection) }
  await page.getByLabel('Boundaries', { exact: true }).setInputFiles(file)
  await page.getByLabel('Area').fill('վեյր')
  await found.filter({ hasText: 'Weirford' }).click()
  await page.getByRole('button', { name: 'Attach the boundaries' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Վեյրֆորդ' })).toContainText('with its boundary')

  // The ombudsman's office of a crisis.
  await page.goto(`/admin/crises/${slug}/settings`)
  const general = page.getByRole('form', { name: 'General' })
  await general.getByLabel('Ombudsman’s office').fill(`գրասենյակ ${slug}`)
  await found.filter({ hasText: `Office ${slug}` }).click()
  await general.getByLabel('Reason').fill('It has one now.')
  await general.getByRole('button', { name: 'Save these settings' }).click()
  await expect(general.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(general.getByLabel('Ombudsman’s office')).toHaveValue(`Office ${slug}`)
  await general.getByRole('button', { name: `Take away Office ${slug}` }).click()
  await expect(general.getByLabel('Ombudsman’s office')).toBeFocused()
  await expect(general.getByLabel('Ombudsman’s office')).toHaveValue('')

  // What a source of all crises belongs to.
  await page.goto('/admin/sources')
  const newSource = page.getByRole('region', { name: 'A new source' })
  await newSource.getByLabel('Name', { exact: true }).fill(`Spokesperson ${slug}`)
  await newSource.getByLabel('Belongs to').fill(`գրասենյակ ${slug}`)
  await found.filter({ hasText: `Office ${slug}` }).click()
  await newSource.getByRole('button', { name: 'Add the source' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `Spokesperson ${slug}` })).toContainText(
    `belongs to Office ${slug}`,
  )
})
