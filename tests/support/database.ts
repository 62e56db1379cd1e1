import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'

export interface TestDatabase {
  url: string
  drop: () => Promise<void>
}

/**
 * A fresh, migrated, empty database for one test file. Call it in `beforeAll`, and `drop` in `afterAll` after closing
 * what is connected to it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: server, template } = inject('testServer')
  const name = `attest_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  return {
    url: address.href,
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(statement)
  } finally {
    await admin.end()
  }
}
