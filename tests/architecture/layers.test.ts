import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '@/scripts/project.mjs'
import { findBreaches, roomNames } from './layer-rules'
import { readSource } from './source-file'

function sourcesUnder(folder: string): string[] {
  return fs
    .readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
}

test('the rooms of the project import only what lies below them', () => {
  const atRoot = fs.readdirSync(projectRoot).filter((file) => /^(proxy|instrumentation.*)\.ts$/.test(file))
  const inRooms = roomNames.filter((room) => fs.existsSync(path.join(projectRoot, room))).flatMap(sourcesUnder)
  const files = [...atRoot, ...inRooms].map((file) =>
    readSource(file, fs.readFileSync(path.join(projectRoot, file), 'utf8')),
  )
  expect(files.length).toBeGreaterThan(0)
  expect(findBreaches(files)).toEqual([])
})
