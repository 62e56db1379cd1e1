import { describe, expect, test } from 'vitest'
import { findBreaches } from './layer-rules'
import { readSource } from './source-file'

/** The breaches of a small project given as path and text. */
function breachesOf(files: Record<string, string>): string[] {
  return findBreaches(Object.entries(files).map(([path, text]) => readSource(path, text)))
}

const core = { 'domain/figure.ts': "import { z } from 'zod'\nexport const figure = z.object({})" }

test('a project that keeps the layers has no breach', () => {
  const files = {
    ...core,
    'config/env.ts': "import { z } from 'zod'\nexport const url = z.string().parse(process.env.DATABASE_URL)",
    'db/figures.ts':
      "import postgres from 'postgres'\nimport { figure } from '@/domain/figure'\nimport { url } from '@/config/env'",
    'services/figures.ts': "import { load } from '../db/figures'\nimport { createHash } from 'node:crypto'",
    'formats/csv/write.ts': "import type { Figure } from '@/domain/figure'",
    'components/tile.tsx': "import Link from 'next/link'\nimport './tile.css'",
    'app/page.tsx':
      "import { Tile } from '@/components/tile'\nimport { list } from '@/services/figures'\nimport 'next/headers'",
    'scripts/migrate.ts': "import { migrate } from '@/db/figures'",
    'scripts/start.mjs': "import fs from 'node:fs'\nconst next = await import('next')\nconst port = process.env.PORT",
  }
  expect(breachesOf(files)).toEqual([])
})

describe('a breach is named when', () => {
  test.each([
    [
      'domain imports the web',
      'domain/a.ts',
      "import { headers } from 'next/headers'",
      /domain\/ imports next\/headers: the core/,
    ],
    [
      'domain imports a type of the web',
      'domain/a.ts',
      "import type { ReactNode } from 'react'",
      /domain\/ imports react/,
    ],
    ['domain names a type by import()', 'domain/a.ts', "type A = import('postgres').Sql", /domain\/ imports postgres/],
    ['domain reads files', 'domain/a.ts', "import fs from 'node:fs'", /domain\/ imports node:fs/],
    ['domain imports config', 'domain/a.ts', "import { url } from '@/config/env'", /domain\/ imports config\/env\.ts/],
    ['domain reads the clock', 'domain/a.ts', 'export const now = () => Date.now()', /reads the clock/],
    ['domain makes a date of now', 'domain/a.ts', 'export const now = () => new Date()', /reads the clock/],
    [
      'config imports a room',
      'config/a.ts',
      "import { figure } from '@/domain/figure'",
      /config\/ imports domain\/figure\.ts/,
    ],
    ['db imports services', 'db/a.ts', "import { list } from '@/services/list'", /db\/ imports services\/list\.ts/],
    [
      'services import formats',
      'services/a.ts',
      "import { csv } from '@/formats/csv'",
      /services\/ imports formats\/csv\.ts/,
    ],
    [
      'services import components',
      'services/a.ts',
      "import { Tile } from '../components/tile'",
      /services\/ imports components\/tile\.tsx/,
    ],
    ['services write SQL', 'services/a.ts', "import { eq } from 'drizzle-orm'", /services\/ imports drizzle-orm/],
    [
      'formats import services',
      'formats/a.ts',
      "export { list } from '@/services/list'\nexport const a = 1",
      /formats\/ imports services\/list\.ts/,
    ],
    ['formats import the web', 'formats/a.ts', "import { cache } from 'react'", /formats\/ imports react/],
    [
      'components import services',
      'components/a.tsx',
      "const a = () => import('@/services/list')",
      /components\/ imports services\/list\.ts/,
    ],
    [
      'components import formats',
      'components/a.tsx',
      "import { csv } from '@/formats/csv'",
      /components\/ imports formats\/csv\.ts/,
    ],
    [
      'components read headers',
      'components/a.tsx',
      "import { headers } from 'next/headers'",
      /components\/ imports next\/headers/,
    ],
    ['app imports db', 'app/page.tsx', "import { migrate } from '@/db/migrate'", /app\/ imports db\/migrate\.ts/],
    ['app speaks to the driver', 'app/page.tsx', "import postgres from 'postgres'", /app\/ imports postgres/],
    ['the proxy imports db', 'proxy.ts', "import { migrate } from '@/db/migrate'", /app\/ imports db\/migrate\.ts/],
    [
      'scripts import app',
      'scripts/a.ts',
      "import { Page } from '@/app/_server/session'",
      /scripts\/ imports app\/_server\/session\.ts/,
    ],
    [
      'scripts import components',
      'scripts/a.ts',
      "import { Tile } from '@/components/tile'",
      /scripts\/ imports components\/tile\.tsx/,
    ],
    [
      'a room imports tests',
      'services/a.ts',
      "import { make } from '@/tests/support/make'",
      /services\/ imports tests\/support\/make/,
    ],
    [
      'another file reads the environment',
      'services/a.ts',
      'export const a = process.env.HOME',
      /config\/env\.ts alone/,
    ],
    ['a file only re-exports', 'domain/all.ts', "export * from './figure'", /is a barrel/],
    ['a file is called index', 'domain/index.ts', 'export const a = 1', /is a barrel/],
    [
      'a start-up script needs a package',
      'scripts/a.mjs',
      "import postgres from 'postgres'",
      /before packages are installed/,
    ],
  ])('%s', (_, path, text, sentence) => {
    const files = {
      ...core,
      'config/env.ts': 'export const url = 1',
      'db/migrate.ts': 'export const migrate = 1',
      'services/list.ts': 'export const list = 1',
      'formats/csv.ts': 'export const csv = 1',
      'components/tile.tsx': 'export const Tile = 1',
      'app/_server/session.ts': 'export const Page = 1',
      [path]: text,
    }
    const breaches = breachesOf(files)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toMatch(sentence)
    expect(breaches[0]).toContain(`${path}: `)
  })

  test('imports go round in a circle, types included', () => {
    const files = {
      'domain/a.ts': "import type { B } from './b'",
      'domain/b.ts': "import { c } from '@/domain/c'",
      'domain/c.ts': "import { a } from './a'",
    }
    expect(breachesOf(files)).toEqual([
      'domain/a.ts -> domain/b.ts -> domain/c.ts -> domain/a.ts: imports must not go round in a circle',
    ])
  })

  test('but not when the forbidden words stand in a comment or a string', () => {
    const files = {
      'domain/a.ts': "// import fs from 'node:fs'\nexport const a = \"process.env and import x from 'next'\"",
    }
    expect(breachesOf(files)).toEqual([])
  })
})
