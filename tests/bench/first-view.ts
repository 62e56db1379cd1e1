import { chromium } from 'playwright'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'
import { requireChromium } from '@/scripts/find-chromium.mjs'
import { runCommand } from '@/scripts/run-command.mjs'
import type { Result } from '@/tests/bench/measure'
import { startAttestProcess } from '@/tests/support/attest-process'

const path = '/crises/nagorno-karabakh-2023?asOf=2023-09-30&knownAt=2023-09-30'
/** A class name that Recharts alone writes: the pages name others to wait for it. */
const rechartsMark = 'recharts-cartesian-axis-tick-value'

interface Loaded {
  url: string
  kind: string
  bytes: number
  body: string
}

/** What Chromium transfers for the first view of the demo's dashboard, from the production build on a database with the demo. */
export async function measureFirstView(): Promise<Result[]> {
  const home = temporaryHome()
  try {
    const { url } = await startDatabase({ home, durable: false })
    for (const file of ['scripts/migrate.ts', 'scripts/seed.ts']) {
      const { code, output } = await runCommand(process.execPath, ['--import', 'tsx', file], {
        env: { DATABASE_URL: url },
      })
      if (code !== 0) throw new Error(`${file} failed: ${output}`)
    }
    const attest = await startAttestProcess(url)
    try {
      return toResults(await load(`${attest.address}${path}`))
    } finally {
      await attest.end('SIGTERM')
    }
  } finally {
    await stopDatabase(home)
    removeHome(home)
  }
}

/** Everything transferred until the network has been silent for half a second; nothing is touched. */
async function load(address: string): Promise<Loaded[]> {
  const browser = await chromium.launch({ executablePath: await requireChromium() })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const asked = new Map<string, Omit<Loaded, 'bytes' | 'body'>>()
    const finished = new Map<string, number>()
    session.on('Network.responseReceived', ({ requestId, type, response }) =>
      asked.set(requestId, { url: response.url, kind: type }),
    )
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      finished.set(requestId, encodedDataLength),
    )
    await page.goto(address, { waitUntil: 'networkidle' })
    return await Promise.all(
      [...finished].flatMap(async ([requestId, bytes]) => {
        const { body } = await session.send('Network.getResponseBody', { requestId }).catch(() => ({ body: '' }))
        const what = asked.get(requestId) ?? { url: '', kind: 'Other' }
        return { ...what, bytes, body }
      }),
    )
  } finally {
    await browser.close()
  }
}

function toResults(loaded: Loaded[]): Result[] {
  const kilobytes = (items: Loaded[]) => items.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
  const scripts = loaded.filter(({ kind }) => kind === 'Script')
  const kinds = [...new Set(loaded.map(({ kind }) => kind))]
  const parts = kinds.map(
    (kind) => `${kind.toLowerCase()} ${kilobytes(loaded.filter((one) => one.kind === kind)).toFixed(0)}`,
  )
  const withRecharts = scripts.filter(({ body }) => body.includes(rechartsMark))
  const all = kilobytes(loaded)
  const javascript = kilobytes(scripts)
  return [
    {
      what: 'dashboard first view, all',
      at: `${loaded.length} answers as transferred: ${parts.join(', ')}`,
      reach: '<= 300 KB',
      measured: `${all.toFixed(0)} KB`,
      met: all <= 300,
    },
    {
      what: 'of it JavaScript',
      at: `${scripts.length} files`,
      reach: '<= 180 KB',
      measured: `${javascript.toFixed(0)} KB`,
      met: javascript <= 180,
    },
    {
      what: 'Recharts in the first view',
      at: 'its class names sought in every script',
      reach: 'none',
      measured: withRecharts.length === 0 ? 'none' : `${withRecharts.length} files`,
      met: withRecharts.length === 0,
    },
  ]
}
