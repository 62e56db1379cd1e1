import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { holdScripts } from '@/tests/support/hold-scripts'
import { beSignedInAs, beSignedInAsNew } from '@/tests/support/sign-in'

/** A crisis that people train in, so that entries of tests harm no figure of a real one. */
const crisis = 'exercise-merrowen-valley'

test.describe.configure({ timeout: 120_000 })

let profile: string
let context: BrowserContext
let page: Page

test.beforeEach(async () => {
  profile = await mkdtemp(path.join(os.tmpdir(), 'attest-profile-'))
  await openBrowser()
  await beSignedInAs(page, 'contributor')
})
test.afterEach(async () => {
  await context.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** A browser with a profile that outlives it. */
async function openBrowser(): Promise<void> {
  const { launchOptions, baseURL } = test.info().project.use
  context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...(baseURL ? { baseURL } : {}) })
  page = context.pages()[0] ?? (await context.newPage())
}

/** Ends the browser as a crash or the system would, without a word to its pages, and opens it again. */
async function killBrowser(): Promise<void> {
  // Chromium writes cookies only every half minute; whoever had signed in before that would have to again.
  const cookies = await context.cookies()
  const pid = findBrowser()
  if (!pid) throw new Error('The browser does not run.')
  const gone = new Promise((resolve) => context.once('close', resolve))
  process.kill(Number(pid), 'SIGKILL')
  await gone
  await openBrowser()
  await context.addCookies(cookies)
}

/** The process of the browser itself, not of one of its pages. */
function findBrowser(): string | undefined {
  const isBrowser = (command: string) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')
  if (existsSync('/proc/self/cmdline')) return readdirSync('/proc').find((pid) => isBrowser(commandOf(pid)))
  const running = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return running.find(isBrowser)?.trim().split(' ')[0]
}

/** Empty where there is no such process any more. */
function commandOf(pid: string): string {
  try {
    return /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
  } catch {
    return ''
  }
}

/** Opens the form of a note, on the first document of the crisis; gives what its quote may be. */
async function openNoteForm(): Promise<{ quote: string }> {
  const { items } = await (await page.request.get(`/api/v1/crises/${crisis}/documents?limit=1`)).json()
  await page.goto(`/admin/crises/${crisis}/enter/${items[0].id}`)
  // Once it is there the page lives and holds its key.
  await expect(page.locator('[data-outbox=allSaved]')).toBeVisible()
  await page.getByRole('tab', { name: 'Note' }).click()
  await expect(noteForm().locator('[data-draft=empty], [data-draft=kept]')).toBeAttached()
  const words = page.getByRole('application', { name: 'Text of the document' }).locator('[data-start]').first()
  return { quote: ((await words.textContent()) ?? '').split(' ').slice(0, 5).join(' ') }
}

const noteForm = () => page.getByRole('tabpanel', { name: 'Note' })
const text = () => noteForm().getByRole('textbox', { name: 'Note' })
const kept = () => noteForm().locator('[data-draft=kept]')

async function fillNote(words: string, quote: string): Promise<void> {
  await text().fill(words)
  await noteForm().getByText('names nobody').click()
  await noteForm().getByRole('textbox', { name: 'Quote' }).fill(quote)
}

const save = () => noteForm().getByRole('button', { name: 'Save and next' }).click()

/** How often each of these notes was entered, as the server has it. */
async function countEntered(words: string[]): Promise<number[]> {
  await page.reload()
  await expect(page.locator('[data-outbox=allSaved]')).toBeVisible()
  return Promise.all(words.map((one) => page.getByRole('listitem').filter({ hasText: one }).count()))
}

test('A browser killed at 20 random moments loses at most two seconds of typing', async () => {
  test.skip(process.platform === 'win32', 'Windows names its processes to neither /proc nor ps.')
  test.setTimeout(300_000)
  const lost: number[] = []
  for (let round = 0; round < 20; round += 1) {
    await openNoteForm()
    await text().focus()
    await page.keyboard.press('Control+End')
    let typed = await text().inputValue()
    const typedAt: number[] = []
    const end = Date.now() + 200 + Math.random() * 2500
    while (Date.now() < end) {
      const letter = String.fromCharCode(97 + Math.floor(Math.random() * 26))
      await page.keyboard.type(letter)
      typed += letter
      typedAt.push(Date.now())
      await page.waitForTimeout(20 + Math.random() * 80)
    }
    const killedAt = Date.now()
    await killBrowser()
    await openNoteForm()
    const found = await text().inputValue()
    expect(typed.slice(0, found.length)).toBe(found)
    const missing = typed.length - found.length
    lost.push(missing === 0 ? 0 : killedAt - (typedAt.at(-missing) ?? 0))
  }
  console.log(`    typing lost at each kill, ms: ${lost.join(' ')}`)
  expect(Math.max(...lost)).toBeLessThanOrEqual(2000)
})

test('On a slow link a form takes nothing until its scripts have come, and then keeps all of it', async () => {
  const bringScripts = await holdScripts(page)
  await page.goto(`/admin/crises/${crisis}/enter`, { waitUntil: 'commit' })
  const title = page.getByLabel('Title', { exact: true })
  await expect(title).toBeDisabled()
  bringScripts()
  await title.fill('Report of the evening')
  await expect(page.locator('[data-draft=kept]')).toBeVisible()
  await page.reload()
  await expect(title).toHaveValue('Report of the evening')
})

test('What is entered in 15 minutes offline goes out when the link is back, in order and once', async () => {
  await page.clock.install()
  const { quote } = await openNoteForm()
  const words = Array.from({ length: 5 }, (_, index) => `Offline note ${index} of ${Date.now()}`)
  await context.setOffline(true)
  for (const one of words) {
    await fillNote(one, quote)
    await save()
    await expect(text()).toHaveValue('')
    await page.clock.fastForward('03:00')
  }
  await expect(page.getByText('5 entries wait for the link')).toBeVisible()
  await text().fill('Not finished when the link came back')
  await page.clock.runFor(1000)
  await expect(kept()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('All entries saved')).toBeVisible()
  await expect(text()).toHaveValue('Not finished when the link came back')
  expect(await countEntered(words)).toEqual([1, 1, 1, 1, 1])
  const listed = await page.getByRole('listitem').filter({ hasText: 'Offline note' }).allTextContents()
  expect(listed.map((line) => Number(/Offline note (\d)/.exec(line)?.[1]))).toEqual([0, 1, 2, 3, 4])
})

test('An entry that the browser died on is entered once', async () => {
  test.skip(process.platform === 'win32', 'Windows names its processes to neither /proc nor ps.')
  test.setTimeout(180_000)
  const words: string[] = []
  for (let round = 0; round < 6; round += 1) {
    const { quote } = await openNoteForm()
    const one = `Died on note ${round} of ${Date.now()}`
    words.push(one)
    await fillNote(one, quote)
    await expect(kept()).toBeVisible()
    await page.waitForTimeout(600)
    const saving = save().catch(() => {})
    await page.waitForTimeout(Math.random() * 250)
    await killBrowser()
    await saving
    await openNoteForm()
    // Where the form came back full, the person saves it; where it is empty it has gone out.
    if ((await text().inputValue()) === one) {
      await save()
      await expect(text()).toHaveValue('')
    }
  }
  expect(await countEntered(words)).toEqual(words.map(() => 1))
})

test('An expired session keeps what was entered, for the same person and no other', async () => {
  const { quote } = await openNoteForm()
  const one = `Entered after the session, ${Date.now()}`
  await fillNote(one, quote)
  await context.clearCookies()
  await save()
  await expect(page.getByText('1 entry waits until you sign in again')).toBeVisible()
  await page.close()

  page = await context.newPage()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
  })
  await beSignedInAs(page, 'editor')
  await page.goto('/admin')
  // The desk of the next person is open, and holds nothing of the one before.
  const device = page.getByRole('region', { name: 'On this device' })
  await expect(device.locator('[data-outbox=allSaved]')).toBeVisible()
  await expect(device.getByText('No form is begun and unsent on this device.')).toBeVisible()
  await expect(page.getByText(one)).toHaveCount(0)
  const waiting = await page.request.get(`/api/v1/waiting?crisis=${crisis}&limit=1000`)
  expect(waiting.ok()).toBe(true)
  expect(await waiting.text()).not.toContain(one)
  expect(sent).toEqual([])
  await context.clearCookies()

  await beSignedInAs(page, 'contributor')
  await openNoteForm()
  expect(await countEntered([one])).toEqual([1])
})

test('Signing out asks first when something is unsent, and leaves nothing behind', async () => {
  await openNoteForm()
  await text().fill('Words that are not sent')
  await expect(kept()).toBeVisible()
  const signOut = page.getByRole('button', { name: 'Sign out' })
  await page.getByText('Demo contributor').click()
  await signOut.click()
  await expect(page.getByRole('dialog').getByText('1 draft')).toBeVisible()
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(text()).toHaveValue('Words that are not sent')
  await signOut.click()
  await page.getByRole('button', { name: 'Remove it and sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  expect(await countKept()).toEqual([0, 0])
})

test('Signing out everywhere asks first too, and leaves nothing behind', async ({ browser }) => {
  // Of somebody of their own: it ends the sessions of every test that runs beside this one under the same account.
  await context.clearCookies()
  await beSignedInAsNew(page, browser, 'contributor', 'Third contributor')
  await openNoteForm()
  await text().fill('Words that are not sent')
  await expect(kept()).toBeVisible()
  await page.goto('/account')
  const signOut = page.getByRole('button', { name: 'Sign out everywhere' })
  await signOut.click()
  await expect(page.getByRole('dialog').getByText('1 draft')).toBeVisible()
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  expect(await countKept()).toEqual([1, 1])
  await signOut.click()
  await page.getByRole('button', { name: 'Remove it and sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  expect(await countKept()).toEqual([0, 0])
})

/** How many records, and people with an open vault, the browser's database holds. */
function countKept(): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const request = indexedDB.open('attest-drafts', 1)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction(['records', 'openings'])
          const counts = ['records', 'openings'].map((name) => transaction.objectStore(name).count())
          transaction.oncomplete = () => {
            request.result.close()
            resolve(counts.map(({ result }) => result))
          }
        }
      }),
  )
}
