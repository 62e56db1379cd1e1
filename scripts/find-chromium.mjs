import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { runCommand } from './run-command.mjs'
import { Sentence } from './sentence.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The path of a Chromium that runs on this machine: the one CHROMIUM_PATH names, an installed one, or Playwright's own.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const installed = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const { chromium } = await import('playwright')
  return [...installed, ...macApplications, chromium.executablePath()].find(runs)
}

/** Finds a Chromium, or installs one: Playwright's own, else by the system's package manager. */
export async function requireChromium() {
  const found = await findChromium()
  if (found) return found
  const attempts = [
    [process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']],
    ['sh', ['-c', 'apt-get update && apt-get install -y chromium']],
  ]
  const said = []
  for (const [command, args] of attempts) {
    const { output } = await runCommand(command, args)
    const installed = await findChromium()
    if (installed) return installed
    said.push(output.trim())
  }
  throw new Sentence(
    `${said.join('\n')}\n\nNo Chromium was found and none could be installed: install one, or set CHROMIUM_PATH to its program.`,
  )
}

/** Some of these names are stubs that only tell how to install the browser: what counts is that it runs. */
function runs(file) {
  if (!fs.existsSync(file)) return false
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
