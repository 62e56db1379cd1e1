/*
 * node tests/support/serve-durably.mjs <home> <port>: the production build on the database of that home, as `npm start` serves it on the
 * project's own: started again when it is killed, safe at a power cut. Until SIGTERM, or kill -9.
 */
import { keepRunning } from '../../scripts/database.mjs'
import { startDatabase, stopDatabase } from '../../scripts/embedded-database.mjs'
import { runUntilInterrupted } from '../../scripts/interruption.mjs'
import { serve } from '../../scripts/serve.mjs'

await runUntilInterrupted(async (onEnd) => {
  const [, , home, port] = process.argv
  onEnd(() => stopDatabase(home))
  const { url } = await startDatabase({ home })
  onEnd(keepRunning(home))
  const server = await serve({ host: '127.0.0.1', port: Number(port), databaseUrl: url })
  onEnd(server.close)
})
