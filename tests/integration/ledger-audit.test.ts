import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkAuditChain } from '@/db/repositories/read-audit'
import packageFile from '@/package.json'
import { runCommand } from '@/scripts/run-command.mjs'
import { addSources } from '@/services/add-sources'
import { createCrisis } from '@/services/create-crisis'
import { administrator, analyst, type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let ledger: OpenLedger
beforeEach(async () => {
  ledger = await openLedger()
  await ledger.loadTiny()
})
afterEach(() => ledger.close())

const addSource = (name: string) =>
  addSources({
    ctx: ledger.as(administrator),
    input: { crisis: null, sources: [{ names: [{ name, language: 'en' }], kind: 'media', parent: null, party: null }] },
  })

/** Changes the log as somebody could who owns the server: with its triggers switched off. */
const tamper = (statement: string) =>
  ledger.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx.unsafe(statement)
  })

describe('the audit chain', () => {
  it('holds from its first row to its head after a load', async () => {
    const check = await checkAuditChain(ledger.db)
    expect(check.broken).toBeNull()
    expect(check.rows).toBeGreaterThan(10)
  })

  it('names the row whose content was changed', async () => {
    await tamper(`update audit_log set details = '{"slug": "other"}' where seq = 3`)
    expect((await checkAuditChain(ledger.db)).broken).toMatchObject({
      seq: 3,
      message: expect.stringContaining('changed'),
    })
  })

  it('names the row that follows one that was removed', async () => {
    await tamper('delete from audit_log where seq = 4')
    expect((await checkAuditChain(ledger.db)).broken).toMatchObject({
      seq: 5,
      message: expect.stringContaining('Row 4 is missing'),
    })
  })

  it('notices that its last row was removed', async () => {
    const { rows } = await checkAuditChain(ledger.db)
    await tamper(`delete from audit_log where seq = ${rows}`)
    expect((await checkAuditChain(ledger.db)).broken).toMatchObject({
      seq: rows,
      message: expect.stringContaining('gone'),
    })
  })

  it('names the first row where somebody rebuilt the hash of a changed one', async () => {
    await tamper(`update audit_log set actor_name = 'Nobody', hash = repeat('a', 64) where seq = 2`)
    expect((await checkAuditChain(ledger.db)).broken?.seq).toBe(2)
  })

  it('stays one chain while ten use cases write at once', async () => {
    const { rows } = await checkAuditChain(ledger.db)
    await Promise.all(Array.from({ length: 10 }, (_, index) => addSource(`Source ${index}`)))
    expect(await checkAuditChain(ledger.db)).toMatchObject({ rows: rows + 10, broken: null })
  })

  it('holds nothing of a use case that failed', async () => {
    const { rows } = await checkAuditChain(ledger.db)
    const parent = 'no-such-source'
    const input = {
      crisis: null,
      sources: [{ names: [{ name: 'X', language: 'en' }], kind: 'media' as const, parent, party: null }],
    }
    await expect(addSources({ ctx: ledger.as(administrator), input })).rejects.toMatchObject({ code: 'invalid' })
    expect((await checkAuditChain(ledger.db)).rows).toBe(rows)
  })

  it('takes no row that does not follow its head', async () => {
    const insert = (seq: string, prev: string) =>
      ledger.sql.unsafe(`insert into audit_log (seq, at, actor_id, actor_name, action, subject, details, digest, prev_hash, hash)
        select ${seq}, now(), 'x', 'x', 'x', 'x', '{}', repeat('0', 64), ${prev}, repeat('1', 64) from audit_head`)
    await expect(insert('seq + 1', `repeat('2', 64)`)).rejects.toThrow('does not follow the head')
    await expect(insert('seq + 2', 'hash')).rejects.toThrow('does not follow the head')
  })

  it('has a head that nobody can move, double or remove', async () => {
    await expect(ledger.sql`update audit_head set hash = repeat('1', 64), seq = seq + 1`).rejects.toThrow(
      'with the chain alone',
    )
    await expect(ledger.sql`insert into audit_head (id, seq, hash) values (2, 0, 'x')`).rejects.toThrow(
      'audit_head_single',
    )
    await expect(ledger.sql`delete from audit_head`).rejects.toThrow('written once')
  })

  it('tells who did what', async () => {
    await addSource('Told')
    const [row] = await ledger.sql`select actor_name, action, details from audit_log order by seq desc limit 1`
    expect(row).toEqual({ actor_name: 'administrator', action: 'add-sources', details: { count: 1, names: ['Told'] } })
  })
})

describe('npm run audit:verify', () => {
  // What the package script runs, with the test's own database.
  const verify = async () => {
    const args = (packageFile.scripts['audit:verify'] ?? '').replace(/^exec node /, '').split(' ')
    const { code, output } = await runCommand(process.execPath, args, {
      env: { DATABASE_URL: ledger.url },
      show: false,
    })
    return { code, output }
  }

  it('ends with 0 where the chain holds, and says how long it is and where it ends', async () => {
    const { rows, head } = await checkAuditChain(ledger.db)
    const { code, output } = await verify()
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining(`The audit chain holds: ${rows} rows`),
    })
    expect(output).toContain(head)
  })

  it('ends with another number and names the first of two broken rows', async () => {
    await tamper(`update audit_log set details = '{"slug": "other"}' where seq in (3, 5)`)
    const { code, output } = await verify()
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('broken at row 3.') })
    expect(output).not.toContain('row 5')
  })

  it('ends with another number where rows at the end are gone', async () => {
    const { rows } = await checkAuditChain(ledger.db)
    await tamper(`delete from audit_log where seq = ${rows}`)
    const { code, output } = await verify()
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(`broken at row ${rows}.`) })
  })
})

describe('a use case', () => {
  it('rejects an actor without the role', async () => {
    const input = { crisis: null, sources: [] }
    await expect(addSources({ ctx: ledger.as(analyst), input })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addSources({ ctx: ledger.as(null), input })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('names the field that cannot be used', async () => {
    const creating = createCrisis({ ctx: ledger.as(administrator), input: { ...crisisInput, slug: 'Not a slug' } })
    await expect(creating).rejects.toMatchObject({
      code: 'invalid',
      errors: [expect.objectContaining({ pointer: '/slug' })],
    })
  })
})

const crisisInput: Parameters<typeof createCrisis>[0]['input'] = {
  slug: 'made',
  title: 'Made',
  subtitle: '',
  timeZone: 'Asia/Yerevan',
  startDay: '2023-09-19',
  endDay: null,
  languages: ['en'],
  cutOff: '24:00',
  policy: { rules: ['range'], preferredSources: [] },
  namingPreference: [],
  disclaimer: '',
  publisher: 'Desk',
  contact: 'desk@attest.example',
  reconstruction: false,
  exercise: true,
  fourEyes: true,
  ombudsman: null,
  groups: [],
  keyFigures: [],
  charts: [],
  claimantOrder: [],
}
