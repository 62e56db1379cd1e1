import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '@/domain/workflow/actor'
import { runTypeScript } from '@/scripts/run-command.mjs'
import { demoFileFor } from '@/scripts/tell-accounts.mjs'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

describe('accounts whose passwords are printed', () => {
  test.each([
    [{ DATABASE_URL: 'postgresql://db.example.org/attest', NODE_ENV: 'production' }, false],
    [{ DATABASE_URL: 'postgresql://db.example.org/attest', NODE_ENV: 'development' }, true],
    [{ DATABASE_URL: 'postgresql://db.example.org/attest' }, true],
    [{ NODE_ENV: 'production' }, true],
    [{}, true],
  ])('of %o: %o', (env, isMade) => {
    expect(demoFileFor(env) !== undefined).toBe(isMade)
  })
})

describe('what a start tells of accounts', () => {
  let ledger: OpenLedger
  let folder: string
  beforeAll(async () => {
    ledger = await openLedger()
    await ledger.loadDemo('exercise-merrowen-valley')
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-accounts-'))
  }, 120_000)
  afterAll(async () => {
    await ledger.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  const start = async (...file: string[]) => {
    const args = ['http://localhost:3000', ...file]
    const { code, output } = await runTypeScript('scripts/accounts.ts', { args, env: { DATABASE_URL: ledger.url } })
    expect(code, output).toBe(0)
    return output
  }
  const people = async () => (await ledger.sql`select email from users order by email`).map(({ email }) => email)

  test('without the file of its passwords the demo gets no accounts, with it one per role', async () => {
    expect(await start()).not.toContain('example.org')
    expect(await people()).toEqual([])
    const output = await start(path.join(folder, 'demo-accounts'))
    expect(await people()).toEqual(roles.map((role) => `${role}@example.org`).sort())
    for (const role of roles) expect(output).toMatch(new RegExp(`${role}@example\\.org +\\S{8,}`))
  }, 60_000)
})
