import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeSitrep } from '@/domain/sitrep/compose-sitrep'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import { findReferences } from '@/domain/sitrep/find-references'
import type { Actor } from '@/domain/workflow/actor'
import { readCrisis } from '@/services/read-crises'
import { approveDraft, requestApproval } from '@/services/sitreps/approve-draft'
import { publicSlice } from '@/services/sitreps/freeze-edition'
import { finishPublishing, pressPublish } from '@/services/sitreps/publish-draft'
import { readChangedNumbers } from '@/services/sitreps/read-changed-numbers'
import { readSitrepDesk, readSitrepDesks } from '@/services/sitreps/read-desk'
import { readReferences } from '@/services/sitreps/read-references'
import { createDraft } from '@/services/sitreps/write-draft'
import { withdrawVersion } from '@/services/withdraw-version'
import { analyst, editor, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

let ledger: OpenLedger
const second: Actor = { id: 'second', name: 'second', roles: [{ role: 'editor', crisis: null }] }
const renderers = {
  compose: composeSitrep,
  renderPdf: async (_: unknown, proof: { contentHash: string }) =>
    new TextEncoder().encode(`%PDF ${proof.contentHash}`),
}

beforeAll(async () => {
  ledger = await openLedger()
  await ledger.loadTiny()
})
afterAll(() => ledger.close())

const crisis = () => readCrisis({ ctx: ledger.as(editor), slug: 'tiny' })
const figureOf = async (key: string) => {
  const [row] = await ledger.sql`select id from figures where key = ${key}`
  return String(row?.id)
}

async function publish(asOf = '2023-09-21T20:00:00.000Z'): Promise<SitrepDraft> {
  const input = { kind: 'situation-report' as const, asOf }
  const draft = await createDraft({ ctx: ledger.as(editor), crisis: await crisis(), input })
  const seen = { draft: draft.id, version: draft.version }
  await requestApproval({ ctx: ledger.as(editor), input: seen })
  await approveDraft({ ctx: ledger.as(second), input: seen })
  await pressPublish({ ctx: ledger.as(editor), input: seen })
  await finishPublishing({ ctx: ledger.as(null), draft: draft.id, ...renderers })
  return draft
}

describe('the sitrep desk', () => {
  it('shows who has a part in reports their crises, with clock, drafts and editions', async () => {
    expect(await readSitrepDesks({ ctx: ledger.as(editor) })).toMatchObject({ desks: [], others: [{ slug: 'tiny' }] })
    const draft = await createDraft({
      ctx: ledger.as(editor),
      crisis: await crisis(),
      input: { kind: 'flash-update', expiresHours: 6, nextIssue: '2099-01-01T00:00:00.000Z' },
    })
    expect(draft.content).toMatchObject({ expiresHours: 6, nextIssue: '2099-01-01T00:00:00.000Z' })
    expect(await readSitrepDesks({ ctx: ledger.as(reviewer) })).toMatchObject({ desks: [{ crisis: { slug: 'tiny' } }] })
    const desk = await readSitrepDesk({ ctx: ledger.as(reviewer), crisis: await crisis() })
    expect(desk.open.map(({ id }) => id)).toContain(draft.id)
    expect(desk.ofToday).toBeNull()
    await expect(readSitrepDesk({ ctx: ledger.as(analyst), crisis: await crisis() })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await readSitrepDesks({ ctx: ledger.as(analyst) })).toEqual({ desks: [], others: [] })
  })

  it('raises a published number that changed until an edition tells of it', async () => {
    const figure = await figureOf('toll-killed')
    const ctx = ledger.as(reviewer)
    expect(await readChangedNumbers({ ctx, crisis: await crisis() })).toEqual([])
    const { number } = await publish()
    expect(await readChangedNumbers({ ctx, crisis: await crisis() })).toEqual([])
    const reason = 'The ministry took it back.'
    const { id: crisisId } = await crisis()
    await withdrawVersion({ ctx, input: { crisis: crisisId, kind: 'figure', id: figure, version: 2, reason } })
    const [changed, ...others] = await readChangedNumbers({ ctx, crisis: await crisis() })
    expect(others).toEqual([])
    expect(changed).toMatchObject({ now: null, reason, editions: [{ number, edition: 1 }] })
    expect(changed?.was.id).toBe(figure)
    await expect(readChangedNumbers({ ctx: ledger.as(analyst), crisis: await crisis() })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await publish()
    expect(await readChangedNumbers({ ctx, crisis: await crisis() })).toEqual([])
  })

  it('finds what prose can refer to by the claimant’s name, at the viewpoint alone', async () => {
    const at = async (asOf: string) => {
      const viewpoint = { asOf, knownAt: '2023-09-21T20:00:00.000Z', locale: 'en' as const }
      const ctx = ledger.as(editor)
      const slice = await publicSlice(ctx.db, ctx, await crisis(), viewpoint)
      return await readReferences({ ctx, slice })
    }
    const killed = { figure: await figureOf('toll-killed') }
    const found = (index: Awaited<ReturnType<typeof at>>) =>
      findReferences(index, 'ministry', 20).map(({ reference }) => reference)
    expect(found(await at('2023-09-21T20:00:00.000Z'))).toContainEqual(killed)
    expect(found(await at('2023-09-19T00:00:00.000Z'))).not.toContainEqual(killed)
  })
})
