import { spawn } from 'node:child_process'
import { projectRoot } from './project.mjs'

/** Every command under way, so that an interrupted script can end what it started. */
const running = new Set()

/**
 * Runs a command in the project's folder and waits for its end.
 * `show`: its output goes to the terminal; otherwise it is collected and returned.
 * Never throws for a failing command: look at `code`.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      // A group of its own: Ctrl-C reaches this script alone, which then ends the command once and in order.
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    running.add(child)
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    const settle = (code, text) => {
      running.delete(child)
      resolve({ code, output: text })
    }
    child.on('error', (error) => settle(127, `${output}${error.message}\n`))
    child.on('close', (code) => settle(code ?? 1, output))
  })
}

/**
 * Runs one of the project's TypeScript entry points (Node 20 runs no TypeScript by itself).
 *
 * @param {string} file
 * @param {{ args?: string[], env?: Record<string, string>, show?: boolean }} [options]
 */
export function runTypeScript(file, { args = [], ...options } = {}) {
  return runCommand(process.execPath, ['--import', 'tsx', file, ...args], options)
}

/** Asks every command under way to end, as Ctrl-C would, and waits until it has; kills it after ten seconds. */
export async function endCommands() {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          const force = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 10_000)
          child.once('close', () => {
            clearTimeout(force)
            resolve()
          })
          child.kill('SIGINT')
        }),
    ),
  )
}
