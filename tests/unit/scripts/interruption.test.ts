import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

/** A script that takes a moment to stop what it started, as a database does. */
const script = `
  import { runUntilInterrupted } from ${JSON.stringify(pathToFileURL('scripts/interruption.mjs').href)}
  await runUntilInterrupted(async (onEnd) => {
    onEnd(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      console.log('stopped')
    })
    console.log('started')
    setInterval(() => {}, 1000)
  })`

/** Starts it, sends SIGINT after each of the pauses (ms), and gives what it said. */
async function interrupt(...pauses: number[]): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child.stdout, 'data')
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    child.kill('SIGINT')
  }
  await ended
  return said
}

it('A Ctrl-C that arrives twice, as under npm, stops what was started all the same', async () => {
  expect(await interrupt(0)).toContain('stopped')
  expect(await interrupt(0, 20)).toContain('stopped')
})
