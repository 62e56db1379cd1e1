import { type Browser, chromium } from 'playwright'
import { renderSitrepPdf } from '@/formats/pdf/render-sitrep'
import { TypstThread } from '@/formats/pdf/typst-thread'
import { requireChromium } from '@/scripts/find-chromium.mjs'
import { milliseconds, percentile, type Result, timed, timeEach } from '@/tests/bench/measure'
import { sitrepHtml } from '@/tests/bench/sitrep-html'
import { makeSampleSitrep, sampleCreatedAt, sampleProof } from '@/tests/support/sample-sitrep'

const rounds = Array.from({ length: 35 }, (_, round) => round)

/**
 * The sample sitrep set by Typst, and the same content printed by a headless Chromium that is running already: in turn, so that whatever
 * else the machine does falls on both. Drawing the charts and making the page's HTML is in both times.
 */
export async function measurePdf(): Promise<Result[]> {
  const sitrep = makeSampleSitrep()
  const thread = new TypstThread()
  const browser = await chromium.launch({ executablePath: await requireChromium() })
  try {
    const typst: number[] = []
    const printed: number[] = []
    for (const round of rounds) {
      const warmUp = round < 5 ? 1 : 0
      typst.push(
        ...(await timeEach(
          [round],
          () => renderSitrepPdf({ sitrep, proof: sampleProof, createdAt: sampleCreatedAt }, thread),
          warmUp,
        )),
      )
      printed.push(...(await timeEach([round], () => print(browser, sitrepHtml(sitrep)), warmUp)))
    }
    const [ours, theirs] = [typst, printed].map((times) => times.sort((a, b) => a - b))
    if (!ours || !theirs) return []
    const ratio = percentile(theirs, 0.95) / percentile(ours, 0.95)
    const middle = percentile(theirs, 0.5) / percentile(ours, 0.5)
    return [
      timed('sitrep PDF', '6 pages, warm', ours, 100),
      timed('the same printed by Chromium', 'a running browser, a new page each time', theirs, null),
      {
        what: 'times faster than Chromium',
        at: `p95 by p95; ${milliseconds(percentile(theirs, 0.95))} by ${milliseconds(percentile(ours, 0.95))}`,
        reach: '>= 10',
        measured: `${ratio.toFixed(1)} (p50 by p50: ${middle.toFixed(1)})`,
        met: ratio >= 10,
      },
    ]
  } finally {
    await Promise.all([browser.close(), thread.close()])
  }
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
