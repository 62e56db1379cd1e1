import { performance } from 'node:perf_hooks'
import type { Page } from 'playwright'
import { percentile, type Result } from '@/tests/bench/measure'
import { withDemo } from '@/tests/bench/serve-demo'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'
import { makeCrisis } from '@/tests/support/make-crisis'

const people = ['civilians', 'soldiers', 'police officers', 'women', 'children']
const fates = ['were killed', 'were wounded', 'were missing', 'were detained']
/** Twenty counts of other people or other fates, so that none is a rival of another. */
const text = people
  .map((noun, of) => fates.map((fate, row) => `The office said that ${of * 10 + row + 21} ${noun} ${fate}.`).join(' '))
  .join('\n\n')

/** How long a script takes to enter 20 figures of one pasted article by keyboard, each proposed, accepted and saved on its own. */
export async function measureEntry(): Promise<Result[]> {
  return await withDemo(async ({ address, browser }) => {
    const administrator = await browser.newContext()
    await signIn(await administrator.newPage(), 'administrator', address)
    const { slug } = await makeCrisis(administrator.request, address)
    const page = await browser.newPage()
    await signIn(page, 'contributor', address)
    return toResults(await enterTwenty(page, `${address}/admin/crises/${slug}/enter`))
  })
}

async function signIn(page: Page, role: string, origin: string): Promise<void> {
  const data = { email: `${role}@example.org`, password: demoPassword }
  const response = await page.request.post(`${origin}/api/auth/sign-in/email`, { data, headers: { origin } })
  if (!response.ok()) throw new Error(`The ${role} was not signed in: ${await response.text()}`)
}

/** Milliseconds from the first key in the text to the twentieth figure saved, and of each figure. */
async function enterTwenty(page: Page, address: string): Promise<{ all: number; each: number[] }> {
  await page.goto(address)
  await page.locator('#text').fill(text)
  await page.locator('#title').fill('Twenty counts')
  await page.locator('#language').fill('en')
  await page.locator('#publishedAt').fill('2023-09-19 18:40')
  await page.locator('#publisher').fill('Human Rights')
  await page
    .getByRole('option', { name: /Human Rights Defender/ })
    .first()
    .click()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/enter\/[0-9a-f-]{36}$/)
  const pane = page.getByRole('application')
  const number = page.locator('#number')
  // The publisher speaks for itself: nobody is to be looked for.
  await page.locator('#panel-figure').getByText('names nobody').click()
  await pane.focus()
  const each: number[] = []
  const begun = performance.now()
  for (let entered = 1; entered <= people.length * fates.length; entered++) {
    const start = performance.now()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await number.and(page.locator(':focus')).waitFor()
    // The article is years old: why it is entered now is said with the first figure, and stays for the others.
    if (entered === 1) await page.locator('#reason-stale').fill('Entered from the archive')
    await page.keyboard.press('Control+Enter')
    await page.locator(`[data-state] >> nth=${entered - 1}`).waitFor()
    await pane.and(page.locator(':focus')).waitFor()
    each.push(performance.now() - start)
  }
  return { all: performance.now() - begun, each: each.sort((a, b) => a - b) }
}

function toResults({ all, each }: { all: number; each: number[] }): Result[] {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
  return [
    {
      what: '20 figures entered from one article',
      at: 'by script and keyboard: next proposal, accept, save; checked and saved one by one',
      reach: '',
      measured: `${seconds(all)}, each p50 ${seconds(percentile(each, 0.5))}, p95 ${seconds(percentile(each, 0.95))}`,
      met: null,
    },
  ]
}
