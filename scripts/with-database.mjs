/*
 * node scripts/with-database.mjs <file.ts> [arguments]: runs one of the project's TypeScript entry points with
 * DATABASE_URL set, to the embedded database (started for it if need be) unless the environment names another.
 */
import { openDatabase } from './database.mjs'
import { runUntilInterrupted } from './interruption.mjs'
import { runTypeScript } from './run-command.mjs'

await runUntilInterrupted(async (onEnd) => {
  const [file, ...args] = process.argv.slice(2)
  const database = await openDatabase(onEnd)
  const { code } = await runTypeScript(file, { args, env: { DATABASE_URL: database.url }, show: true })
  return code
})
