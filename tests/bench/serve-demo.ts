import fs from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'
import { requireChromium } from '@/scripts/find-chromium.mjs'
import { runCommand } from '@/scripts/run-command.mjs'
import { startAttestProcess } from '@/tests/support/attest-process'
import { demoPassword, demoRoles } from '@/tests/support/demo-accounts.mjs'

/** Serves the demo with its accounts from a database of its own, with a browser beside it, while `measure` works; then nothing of it is left. */
export async function withDemo<Measured>(
  measure: (demo: { address: string; browser: Browser }) => Promise<Measured>,
): Promise<Measured> {
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
      return await measure({ address: attest.address, browser })
    } finally {
      await browser.close()
      await attest.end('SIGTERM')
    }
  } finally {
    await stopDatabase(home)
    removeHome(home)
  }
}
