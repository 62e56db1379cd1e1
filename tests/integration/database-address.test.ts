import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { openDatabase } from '@/scripts/database.mjs'
import { freePort } from '@/scripts/embedded-database.mjs'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

afterEach(() => {
  vi.unstubAllEnvs()
})

async function open(address: string) {
  vi.stubEnv('DATABASE_URL', address)
  return openDatabase(() => {})
}

function changed(change: (address: URL) => void): string {
  const address = new URL(inject('testServer').url)
  change(address)
  return address.href
}

test('a usable DATABASE_URL is used as it is', async () => {
  expect(await open(database.url)).toMatchObject({ url: database.url })
})

test.each(['nonsense', 'http://127.0.0.1/attest', 'postgresql://127.0.0.1:5432'])(
  'a DATABASE_URL such as %s is named as no address, with one to copy',
  async (address) => {
    await expect(open(address)).rejects.toThrow(/^DATABASE_URL is not the address .* postgresql:\/\/user:password@/)
  },
)

test('a server that does not answer is named with what to do', async () => {
  const port = await freePort()
  await expect(open(`postgresql://attest@127.0.0.1:${port}/attest`)).rejects.toThrow(
    new RegExp(`^No PostgreSQL can be reached at 127\\.0\\.0\\.1:${port} \\(ECONNREFUSED\\): start it`),
  )
})

test('a missing database is named', async () => {
  await expect(open(changed((address) => (address.pathname = '/not_there')))).rejects.toThrow(
    /has no database "not_there"/,
  )
})

test('a refused user is named, and the password is not', async () => {
  const address = changed((address) => {
    address.username = 'nobody_here'
    address.password = 'a-secret-word'
  })
  const refusal = await open(address).catch((error: Error) => error.message)
  expect(refusal).toMatch(/refuses the user "nobody_here"/)
  expect(refusal).not.toContain('a-secret-word')
})

test('a server older than PostgreSQL 15 is named with its version', async () => {
  const sql = postgres(database.url, { max: 1 })
  await sql.unsafe(`
    create schema older;
    create function older.current_setting(name text) returns text language sql
      as $$ select case name when 'server_version_num' then '140012' else '14.12' end $$;
  `)
  await sql.unsafe(
    `alter database ${new URL(database.url).pathname.slice(1)} set search_path = older, pg_catalog, public`,
  )
  await sql.end()
  await expect(open(database.url)).rejects.toThrow(/is version 14\.12 and Attest needs 15 or later/)
})
