import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'
import { TypstThread } from '@/formats/pdf/typst-thread'
import { requireChromium } from '@/scripts/find-chromium.mjs'
import { milliseconds, percentile, type Result, timed, timeEach } from '@/tests/bench/measure'
import { sitrepHtml } from '@/tests/bench/sitrep-html'
import { makeSampleSitrep, sampleCreatedAt, sampleProof } from '@/tests/support/sample-sitrep'

const rounds = Array.from({ length: 35 }, (_, round) => round)

/** Each tidies up behind itself, a closed page for longer than a report takes to set: that must not fall on the other, in milliseconds. */
const rest = 200

/** The sample with another year in all its texts: nothing that was set for one round serves the next. */
const another = (sitrep: Sitrep, round: number): Sitrep =>
  JSON.parse(JSON.stringify(sitrep).replaceAll('2023', String(2024 + round)))

/**
 * The sample sitrep set by Typst, and the same content printed by a headless Chromium that is running already: in turn, so that whatever
 * else the machine does falls on both. Drawing the charts and making the page's HTML is in both times. Once as the same sitrep again and again,
 * of which Typst keeps the layout, and once as another one each time, of which it can keep nothing.
 */
export async function measurePdf(): Promise<Result[]> {
  const sitrep = makeSampleSitrep()
  const thread = new TypstThread()
  const browser = await chromium.launch({ executablePath: await requireChromium() })
  try {
    const results: Result[] = []
    const kinds = { 'the same again': () => sitrep, 'another each time': (round: number) => another(sitrep, round) }
    for (const [kind, sitrepOf] of Object.entries(kinds)) {
      const typst: number[] = []
      const printed: number[] = []
      for (const round of rounds) {
        const asked = sitrepOf(round)
        const set = () => renderSitrepPdf({ sitrep: asked, proof: sampleProof, createdAt: sampleCreatedAt }, thread)
        const warmUp = round < 5 ? 1 : 0
        typst.push(...(await timeEach([round], set, warmUp)))
        await sleep(rest)
        printed.push(...(await timeEach([round], () => print(browser, sitrepHtml(asked)), warmUp)))
        await sleep(rest)
      }
      results.push(...compare(kind, typst, printed))
    }
    return results
  } finally {
    await Promise.all([browser.close(), thread.close()])
  }
}

function compare(kind: string, ...times: [number[], number[]]): Result[] {
  const [ours, theirs] = times.map((own) => own.sort((a, b) => a - b)) as typeof times
  const ratio = (share: number) => (percentile(theirs, share) / percentile(ours, share)).toFixed(1)
  return [
    timed('sitrep PDF', `6 pages, warm, ${kind}`, ours, 100),
    timed('the same printed by Chromium', 'a running browser, a new page each time', theirs, null),
    {
      what: 'times faster than Chromium',
      at: `p95 by p95, ${kind}; ${milliseconds(percentile(theirs, 0.95))} by ${milliseconds(percentile(ours, 0.95))}`,
      reach: '>= 10',
      measured: `${ratio(0.95)} (p50 by p50: ${ratio(0.5)})`,
      met: Number(ratio(0.95)) >= 10,
    },
  ]
}

async function print(browser: Browser, html: string) {
  const page = await browser.newPage()
  try {
    await page.setContent(html)
    await page.pdf({ format: 'A4', tagged: true, printBackground: true })
  } finally {
    await page.close()
  }
}
