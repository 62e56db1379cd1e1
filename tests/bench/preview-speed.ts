import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import { type Result, timed } from '@/tests/bench/measure'
import { withDemo } from '@/tests/bench/serve-demo'
import { demoPassword } from '@/tests/support/demo-accounts.mjs'

const crisis = 'nagorno-karabakh-2023'
const end = '2023-09-30T20:00:00.000Z'
/** Long parts that are left out, so that the report has six pages. */
const leftOut = [
  'changes',
  'displacement',
  'ombudsman',
  'contested',
  'not-known',
  'access',
  'chronology',
  'methodology',
]
const words = 'The office counted and the ministry wrote of it again in the evening. '
const keystrokes = 80
const warmUp = 10

/**
 * From a key pressed in the overview of a report to its new pages painted, end to end: the browser, the server, Typst, PDF.js, the autosave beside it.
 * Keys come one by one, each after the pages of the last are there: then nothing waits for anything but its own work.
 */
export async function measurePreview(): Promise<Result[]> {
  return await withDemo(async ({ address, browser }) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const draft = await beginDraft(page, address)
    const { times, pages } = await typeAndWait(page, `${address}/admin/sitreps/${draft.id}`)
    return [timed('preview of a sitrep', `keystroke to new pages painted in Chromium, ${pages} pages`, times, 300)]
  })
}

async function beginDraft(page: Page, origin: string): Promise<SitrepDraft> {
  const signedIn = await page.request.post(`${origin}/api/auth/sign-in/email`, {
    data: { email: 'editor@example.org', password: demoPassword },
    headers: { origin },
  })
  if (!signedIn.ok()) throw new Error(`The editor was not signed in: ${await signedIn.text()}`)
  const send = async (method: 'post' | 'patch', address: string, data: object, version?: number) => {
    const headers = {
      origin,
      'idempotency-key': randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    }
    const response = await page.request[method](`${origin}/api/v1${address}`, { data, headers })
    if (!response.ok()) throw new Error(`${address}: ${await response.text()}`)
    return (await response.json()) as SitrepDraft
  }
  const body = { kind: 'situation-report', asOf: end, knownAt: end }
  const draft = await send('post', `/crises/${crisis}/sitreps`, body)
  const content = { ...draft.content, leftOut }
  return await send('patch', `/sitreps/${draft.id}`, content, draft.version)
}

/** Milliseconds of each key, sorted. Taken in the page: from the key's own event to the frame in which the pages of its words stand. */
async function typeAndWait(page: Page, address: string): Promise<{ times: number[]; pages: number }> {
  // What runs in the page is compiled with names kept, by a helper that pages do not have.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.goto(address)
  await page.locator('[data-preview][data-shown]').waitFor()
  await page.locator('[data-at="/overview"]').click()
  const times: number[] = []
  for (let index = 0; index < keystrokes + warmUp; index++) {
    await page.evaluate(listenForKey)
    await page.keyboard.type(words[index % words.length] ?? ' ')
    const time = await page.evaluate(() => (globalThis as Listening).nextPages)
    if (time === undefined) throw new Error('No new pages came within ten seconds of a key.')
    if (index >= warmUp) times.push(time)
  }
  const pages = await page.locator('[data-preview] > li').count()
  return { times: times.sort((a, b) => a - b), pages }
}

/** The milliseconds from the next key to its pages, or nothing after ten seconds. */
type Listening = typeof globalThis & { nextPages?: Promise<number | undefined> }

/** In the page: waits for the next key, and for the frame in which the pages of its words stand. */
function listenForKey(): void {
  ;(globalThis as Listening).nextPages = new Promise((resolve) => {
    const onKey = ({ timeStamp }: KeyboardEvent) => {
      const before = Number(document.querySelector<HTMLElement>('[data-serial]')?.dataset.serial)
      const pages = document.querySelector<HTMLElement>('[data-preview]')
      if (!pages) return
      const watch = new MutationObserver(() => {
        if (Number(pages.dataset.shown) <= before) return
        watch.disconnect()
        requestAnimationFrame((now) => resolve(now - timeStamp))
      })
      watch.observe(pages, { attributeFilter: ['data-shown'] })
    }
    document.addEventListener('keydown', onKey, { once: true, capture: true })
    setTimeout(resolve, 10_000)
  })
}
