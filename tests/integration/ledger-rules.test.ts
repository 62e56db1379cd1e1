import type { Sql, TransactionSql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let ledger: OpenLedger
let sql: Sql
let crisis: string
beforeAll(async () => {
  ledger = await openLedger()
  sql = ledger.sql
  crisis = await ledger.loadTiny()
})
afterAll(() => ledger.close())

/** Runs what must be refused, in a transaction of its own, and answers the database's sentence. */
async function refusal(work: (tx: TransactionSql) => Promise<unknown>): Promise<string> {
  try {
    await sql.begin(work)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('The database let it pass.')
}

const figureId = async (key: string) => {
  const [row] = await sql`select id from figures where key = ${key} and crisis_id = ${crisis}`
  return String(row?.id)
}

let made = 0
/** A figure of the ombudsman's statement with one unapproved version, changed as told, and (unless told) a citation. */
async function enter(
  tx: TransactionSql,
  change: Record<string, string | number | null> = {},
  { cited = true, of = 'count-killed' }: { cited?: boolean; of?: string } = {},
): Promise<string> {
  made += 1
  const id = `made-${made}`
  await tx`insert into figures select ${id}, crisis_id, null, statement_id, claimant_id from figures
    where key = ${of} and crisis_id = ${crisis}`
  const [model] =
    await tx`select v.* from figure_versions v join figures f on f.id = v.figure_id where f.key = ${of} and f.crisis_id = ${crisis} and version = 1`
  const {
    approver_id: _,
    known_from: __,
    known_to: ___,
    closed_by: ____,
    closed_reason: _____,
    closer_id: ______,
    ...content
  } = model ?? {}
  if (cited) await cite(tx, id, 1)
  await tx`insert into figure_versions ${tx({ ...content, figure_id: id, ...change })}`
  return id
}
const cite = (tx: TransactionSql, id: string, version: number) =>
  tx`insert into citations (id, crisis_id, figure_id, version, position, document_id, quote, language, relation)
    select ${`citation-${id}-${version}-${made}`}, crisis_id, ${id}, ${version}, 9, id, 'quote', 'en', 'direct' from documents where key = 'wire' and crisis_id = ${crisis}`
const approve = (tx: TransactionSql, id: string, approver = 'reviewer') =>
  tx`update figure_versions set approver_id = ${approver} where figure_id = ${id} and known_from is null`

describe('what is written once', () => {
  it.each([
    'figure_versions',
    'note_versions',
    'dispute_versions',
    'citations',
    'audit_log',
    'statements',
    'figures',
    'scopes',
    'documents',
    'workflow_events',
    'source_grades',
    'resolutions',
    'place_names',
    'source_names',
  ])('cannot be deleted: %s', async (table) => {
    expect(await refusal((tx) => tx`delete from ${tx(table)}`)).toContain('written once: DELETE is refused')
  })

  it.each(['figure_versions', 'citations', 'editions', 'edition_figures', 'audit_log', 'crises'])(
    'cannot be emptied: %s',
    async (table) => {
      expect(await refusal((tx) => tx`truncate ${tx(table)} cascade`)).toContain('TRUNCATE is refused')
    },
  )

  it.each([
    ['figure_versions', 'words', 'other words'],
    ['figure_versions', 'low', 3],
    ['figure_versions', 'author_id', 'reviewer'],
    ['note_versions', 'text', 'other text'],
    ['dispute_versions', 'aspect', 'occurrence'],
    ['source_grades', 'reliability', 'C'],
    ['resolutions', 'reason', 'another reason'],
    ['resolutions', 'rule', 'majority'],
    ['place_names', 'name', 'Another town'],
    ['figure_checks', 'method', 'By letter.'],
    ['source_independences', 'reason', 'another reason'],
    ['citations', 'quote', 'another quote'],
    ['statements', 'speaker', 'Somebody else'],
    ['scopes', 'indicator', 'injured'],
    ['documents', 'text', 'another text'],
    ['documents', 'sha256', 'f'.repeat(64)],
    ['workflow_events', 'state', 'returned'],
    ['audit_log', 'action', 'nothing'],
  ])('cannot be changed: %s.%s', async (table, column, value) => {
    expect(await refusal((tx) => tx`update ${tx(table)} set ${tx({ [column]: value })}`)).toMatch(/once/)
  })

  it('lets nobody but the sensitivity of a document change', async () => {
    await sql`update documents set sensitivity = 'partners' where key = 'undated'`
    await sql`update documents set sensitivity = 'public' where key = 'undated'`
  })
})

describe('a version', () => {
  it('is known from the instant of its approval by the database clock, whatever instant is given', async () => {
    const before = Date.now() - 1000
    const known = await sql.begin(async (tx) => {
      const id = await enter(tx)
      await tx`update figure_versions set approver_id = 'reviewer', known_from = '2001-01-01' where figure_id = ${id}`
      const [row] = await tx`select known_from from figure_versions where figure_id = ${id}`
      return Date.parse(row?.known_from)
    })
    expect(known).toBeGreaterThan(before)
  })

  it('cannot be known before it is approved', async () => {
    expect(await refusal((tx) => enter(tx, { known_from: '2023-09-19' }))).toContain('known from its approval')
  })

  it('cannot be approved by its author', async () => {
    const message = await refusal(async (tx) => approve(tx, await enter(tx), 'analyst'))
    expect(message).toContain('a second person is needed')
  })

  it('cannot be approved by whoever wrote an earlier draft of it', async () => {
    const message = await refusal(async (tx) => {
      const id = await enter(tx)
      await cite(tx, id, 2)
      await tx`insert into figure_versions ${tx({ ...(await copyOf(tx, id)), version: 2, author_id: 'reviewer' })}`
      await tx`update figure_versions set approver_id = 'analyst' where figure_id = ${id} and version = 2`
    })
    expect(message).toContain('wrote a draft')
  })

  it('cannot be approved twice', async () => {
    const message = await refusal(async (tx) => {
      const id = await enter(tx)
      await approve(tx, id)
      await tx`update figure_versions set approver_id = 'analyst' where figure_id = ${id}`
    })
    expect(message).toContain('approved once')
  })

  it('needs a citation when it is approved, at the end of the transaction', async () => {
    const message = await refusal(async (tx) => approve(tx, await enter(tx, {}, { cited: false })))
    expect(message).toContain('needs at least one citation')
  })

  it('may wait for approval without a citation', async () => {
    await sql.begin((tx) => enter(tx, {}, { cited: false }))
  })

  it('takes no further citation once it is approved', async () => {
    const id = await figureId('count-killed')
    expect(await refusal((tx) => cite(tx, id, 1))).toContain('keeps the citations')
  })

  it('is alone: a second open version of a figure is refused', async () => {
    const message = await refusal(async (tx) => {
      const id = await enter(tx)
      await approve(tx, id)
      await cite(tx, id, 2)
      await tx`insert into figure_versions ${tx({ ...(await copyOf(tx, id)), version: 2 })}`
      await approve(tx, id)
    })
    expect(message).toContain('figure_versions_one_open')
  })

  it('is closed once', async () => {
    const id = await figureId('count-children')
    const message = await refusal(
      (tx) => tx`update figure_versions set known_to = now(), closed_reason = 'again' where figure_id = ${id}`,
    )
    expect(message).toContain('closed once')
  })

  it('cannot be opened again', async () => {
    const id = await figureId('count-children')
    const message = await refusal(
      (tx) =>
        tx`update figure_versions set known_to = null, closed_by = null, closed_reason = null, closer_id = null where figure_id = ${id}`,
    )
    expect(message).toContain('closed once')
  })

  it('is closed with a reason', async () => {
    const id = await figureId('count-killed')
    const message = await refusal(
      (tx) =>
        tx`update figure_versions set known_to = now(), closed_by = 'withdrawn', closer_id = 'reviewer' where figure_id = ${id}`,
    )
    expect(message).toContain('figure_versions_closing')
  })

  it('is not corrected without the version that replaces it', async () => {
    const id = await figureId('count-killed')
    const message = await refusal(
      (tx) =>
        tx`update figure_versions set known_to = now(), closed_by = 'corrected', closed_reason = 'x', closer_id = 'reviewer' where figure_id = ${id}`,
    )
    expect(message).toContain('needs the version that replaces it')
  })

  it('cannot be written closed', async () => {
    const message = await refusal((tx) =>
      enter(tx, { known_to: '2023-09-20', closed_by: 'withdrawn', closed_reason: 'x', closer_id: 'reviewer' }),
    )
    expect(message).toContain('written open')
  })
})

const copyOf = async (tx: TransactionSql, id: string) => {
  const [row] = await tx`select * from figure_versions where figure_id = ${id} order by version desc limit 1`
  return { ...row, approver_id: null, known_from: null }
}

describe('a quantity', () => {
  it.each([
    ['between', 5, 3],
    ['between', 5, null],
    ['exact', 2, 3],
    ['exact', null, null],
    ['about', 5, null],
    ['at-least', 2, 2],
    ['more-than', null, 2],
    ['at-most', 1, 2],
    ['fewer-than', null, 0],
    ['unquantified', 24, null],
    ['exact', -1, -1],
    ['some', 1, 1],
  ])('cannot be %s with low %s and high %s', async (qualifier, low, high) => {
    expect(await refusal((tx) => enter(tx, { qualifier, low, high }))).toContain('figure_versions_quantity')
  })

  it.each([
    ['between', 3, 5],
    ['exact', 0, 0],
    ['at-most', null, 2],
    ['unquantified', null, null],
  ])('can be %s with low %s and high %s', async (qualifier, low, high) => {
    await sql.begin((tx) => enter(tx, { qualifier, low, high }))
  })
})

describe('an interval', () => {
  it('does not end before it starts', async () => {
    const interval = { as_of_start: '2023-09-20', as_of_end: '2023-09-19' }
    expect(await refusal((tx) => enter(tx, interval))).toContain('figure_versions_as_of')
  })

  it('is whole or absent', async () => {
    expect(await refusal((tx) => enter(tx, { as_of_end: null }))).toContain('figure_versions_as_of')
  })

  it('of a period does not end before it starts', async () => {
    const period = { basis_start: '2023-09-20', basis_end: '2023-09-19' }
    expect(await refusal((tx) => enter(tx, period))).toContain('figure_versions_basis')
  })
})

describe('the past', () => {
  it('stays closed to a transaction that says it loads another crisis', async () => {
    const other = await ledger.loadTiny({ slug: 'another' })
    const known = await sql.begin(async (tx) => {
      await tx`select set_config('attest.loading', ${other}, true)`
      const id = await enter(tx)
      await tx`update figure_versions set approver_id = 'reviewer', known_from = '2001-01-01' where figure_id = ${id}`
      const [row] = await tx`select known_from from figure_versions where figure_id = ${id}`
      return Date.parse(row?.known_from)
    })
    expect(known).toBeGreaterThan(Date.parse('2024-01-01'))
  })

  it('cannot be opened again for a crisis that was loaded', async () => {
    const id = await ledger.loadTiny({ slug: 'loaded' })
    await sql`update crises set loaded_at = now() where id = ${id}`
    expect(await refusal((tx) => tx`update crises set loaded_at = null where id = ${id}`)).toContain('set once')
    expect(await refusal((tx) => tx`update crises set reconstruction = false where id = ${id}`)).toContain('set once')
  })
})

describe('the revision of a crisis', () => {
  const revisionOf = async (id: string) => {
    const [row] = await sql`select revision::int from crises where id = ${id}`
    return Number(row?.revision)
  }
  const ledgerRevision = async () => {
    const [row] = await sql`select revision::int from ledger_revision`
    return Number(row?.revision)
  }

  it('rises with a new figure, and not with one that is rolled back', async () => {
    const before = await revisionOf(crisis)
    await sql.begin((tx) => enter(tx))
    const after = await revisionOf(crisis)
    expect(after).toBeGreaterThan(before)
    await refusal((tx) => enter(tx, { qualifier: 'some' }))
    expect(await revisionOf(crisis)).toBe(after)
  })

  it('rises with an approval', async () => {
    const id = await sql.begin((tx) => enter(tx))
    const before = await revisionOf(crisis)
    await sql.begin((tx) => approve(tx, id))
    expect(await revisionOf(crisis)).toBeGreaterThan(before)
  })

  it('rises with a change of its policy', async () => {
    const before = await revisionOf(crisis)
    await sql`update crises set subtitle = subtitle || '.' where id = ${crisis}`
    expect(await revisionOf(crisis)).toBe(before + 1)
  })

  it('rises with a name of one of its sources, and the revision of the ledger with it', async () => {
    const [before, ledgerBefore] = [await revisionOf(crisis), await ledgerRevision()]
    await sql`insert into source_names (id, crisis_id, source_id, position, name, language, author_id)
      select 'name', crisis_id, id, 5, 'Ministère', 'fr', 'analyst' from sources where key = 'ministry' and crisis_id = ${crisis}`
    expect(await revisionOf(crisis)).toBeGreaterThan(before)
    expect(await ledgerRevision()).toBeGreaterThan(ledgerBefore)
  })

  it('rises in every crisis with a source that serves all, or the codelist', async () => {
    const other = await ledger.loadTiny({ slug: 'spanned' })
    const before = await Promise.all([crisis, other].map(revisionOf))
    await sql`insert into sources (id, kind) values ('spanning', 'un')`
    const between = await Promise.all([crisis, other].map(revisionOf))
    expect(between).toEqual(before.map((revision) => revision + 1))
    await sql`update indicators set stale_hours = stale_hours + 1 where key = 'killed'`
    expect(await Promise.all([crisis, other].map(revisionOf))).toEqual(between.map((revision) => revision + 1))
  })

  it('does not rise in another crisis', async () => {
    const other = await ledger.loadTiny({ slug: 'untouched' })
    const before = await revisionOf(other)
    await sql.begin((tx) => enter(tx))
    expect(await revisionOf(other)).toBe(before)
  })

  it('never falls', async () => {
    expect(await refusal((tx) => tx`update crises set revision = 0 where id = ${crisis}`)).toContain('only rises')
  })
})
