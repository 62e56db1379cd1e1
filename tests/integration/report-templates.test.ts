import { Resvg } from '@resvg/resvg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { type ReportSettings, reportSettingsSchema } from '@/domain/crisis/crisis'
import { accentColours } from '@/domain/sitrep/accents'
import { checkLogo } from '@/formats/logo/check-logo'
import { renderEdition } from '@/formats/pdf/render-edition'
import { changeCrisis } from '@/services/change-crisis'
import { keepLogo, readLogo } from '@/services/keep-logo'
import { readCrisis } from '@/services/read-crises'
import { composeForDesk } from '@/services/sitreps/compose-for-desk'
import { createDraft, discardDraft } from '@/services/sitreps/write-draft'
import { administrator, editor, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'
import { findTags, readPdf } from '@/tests/support/read-pdf'

let ledger: OpenLedger
beforeAll(async () => {
  ledger = await openLedger()
  await ledger.loadTiny()
})
afterAll(() => ledger.close())

const crisis = () => readCrisis({ ctx: ledger.as(administrator), slug: 'tiny' })
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#654321"/></svg>'

async function change(settings: Parameters<typeof changeCrisis>[0]['input']['change']) {
  const { id, version } = await crisis()
  const input = { crisis: id, version, reason: 'Another office.', change: settings }
  await changeCrisis({ ctx: ledger.as(administrator), input })
}
const setReport = (report: z.input<typeof reportSettingsSchema>) =>
  change({ report: reportSettingsSchema.parse(report) })

async function keep(file: string | Uint8Array, by = administrator) {
  const input = { crisis: (await crisis()).id, file: Buffer.from(file) }
  return await keepLogo({ ctx: ledger.as(by), input, check: checkLogo })
}

/** What a new draft looks like on paper. */
async function printed() {
  const ctx = ledger.as(editor)
  const viewpoint = { asOf: '2023-09-21T20:00:00.000Z', knownAt: '2023-09-21T20:00:00.000Z' }
  const draft = await createDraft({ ctx, crisis: await crisis(), input: { kind: 'situation-report', ...viewpoint } })
  const composed = await composeForDesk({ ctx, draft, content: draft.content, findLoadedWords: () => [] })
  await discardDraft({ ctx, input: { draft: draft.id, version: draft.version } })
  const proof = { contentHash: 'c'.repeat(64), auditHead: 'a'.repeat(64) }
  const bytes = await renderEdition(composed.sitrep, proof, { logo: composed.logo, figures: null })
  return { ...(await readPdf(new Uint8Array(bytes))), bytes }
}

describe('the template of a crisis’s reports', () => {
  it('is A4 with the crisis’s publisher where nothing was set', async () => {
    const { size, pages } = await printed()
    expect(size.map(Math.round)).toEqual([595, 842])
    expect(pages[0]).toContain((await crisis()).publisher)
  })

  it('shows paper, organisation, foot, disclaimer and contact', async () => {
    await change({ disclaimer: 'No position is implied.', contact: 'duty@office.example' })
    await setReport({
      paper: 'letter',
      organisation: 'Valley Relief Office',
      footer: 'For planning. Not for quotation.',
    })
    const { size, pages } = await printed()
    expect(size.map(Math.round)).toEqual([612, 792])
    expect(pages[0]).toContain('Valley Relief Office')
    for (const page of pages) expect(page).toContain('For planning. Not for quotation.')
    const all = pages.join(' ')
    expect(all).toContain('No position is implied.')
    expect(all).toContain('Valley Relief Office, duty@office.example')
  })

  it('sets links and marks in its accent', async () => {
    const used: Record<string, Set<string>> = {}
    for (const accent of ['blue', 'plum'] as const) {
      await setReport({ accent })
      used[accent] = (await printed()).colours
    }
    const has = (accent: 'blue' | 'plum', colour: 'blue' | 'plum') =>
      used[accent]?.has(accentColours[colour].toLowerCase())
    expect([has('blue', 'blue'), has('blue', 'plum'), has('plum', 'plum'), has('plum', 'blue')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('leaves sections out of new drafts', async () => {
    await setReport({})
    const heading = 'Methodology and caveats'
    expect((await printed()).pages.join(' ')).toContain(heading)
    await setReport({ leftOut: ['methodology'] satisfies ReportSettings['leftOut'] })
    expect((await printed()).pages.join(' ')).not.toContain(heading)
  })

  it.each([
    ['SVG', picture],
    ['PNG', new Uint8Array(new Resvg(picture).render().asPng())],
  ])('carries its logo (%s) with what it shows in words, the same bytes each time', async (_, file) => {
    const { sha256 } = await keep(file)
    await setReport({ logo: { sha256, alt: 'Logo of the Valley Relief Office' } })
    const first = await printed()
    const alts = findTags(first.tags, 'Figure').map(({ alt }) => alt)
    expect(alts).toContain('Logo of the Valley Relief Office')
    expect(Buffer.from((await printed()).bytes).equals(Buffer.from(first.bytes))).toBe(true)
    expect((await readLogo({ ctx: ledger.as(administrator), crisis: await crisis() }))?.bytes.length).toBeGreaterThan(0)
    await setReport({ logo: null })
    expect(findTags((await printed()).tags, 'Figure').map(({ alt }) => alt)).not.toContain(
      'Logo of the Valley Relief Office',
    )
  })
})

describe('keeping a logo', () => {
  it('rejects whoever is no administrator, and a file that is none', async () => {
    await expect(keep(picture, reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(keep('<svg><script/></svg>')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('keeps the same picture once, and never changes it', async () => {
    const { sha256 } = await keep(picture)
    expect((await keep(picture)).sha256).toBe(sha256)
    await expect(ledger.sql`update logos set bytes = 'x'`).rejects.toThrow('written once')
    await expect(ledger.sql`delete from logos`).rejects.toThrow('written once')
  })

  it('settings name no logo that is not kept', async () => {
    await expect(setReport({ logo: { sha256: '0'.repeat(64), alt: 'None' } })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/report/logo' }],
    })
  })
})
