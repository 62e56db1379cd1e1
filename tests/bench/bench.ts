import { measureDashboardData } from '@/tests/bench/dashboard-data'
import { measureEntry } from '@/tests/bench/entry-speed'
import { measureFirstView } from '@/tests/bench/first-view'
import { measureHttp } from '@/tests/bench/http-speed'
import { type LargeLedger, openLargeLedger } from '@/tests/bench/large-ledger'
import { machineLine, printResults, type Result } from '@/tests/bench/measure'
import { measurePdf } from '@/tests/bench/pdf-speed'
import { measurePolling } from '@/tests/bench/polling'
import { measurePreview } from '@/tests/bench/preview-speed'
import { measureReading } from '@/tests/bench/reading-speed'

/*
 * npm run bench [-- pdf reading entry preview bytes dashboard http polling] [-- --figures=1000000]: measures what docs/performance.md keeps, all parts unless some are
 * named. Shows figures and never fails for them: a machine that is busy must not turn a build red. `entry`, `preview`, `bytes`, `http` and
 * `polling` need the production build ("npm run build").
 */

const withLedger = { dashboard: measureDashboardData, http: measureHttp, polling: measurePolling }
const alone = {
  pdf: measurePdf,
  reading: measureReading,
  bytes: measureFirstView,
  entry: measureEntry,
  preview: measurePreview,
}
const names = [...Object.keys(alone), ...Object.keys(withLedger)]

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const unknown = asked.filter((name) => !names.includes(name))
const figures = Number(process.argv.find((argument) => argument.startsWith('--figures='))?.split('=')[1] ?? 1_000_000)
if (unknown.length > 0 || !Number.isInteger(figures) || figures < 20_000) {
  console.error(`Usage: npm run bench -- [${names.join('] [')}] [--figures=1000000, at least 20000]`)
  process.exit(2)
}
const isAsked = (name: string) => asked.length === 0 || asked.includes(name)

const results: Result[] = []
/** A part that cannot run (no build, no browser) says so and leaves the others alone. */
async function run(name: string, measure: () => Promise<Result[]>) {
  if (!isAsked(name)) return
  console.log(`Measuring: ${name} ...`)
  try {
    results.push(...(await measure()))
  } catch (error) {
    console.error(`  ${name} was not measured: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

for (const [name, measure] of Object.entries(alone)) await run(name, measure)
let ledger: LargeLedger | undefined
try {
  for (const [name, measure] of Object.entries(withLedger)) {
    await run(name, async () => {
      ledger ??= await openLargeLedger(figures)
      return await measure(ledger)
    })
  }
} finally {
  await ledger?.close()
}
printResults(results)
console.log(`\n${machineLine(ledger?.version ?? null)}`)
