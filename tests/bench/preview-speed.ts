import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'
import { requireChromium } from '@/scripts/find-chromium.mjs'
import { runCommand } from '@/scripts/run-command.mjs'
import { type Result, timed } from '@/tests/bench/measure'
import { startAttestProcess } from '@/tests/support/attest-process'
import { demoPassword, demoRoles } from '@/tests/support/demo-accounts.mjs'

const crisis = 'nagorno-karabakh-2023'
const end = '2023-09-30T20:00:00.000Z'
/** Long parts that are left out, so that the report has six pages. */
const leftOut = ['chronology', 'ombudsman', 'changes']
const words = 'The office counted and the ministry wrote of it again in the evening. '
const keystrokes = 80
const warmUp = 10

/**
 * From a key pressed in the overview of a report to its new pages painted, end to end: the browser, the server, Typst, PDF.js, the autosave beside it.
 * Keys come one by one, each after the pages of the last are there: then nothing waits for anything but its own work.
 */
export async function measurePreview(): Promise<Result[]> {
  const home = temporaryHome()
  try {
    const { url } = await startDatabase({ home, durable: true })
    const accounts = path.join(home, 'demo-accounts')
    fs.writeFileSync(accounts, demoRoles.map((role) => `${role}@example.org ${demoPassword}\n`).join(''))
    for (const [file = '', ...args] of [
      ['scripts/migrate.ts'],
      ['scripts/seed.ts'],
      ['scripts/accounts.ts', '', accounts],
    ]) {
      const command = ['--import', 'tsx', file, ...args]
      const { code, output } = await runCommand(process.execPath, command, { env: { DATABASE_URL: url } })
      if (code !== 0) throw new Error(`${file} failed: ${output}`)
    }
    const attest = await startAttestProcess(url)
    const browser = await chromium.launch({ executablePath: await requireChromium(), args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const draft = await beginDraft(page, attest.address)
      const { times, pages } = await typeAndWait(page, `${attest.address}/admin/sitreps/${draft.id}`)
      return [timed('preview of a sitrep', `keystroke to new pages painted in Chromium, ${pages} pages`, times, 300)]
    } finally {
      await browser.close()
      await attest.end('SIGTERM')
    }
  } finally {
    await stopDatabase(home)
    removeHome(home)
  }
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
  await page.goto(address)
  await page.locator('[data-preview][data-shown]').waitFor()
  await page.locator('[data-at="/overview"]').click()
  const times: number[] = []
  for (let index = 0; index < keystrokes + warmUp; index++) {
    const key = words[index % words.length] ?? ' '
    const measured = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          document.addEventListener(
            'keydown',
            ({ timeStamp }) => {
              const frame = document.querySelector<HTMLElement>('[data-serial]')
              const before = Number(frame?.dataset.serial)
              const look = () => {
                const shown = Number(document.querySelector<HTMLElement>('[data-preview]')?.dataset.shown)
                if (shown > before) requestAnimationFrame((now) => resolve(now - timeStamp))
                else requestAnimationFrame(look)
              }
              look()
            },
            { once: true, capture: true },
          )
        }),
    )
    await page.keyboard.type(key)
    const time = await measured
    if (index >= warmUp) times.push(time)
  }
  const pages = await page.locator('[data-preview] > li').count()
  return { times: times.sort((a, b) => a - b), pages }
}
