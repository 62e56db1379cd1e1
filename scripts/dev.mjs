/* npm run dev: Next's development server on the database there is. */
import path from 'node:path'
import { openDatabase } from './database.mjs'
import { readHostAndPort } from './host-and-port.mjs'
import { runUntilInterrupted } from './interruption.mjs'
import { runCommand } from './run-command.mjs'

await runUntilInterrupted(async (onEnd) => {
  const { host, port } = readHostAndPort()
  const { url } = await openDatabase(onEnd)
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const env = { DATABASE_URL: url, NEXT_TELEMETRY_DISABLED: '1' }
  const { code } = await runCommand(process.execPath, [next, 'dev', '--hostname', host, '--port', String(port)], {
    env,
    show: true,
  })
  return code
})
