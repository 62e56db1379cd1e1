/*
 * node tests/support/serve-for-e2e.mjs <port>: the production build on a database of its own, migrated, with the demo
 * crises loaded, until SIGTERM. Playwright's configuration starts it.
 */
import fs from 'node:fs'
import path from 'node:path'
import { buildApp, buildIsCurrent } from '../../scripts/build-app.mjs'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '../../scripts/embedded-database.mjs'
import { runUntilInterrupted } from '../../scripts/interruption.mjs'
import { runTypeScript } from '../../scripts/run-command.mjs'
import { serve } from '../../scripts/serve.mjs'
import { demoPassword, demoRoles } from './demo-accounts.mjs'

await runUntilInterrupted(async (onEnd) => {
  const port = Number(process.argv[2])
  const home = temporaryHome()
  onEnd(async () => {
    await stopDatabase(home)
    removeHome(home)
  })
  const { url } = await startDatabase({ home, durable: false })
  // Mails go to the port beside the server's, where whichever test is about them listens; from all others nothing arrives.
  process.env.SMTP_URL = `smtp://127.0.0.1:${port + 1}`
  process.env.MAIL_FROM = 'Attest <attest@example.org>'
  process.env.ATTEST_URL = `http://127.0.0.1:${port}`
  const accounts = path.join(home, 'demo-accounts')
  fs.writeFileSync(accounts, demoRoles.map((role) => `${role}@example.org ${demoPassword}\n`).join(''))
  for (const [file, ...args] of [['scripts/migrate.ts'], ['scripts/seed.ts'], ['scripts/accounts.ts', '', accounts]]) {
    const { code, output } = await runTypeScript(file, { args, env: { DATABASE_URL: url } })
    if (code !== 0) throw new Error(`${file} failed: ${output}`)
  }
  if (!buildIsCurrent()) await buildApp()
  const server = await serve({ host: '127.0.0.1', port, databaseUrl: url })
  onEnd(server.close)
})
