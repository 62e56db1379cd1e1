import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** The module anew, as a process with this environment sees it. */
async function envWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  return import('@/config/env')
}

test('the database address is given on as it is', async () => {
  const { databaseUrl } = await envWith({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/c' })
  expect(databaseUrl()).toBe('postgresql://a:b@127.0.0.1:5432/c')
})

test('without a database address the sentence says how to get one', async () => {
  const { databaseUrl } = await envWith({ DATABASE_URL: '' })
  expect(databaseUrl).toThrow(/^DATABASE_URL is not set: start with "npm run quickstart"/)
})

test('an address of another kind is refused by name, without its password', async () => {
  const { readEnv } = await envWith({ DATABASE_URL: 'mysql://a:secret@127.0.0.1/c' })
  expect(readEnv).toThrow(/^DATABASE_URL: /)
  expect(readEnv).not.toThrow(/secret/)
})

test('a mail server needs a sender and the address that links in mails lead to', async () => {
  const { readEnv } = await envWith({ SMTP_URL: 'smtp://user:secret@mail.example.org', MAIL_FROM: '', ATTEST_URL: '' })
  expect(readEnv).toThrow(/MAIL_FROM: .*ATTEST_URL: /)
  expect(readEnv).not.toThrow(/secret/)
})

test('the address of the installation is kept as its origin', async () => {
  const { readEnv } = await envWith({ ATTEST_URL: 'https://figures.example.org/some/path' })
  expect(readEnv().ATTEST_URL).toBe('https://figures.example.org')
})
