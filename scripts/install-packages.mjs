import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { Sentence } from './sentence.mjs'

/** Throws the sentence for a Node that is too old for the packages of this project. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Sentence(
    `Attest needs Node 20.19 or later and this is ${process.version}: install a newer one from https://nodejs.org and run this again.`,
  )
}

/** Whether node_modules holds what package-lock.json asks for (packages for other platforms aside). */
export function packagesAreInstalled() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(projectRoot, file), 'utf8')).packages
  if (!fs.existsSync(path.join(projectRoot, 'node_modules', '.package-lock.json'))) return false
  const wanted = read('package-lock.json')
  const present = read(path.join('node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true
    return present[folder] ? present[folder].version === version : optional === true
  })
}

/** Installs the packages of package-lock.json, those for building and testing included. */
export async function installPackages() {
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const { code, output } = await runCommand(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code === 0) return
  throw new Sentence(
    `${output.trim().split('\n').slice(-15).join('\n')}\n\nThe packages could not be installed: see the lines above, check the connection to the npm registry and run this again.`,
  )
}
