import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { readEnv } from '@/config/env'
import { migrate } from '@/db/migrate'
import { removeHome, startDatabase, stopDatabase, temporaryHome } from '@/scripts/embedded-database.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { url: string; template: string }
  }
}

/**
 * Before the integration tests: a server to make databases on (ATTEST_TEST_DATABASE_URL, or an embedded one that is
 * thrown away) and one migrated database, of which each test file gets a copy. Migrating per file would take seconds.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = readEnv().ATTEST_TEST_DATABASE_URL
  const home = given ? undefined : temporaryHome()
  const { url } = given ? { url: given } : await startDatabase({ home, durable: false })
  const template = `attest_template_${randomBytes(4).toString('hex')}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  const tearDown = async () => {
    await admin.unsafe(`drop database if exists ${template} with (force)`)
    await admin.end()
    if (!home) return
    await stopDatabase(home)
    removeHome(home)
  }
  try {
    await admin.unsafe(`create database ${template} template template0 encoding 'UTF8'`)
    await migrate(databaseOn(url, template))
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('testServer', { url, template })
  return tearDown
}

function databaseOn(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}
