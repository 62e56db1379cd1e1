import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '@/scripts/project.mjs'

interface LockedPackage {
  resolved?: string
  optionalDependencies?: Record<string, string>
}

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(path.join(projectRoot, file), 'utf8'))
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json')
const manifest = read<Manifest>('package.json')
const direct = { ...manifest.dependencies, ...manifest.devDependencies }

test('the lock file names the native packages of every platform', () => {
  const names = new Set(Object.keys(packages).map((folder) => folder.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !names.has(name))).toEqual([])
})

test('the lock file names no registry', () => {
  expect(Object.keys(packages).filter((folder) => packages[folder]?.resolved)).toEqual([])
})

test('every direct dependency is pinned to one version', () => {
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([])
})

test('every direct dependency has its line in docs/dependencies.md', () => {
  const described = fs.readFileSync(path.join(projectRoot, 'docs/dependencies.md'), 'utf8')
  const named = new Set(
    [...described.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names]) => names?.split(',').map((name) => name.trim())),
  )
  expect(Object.keys(direct).filter((name) => !named.has(name))).toEqual([])
})
