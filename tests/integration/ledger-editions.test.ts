import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAuditChain } from '@/db/repositories/read-audit'
import { sha256 } from '@/db/sha256'
import { canonicalJson } from '@/domain/canonical/canonical-json'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import type { EditionProof } from '@/domain/sitrep/sitrep'
import { nothingWritten } from '@/domain/sitrep/written'
import type { Context } from '@/services/context'
import { publishEdition } from '@/services/publish-edition'
import { administrator, analyst, editor, type OpenLedger, openLedger } from '@/tests/support/open-ledger'

let ledger: OpenLedger
beforeAll(async () => {
  ledger = await openLedger()
  await ledger.loadTiny()
})
afterAll(() => ledger.close())

type Publishing = Parameters<typeof publishEdition>[0]
const proofs: EditionProof[] = []

/** Publishes a sitrep of 21 September with a stand-in for the PDF, which is its content's hash. */
const publish = (
  request: Partial<Publishing['input']['request']> = {},
  { ctx = ledger.as(editor), input = {} }: { ctx?: Context; input?: Partial<Publishing['input']> } = {},
) =>
  publishEdition({
    ctx,
    input: {
      crisis: 'tiny',
      asOf: '2023-09-21T20:00:00Z',
      knownAt: '2023-09-21T20:00:00Z',
      author: { id: 'analyst', name: 'analyst' },
      request: {
        number: 1,
        kind: 'situation-report',
        edition: 1,
        period: { from: '2023-09-18T20:00:00Z', to: '2023-09-21T20:00:00Z' },
        nextIssue: null,
        expiresAt: null,
        written: nothingWritten,
        erratum: null,
        ...request,
      },
      ...input,
    },
    compose: composeSitrep,
    renderPdf: async (_, proof) => {
      proofs.push(proof)
      return new TextEncoder().encode(`%PDF ${proof.contentHash}`)
    },
  })

describe('publishing', () => {
  it('freezes what was composed, its hash, the PDF and the audit head before it', async () => {
    const { head } = await checkAuditChain(ledger.db)
    const published = await publish()
    const [row] =
      await ledger.sql`select content, content_hash, pdf, pdf_sha256, audit_head, author_id, approver_id from editions`
    expect(row?.content_hash).toBe(sha256(canonicalJson(row?.content)))
    expect(row?.content_hash).toBe(published.contentHash)
    expect(row?.pdf_sha256).toBe(sha256(row?.pdf))
    expect(proofs.at(-1)).toEqual({ contentHash: published.contentHash, auditHead: head })
    expect(row?.audit_head).toBe(head)
    expect([row?.author_id, row?.approver_id]).toEqual(['analyst', 'editor'])
  })

  it('keeps which versions stand in the edition: those known then, not those of today', async () => {
    const rows =
      await ledger.sql`select f.key, e.version from edition_figures e join figures f on f.id = e.figure_id order by f.key`
    expect([...rows]).toEqual(expect.arrayContaining([{ key: 'toll-killed', version: 1 }]))
    expect([...rows].map(({ key }) => key)).not.toContain('toll-injured')
  })

  it('of one edition by two people at once makes one', async () => {
    const outcomes = await Promise.allSettled([publish({ number: 2 }), publish({ number: 2 })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(failed).toMatchObject({ reason: { code: 'conflict' } })
    const [row] =
      await ledger.sql`select count(*)::int from editions e join sitreps s on s.id = e.sitrep_id where number = 2`
    expect(row?.count).toBe(1)
  })

  it('mends an edition by the next, with an erratum', async () => {
    const erratum = { replaces: 1, what: 'The number of killed.', why: 'It was counted twice.' }
    await publish({ edition: 2, erratum })
    const rows =
      await ledger.sql`select edition, erratum_what from editions e join sitreps s on s.id = e.sitrep_id where number = 1 order by 1`
    expect([...rows]).toEqual([
      { edition: 1, erratum_what: null },
      { edition: 2, erratum_what: 'The number of killed.' },
    ])
  })

  it('leaves no gap between editions', async () => {
    await expect(publish({ number: 7, edition: 2 })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses prose with a typed number', async () => {
    await expect(
      publish({
        number: 8,
        written: { ...nothingWritten, overview: [{ kind: 'paragraph', content: ['In all 12 people were killed.'] }] },
      }),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('12'),
    })
  })

  it('refuses a moment to come', async () => {
    await expect(publish({ number: 8 }, { input: { knownAt: '2190-01-01T00:00:00Z' } })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('refuses an author who approves', async () => {
    const own = publish({ number: 8 }, { input: { author: { id: 'editor', name: 'editor' } } })
    await expect(own).rejects.toMatchObject({ code: 'invalid' })
  })

  it('rejects an actor who is no editor', async () => {
    await expect(publish({ number: 8 }, { ctx: ledger.as(analyst) })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('says that an unknown crisis is not there', async () => {
    const lost = publish({}, { ctx: ledger.as(administrator), input: { crisis: 'nowhere' } })
    await expect(lost).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves nothing behind where the PDF cannot be set', async () => {
    const before = await ledger.sql`select count(*) from sitreps`
    const failing = publishEdition({
      ctx: ledger.as(editor),
      input: {
        crisis: 'tiny',
        asOf: '2023-09-22T20:00:00Z',
        knownAt: '2023-09-22T20:00:00Z',
        author: { id: 'analyst', name: 'analyst' },
        request: {
          number: 9,
          kind: 'flash-update',
          edition: 1,
          period: { from: '2023-09-18T20:00:00Z', to: '2023-09-22T20:00:00Z' },
          nextIssue: null,
          expiresAt: null,
          written: nothingWritten,
          erratum: null,
        },
      },
      compose: composeSitrep,
      renderPdf: () => Promise.reject(new Error('No fonts.')),
    })
    await expect(failing).rejects.toThrow('No fonts.')
    expect(await ledger.sql`select count(*) from sitreps`).toEqual(before)
  })
})

describe('an edition', () => {
  it.each(['content', 'pdf', 'content_hash', 'published_at', 'erratum_what'])('never changes: %s', async (column) => {
    const update = ledger.sql.unsafe(`update editions set ${column} = ${column} where edition = 1`)
    await expect(update).rejects.toThrow('written once: UPDATE is refused')
  })

  it('takes no further figure after its publication', async () => {
    const adding = ledger.sql`insert into edition_figures
      (sitrep_id, edition, crisis_id, figure_id, version)
      select e.sitrep_id, e.edition, e.crisis_id, v.figure_id, v.version from editions e, figure_versions v
      where v.crisis_id = e.crisis_id and not exists (select from edition_figures f where f.sitrep_id = e.sitrep_id
        and f.edition = e.edition and f.figure_id = v.figure_id and f.version = v.version)`
    await expect(adding).rejects.toThrow('none are added afterwards')
  })

  it('is never deleted, nor what stands in it', async () => {
    await expect(ledger.sql`delete from edition_figures`).rejects.toThrow('written once')
    await expect(ledger.sql`delete from editions`).rejects.toThrow('written once')
    await expect(ledger.sql`delete from sitreps`).rejects.toThrow('written once')
  })
})
