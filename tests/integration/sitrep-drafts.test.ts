import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import type { DraftContent, SitrepDraft } from '@/domain/sitrep/draft'
import { nothingWritten } from '@/domain/sitrep/written'
import type { Actor } from '@/domain/workflow/actor'
import { readCrisis } from '@/services/read-crises'
import { approveDraft, requestApproval, returnDraft } from '@/services/sitreps/approve-draft'
import { composeForDesk } from '@/services/sitreps/compose-for-desk'
import { makeDueDrafts } from '@/services/sitreps/make-due-drafts'
import { finishAllPublishing, finishPublishing, pressPublish } from '@/services/sitreps/publish-draft'
import {
  beginErratum,
  createDraft,
  discardDraft,
  listDrafts,
  readDraft,
  saveDraft,
} from '@/services/sitreps/write-draft'
import { analyst, editor, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

let ledger: OpenLedger
const second: Actor = { id: 'second', name: 'second', roles: [{ role: 'editor', crisis: null }] }
const renderers = {
  compose: composeSitrep,
  renderPdf: async (_: unknown, proof: { contentHash: string }) =>
    new TextEncoder().encode(`%PDF ${proof.contentHash}`),
}
const viewpoint = { asOf: '2023-09-21T20:00:00.000Z', knownAt: '2023-09-21T20:00:00.000Z' }

beforeAll(async () => {
  ledger = await openLedger()
  await ledger.loadTiny()
})
afterAll(() => ledger.close())

const crisis = () => readCrisis({ ctx: ledger.as(editor), slug: 'tiny' })
const begin = async (by = editor) =>
  createDraft({ ctx: ledger.as(by), crisis: await crisis(), input: { kind: 'situation-report', ...viewpoint } })
const save = ({ id, version }: SitrepDraft, content: DraftContent, by = editor) =>
  saveDraft({ ctx: ledger.as(by), input: { draft: id, version, content } })
const seen = ({ id: draft, version }: SitrepDraft) => ({ draft, version })
const editionsOf = async (id: string) => [
  ...(await ledger.sql`select edition, author_id, approver_id, erratum_what from editions where sitrep_id = ${id} order by edition`),
]
async function takeToApproved(draft: SitrepDraft) {
  await requestApproval({ ctx: ledger.as(editor), input: seen(draft) })
  await approveDraft({ ctx: ledger.as(second), input: seen(draft) })
}

describe('writing a draft', () => {
  it('begins with the next number, the period since the last report and the next cut-off', async () => {
    const first = await begin()
    const next = await begin()
    expect(next.number).toBe(first.number + 1)
    expect(next.content.nextIssue).not.toBeNull()
    expect((await listDrafts({ ctx: ledger.as(reviewer), crisis: await crisis() })).map(({ id }) => id)).toEqual(
      expect.arrayContaining([first.id, next.id]),
    )
    await discardDraft({ ctx: ledger.as(editor), input: seen(next) })
    expect((await begin()).number).toBe(next.number)
  })

  it('refuses to overwrite what another person saved meanwhile, and names them', async () => {
    const draft = await begin()
    await save(draft, draft.content, second)
    await expect(save(draft, draft.content)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('second'),
    })
  })

  it('rejects a contributor', async () => {
    await expect(begin(analyst)).rejects.toMatchObject({ code: 'forbidden' })
    const draft = await begin()
    await expect(save(draft, draft.content, analyst)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readDraft({ ctx: ledger.as(analyst), id: draft.id })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('tells what is to be mended, and which references read otherwise than their editor saw', async () => {
    const [figure] = await ledger.sql`select id from figures where key = 'toll-killed'`
    const { content, ...draft } = await begin()
    const written = {
      ...nothingWritten,
      overview: [
        { kind: 'paragraph' as const, content: ['The ministry counted ', { figure: figure?.id }, ' killed.'] },
        { kind: 'paragraph' as const, content: ['In all 40 died.'] },
      ],
    }
    const key = `figure:${figure?.id}`
    const composed = await composeForDesk({
      ctx: ledger.as(editor),
      draft,
      content: { ...content, written, seen: { [key]: '9' } },
      findLoadedWords: () => [],
    })
    expect(composed.lints.map(({ code, at }) => [code, at])).toEqual(
      expect.arrayContaining([
        ['number-without-citation', '/overview/1'],
        ['contested-told-as-agreed', '/overview/0'],
      ]),
    )
    expect(composed.references[key]).toEqual({
      text: '7',
      was: '9',
      cite: [1],
      who: expect.stringContaining('Ministry'),
    })
  })
})

describe('publishing a draft', () => {
  it('goes by asking, another person’s approval and a press; then it is out with both names', async () => {
    const draft = await begin()
    await expect(pressPublish({ ctx: ledger.as(editor), input: seen(draft) })).rejects.toMatchObject({
      code: 'conflict',
    })
    await requestApproval({ ctx: ledger.as(editor), input: seen(draft) })
    await expect(approveDraft({ ctx: ledger.as(editor), input: seen(draft) })).rejects.toMatchObject({
      code: 'invalid',
    })
    await approveDraft({ ctx: ledger.as(second), input: seen(draft) })
    await pressPublish({ ctx: ledger.as(editor), input: seen(draft) })
    const edition = await finishPublishing({ ctx: ledger.as(editor), draft: draft.id, ...renderers })
    expect(edition).toMatchObject({ sitrep: draft.id, number: draft.number, edition: 1 })
    expect(await editionsOf(draft.id)).toMatchObject([{ author_id: 'editor', approver_id: 'second' }])
    await expect(save(draft, draft.content)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('an edit takes the approval away, a return names why', async () => {
    const draft = await begin()
    await takeToApproved(draft)
    const edited = await save(draft, draft.content)
    expect(edited).toMatchObject({ state: 'draft', approvedBy: null })
    await requestApproval({ ctx: ledger.as(editor), input: seen(edited) })
    await returnDraft({ ctx: ledger.as(second), input: { ...seen(edited), comment: 'Say who counted.' } })
    expect((await readDraft({ ctx: ledger.as(editor), id: draft.id })).draft.trouble).toBe('Say who counted.')
  })

  it('pressed by many at once and finished by many workers, it is out once', async () => {
    const draft = await begin()
    await takeToApproved(draft)
    const presses = Array.from({ length: 10 }, (_, index) =>
      pressPublish({ ctx: ledger.as(index % 2 ? editor : second), input: seen(draft) }),
    )
    await Promise.all(presses)
    const finished = await Promise.all(
      Array.from({ length: 10 }, () => finishPublishing({ ctx: ledger.as(null), draft: draft.id, ...renderers })),
    )
    expect(finished.filter((one) => one !== null)).toHaveLength(1)
    expect(await editionsOf(draft.id)).toHaveLength(1)
  })

  it('what a worker left behind, the next one finishes', async () => {
    const draft = await begin()
    await takeToApproved(draft)
    await pressPublish({ ctx: ledger.as(editor), input: seen(draft) })
    const dying = { ...renderers, renderPdf: () => Promise.reject(new Error('killed')) }
    await expect(finishPublishing({ ctx: ledger.as(null), draft: draft.id, ...dying })).rejects.toThrow('killed')
    expect(await editionsOf(draft.id)).toEqual([])
    expect(await finishAllPublishing({ ctx: ledger.as(null), ...renderers })).toBe(1)
    expect(await editionsOf(draft.id)).toHaveLength(1)
  })

  it('what may not be published goes back with the reason, and its approval is gone', async () => {
    const begun = await begin()
    const written = { ...nothingWritten, overview: [{ kind: 'paragraph' as const, content: ['In all 40 died.'] }] }
    const draft = await save(begun, { ...begun.content, written })
    await takeToApproved(draft)
    await expect(pressPublish({ ctx: ledger.as(editor), input: seen(draft) })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/overview/0', message: expect.stringContaining('40') }],
    })
    // What was pressed before, and cannot go out by now.
    await ledger.sql`update sitrep_drafts set state = 'publishing', publish_by = 'editor' where id = ${draft.id}`
    await expect(finishPublishing({ ctx: ledger.as(null), draft: draft.id, ...renderers })).rejects.toMatchObject({
      code: 'invalid',
    })
    const { draft: back } = await readDraft({ ctx: ledger.as(editor), id: draft.id })
    expect(back).toMatchObject({ state: 'draft', approvedBy: null, trouble: expect.stringContaining('40') })
  })

  it('in several languages it is one edition, and no language comes later', async () => {
    const begun = await begin()
    const draft = await save(begun, { ...begun.content, languages: ['en', 'ru'] })
    await takeToApproved(draft)
    await pressPublish({ ctx: ledger.as(editor), input: seen(draft) })
    await finishPublishing({ ctx: ledger.as(null), draft: draft.id, ...renderers })
    const kept = await ledger.sql`select language from edition_languages where sitrep_id = ${draft.id}`
    expect([...kept]).toEqual([{ language: 'ru' }])
    await expect(
      ledger.sql`insert into edition_languages select sitrep_id, edition, crisis_id, 'hy', content, content_hash, pdf, pdf_sha256
        from edition_languages where sitrep_id = ${draft.id}`,
    ).rejects.toThrow('keeps the languages')
    await expect(ledger.sql`delete from edition_languages where sitrep_id = ${draft.id}`).rejects.toThrow(
      'written once',
    )
  })

  it('an erratum is the next edition, and says what and why', async () => {
    const draft = await begin()
    await takeToApproved(draft)
    await pressPublish({ ctx: ledger.as(editor), input: seen(draft) })
    await finishPublishing({ ctx: ledger.as(null), draft: draft.id, ...renderers })
    const mend = async () =>
      beginErratum({
        ctx: ledger.as(editor),
        crisis: await crisis(),
        input: { number: draft.number, what: 'The place is another.', why: 'A relay was misread.' },
      })
    const erratum = await mend()
    await expect(mend()).rejects.toMatchObject({ code: 'conflict' })
    await takeToApproved(erratum)
    await pressPublish({ ctx: ledger.as(editor), input: seen(erratum) })
    await finishPublishing({ ctx: ledger.as(null), draft: erratum.id, ...renderers })
    expect(await editionsOf(draft.id)).toMatchObject([
      { edition: 1, erratum_what: null },
      { edition: 2, erratum_what: 'The place is another.' },
    ])
  })
})

describe('the daily cut-off', () => {
  const at = (instant: string) => ({ ...ledger.as(null), now: () => new Date(instant) })

  it('begins one draft a day, however many workers ask', async () => {
    await ledger.sql`update crises set report = report || '{"daily": true}', end_day = null`
    const { cutOff } = await crisis()
    const during = at('2023-09-28T10:00:00.000Z')
    const made = await Promise.all(Array.from({ length: 6 }, () => makeDueDrafts({ ctx: during })))
    expect(made.flat(), cutOff).toHaveLength(1)
    expect(await makeDueDrafts({ ctx: during })).toEqual([])
    expect(await makeDueDrafts({ ctx: at('2023-09-29T10:00:00.000Z') })).toHaveLength(1)
    const { draft } = await readDraft({ ctx: ledger.as(editor), id: made.flat()[0] ?? '' })
    expect(draft).toMatchObject({ authors: [], content: { kind: 'situation-report' } })
    expect(draft.content.asOf <= '2023-09-28T10:00:00.000Z').toBe(true)
  })

  it('a draft nobody wrote in has the one who asks for approval as its author', async () => {
    const [id = ''] = await makeDueDrafts({ ctx: at('2023-09-30T10:00:00.000Z') })
    const { draft } = await readDraft({ ctx: ledger.as(editor), id })
    await requestApproval({ ctx: ledger.as(editor), input: seen(draft) })
    await expect(approveDraft({ ctx: ledger.as(editor), input: seen(draft) })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
