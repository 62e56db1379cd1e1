import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'
import { requireChromium } from '@/scripts/find-chromium.mjs'
import { projectRoot } from '@/scripts/project.mjs'
import { runCommand } from '@/scripts/run-command.mjs'
import type { Result } from '@/tests/bench/measure'
import { startAttestProcess } from '@/tests/support/attest-process'

const address = '/crises/nagorno-karabakh-2023?asOf=2023-09-30&knownAt=2023-09-30'

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
      return toResults(await load(`${attest.address}${address}`))
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

/** What Recharts' own code calls its classes, events and elements by, without what our pages name too to wait for it. */
function marksOfRecharts(): string[] {
  const own = ['app', 'components', 'domain'].flatMap((folder) =>
    readFilesOf(path.join(projectRoot, folder), /\.(tsx?|css)$/),
  )
  const theirs = readFilesOf(path.join(projectRoot, 'node_modules/recharts/es6'), /\.js$/)
  const texts = theirs.flatMap((file) => file.match(/(?<=['"`])recharts[-_a-zA-Z]{6,}(?=['"`])/g) ?? [])
  return [...new Set(texts)].filter((text) => !own.some((file) => file.includes(text)))
}

function readFilesOf(folder: string, named: RegExp): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => named.test(name))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
}

function toResults(loaded: Loaded[]): Result[] {
  const marks = marksOfRecharts()
  const kilobytes = (items: Loaded[]) => items.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
  const scripts = loaded.filter(({ kind }) => kind === 'Script')
  const kinds = [...new Set(loaded.map(({ kind }) => kind))]
  const parts = kinds.map(
    (kind) => `${kind.toLowerCase()} ${kilobytes(loaded.filter((one) => one.kind === kind)).toFixed(0)}`,
  )
  const holdsRecharts = (body: string) => marks.some((mark) => body.includes(mark))
  const withRecharts = scripts.filter(({ body }) => body === '' || holdsRecharts(body))
  const built = readFilesOf(path.join(projectRoot, '.next/static/chunks'), /\.js$/).filter(holdsRecharts).length
  if (built === 0) throw new Error('No script of the build holds Recharts: it cannot be told where it is.')
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
      at: `${marks.length} texts that stand in the package and not in our sources, sought in the ${scripts.length} scripts; ${built} ${built === 1 ? 'script' : 'scripts'} of the build ${built === 1 ? 'holds' : 'hold'} it`,
      reach: 'none',
      measured: withRecharts.length === 0 ? 'none' : `${withRecharts.length} files`,
      met: withRecharts.length === 0,
    },
  ]
}
