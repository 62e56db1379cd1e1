/*
 * npm run quickstart: from a fresh clone to a served ledger. Begins with nothing installed, so it uses Node's own
 * modules alone until the packages are there.
 */
import { buildApp, buildIsCurrent } from './build-app.mjs'
import { openDatabase, requireDatabaseAddress } from './database.mjs'
import { readHostAndPort } from './host-and-port.mjs'
import { installPackages, packagesAreInstalled, requireNode } from './install-packages.mjs'
import { runUntilInterrupted } from './interruption.mjs'
import { runTypeScript } from './run-command.mjs'
import { Sentence } from './sentence.mjs'
import { serve } from './serve.mjs'
import { demoFileFor, tellAccounts } from './tell-accounts.mjs'

const steps = 6
let step = 0

/** Does one step, telling its beginning, and its end with the seconds it took. */
async function doStep(title, work) {
  const start = Date.now()
  step += 1
  console.log(`${step}/${steps} ${title} ...`)
  const result = await work()
  console.log(`    ${result ?? 'done'} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
}

async function runScript(file, env, failure) {
  const { code } = await runTypeScript(file, { env, show: true })
  if (code !== 0) throw new Sentence(failure)
}

await runUntilInterrupted(async (onEnd) => {
  requireNode()
  const { host, port } = readHostAndPort()
  if (process.env.DATABASE_URL) requireDatabaseAddress(process.env.DATABASE_URL)
  // What the person gave, before the server sets its own.
  const demoFile = demoFileFor(process.env)

  await doStep('Installing packages', async () => {
    if (packagesAreInstalled()) return 'already installed'
    await installPackages()
  })

  let database
  await doStep('Starting the database', async () => {
    database = await openDatabase(onEnd)
    return database.name
  })
  const env = { DATABASE_URL: database.url }

  await doStep('Migrating the database', () =>
    runScript('scripts/migrate.ts', env, 'The database could not be migrated: see the lines above.'),
  )
  await doStep('Loading the demo crises', () =>
    runScript('scripts/seed.ts', env, 'The demo crises could not be loaded: see the lines above.'),
  )
  await doStep('Building', async () => {
    if (buildIsCurrent()) return 'sources unchanged'
    await buildApp()
  })

  let server
  await doStep('Starting the server', async () => {
    server = await serve({
      host,
      port,
      databaseUrl: database.url,
      onPortTaken: (taken) => console.log(`    Port ${taken} is taken; trying ${taken + 1}.`),
    })
    onEnd(server.close)
    return 'ready'
  })
  await tellAccounts(server.address, database.url, demoFile)
  console.log(`\nAttest is at ${server.address}\nCtrl-C stops it; the data stays.`)
})
