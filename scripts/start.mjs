/* npm start: serves the build there is on the database there is. Installs, migrates and builds nothing. */
import { buildIsCurrent } from './build-app.mjs'
import { openDatabase } from './database.mjs'
import { readHostAndPort } from './host-and-port.mjs'
import { packagesAreInstalled, requireNode } from './install-packages.mjs'
import { runUntilInterrupted } from './interruption.mjs'
import { Sentence } from './sentence.mjs'
import { serve } from './serve.mjs'
import { tellAccounts } from './tell-accounts.mjs'

await runUntilInterrupted(async (onEnd) => {
  requireNode()
  const { host, port } = readHostAndPort()
  if (!packagesAreInstalled() || !buildIsCurrent()) {
    throw new Sentence('There is no build of these sources: run "npm run quickstart", or "npm ci" and "npm run build".')
  }
  const database = await openDatabase(onEnd)
  const server = await serve({ host, port, databaseUrl: database.url })
  onEnd(server.close)
  console.log(`Attest is at ${server.address}`)
  await tellAccounts(server.address, database.url)
})
