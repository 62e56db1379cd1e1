import { endCommands } from './run-command.mjs'
import { printFailure } from './sentence.mjs'

/** Milliseconds. npm hands on a Ctrl-C that the terminal has given to all of its processes: the same one arrives twice. */
const sameInterruption = 1000

/**
 * Runs a script's main function so that whatever it started ends with it: at its end, at a failure, and at Ctrl-C or
 * SIGTERM. `main` gets `onEnd(stop)` to name what is to be stopped; the last named is stopped first.
 * A second Ctrl-C ends at once. Under npm the death of npm counts as an interruption too: kill -9 tells nobody.
 */
export async function runUntilInterrupted(main) {
  const stops = []
  let ending
  let interruptedAt = 0
  const end = (code) => {
    ending ??= (async () => {
      await endCommands()
      for (const stop of stops.reverse()) await stop().catch(printFailure)
      process.exit(code)
    })()
    return ending
  }
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      if (ending && signal === 'SIGINT' && Date.now() - interruptedAt > sameInterruption) process.exit(code)
      if (!ending) interruptedAt = Date.now()
      void end(code)
    })
  }
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && void end(1), 500).unref()
  }
  try {
    const code = await main((stop) => stops.push(stop))
    if (code !== undefined) await end(code)
  } catch (error) {
    if (!ending) printFailure(error)
    await end(1)
  }
}
