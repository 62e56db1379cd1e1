import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { Sentence } from './sentence.mjs'

/** What the production build is made from. */
const sources = [
  'app',
  'components',
  'config',
  'db',
  'domain',
  'formats',
  'messages',
  'public',
  'services',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

const mark = path.join(projectRoot, '.next', 'built-from')

/** Whether the production build there is was made from the sources as they are now. */
export function buildIsCurrent() {
  return fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === hashOfSources()
}

/** Makes the production build. */
export async function buildApp() {
  fs.rmSync(mark, { force: true })
  const before = hashOfSources()
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await runCommand(process.execPath, [next, 'build'], { env })
  if (code !== 0) throw new Sentence(`${output.trim()}\n\nThe build failed: see the lines above.`)
  fs.writeFileSync(mark, before)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder).sort()) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(projectRoot, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(name) {
  const full = path.join(projectRoot, name)
  if (!fs.existsSync(full)) return []
  if (fs.statSync(full).isFile()) return [name]
  return fs.readdirSync(full).flatMap((entry) => filesUnder(path.join(name, entry)))
}
