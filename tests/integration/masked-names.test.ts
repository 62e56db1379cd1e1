import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '@/domain/viewpoint/viewpoint'
import { approveVersions } from '@/services/approve-versions'
import { archiveDocument } from '@/services/archive-document'
import { enterNote } from '@/services/enter-note'
import { readCrisis } from '@/services/read-crises'
import { readDocument } from '@/services/read-documents'
import { analyst, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

let ledger: OpenLedger
let crisis: string
let publisher: string
let paper: string

const name = 'Firstname Lastname'
const text = `The ministry said that a teacher, ${name}, was killed on the road. The school of Firstname\nLastname is closed. Two others were hurt.`

beforeAll(async () => {
  ledger = await openLedger()
  crisis = await ledger.loadTiny()
  const [source] = await ledger.sql`select id from sources where key = 'ministry'`
  publisher = source?.id
  const { id } = await archiveDocument({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      publisher,
      title: 'Statement',
      url: null,
      publishedAt: '2023-09-28T14:00:00Z',
      publishedPrecision: 'minute',
      language: 'en',
      text,
      fullText: 'public',
    },
  })
  paper = id
})
afterAll(() => ledger.close())

async function cite(quote: string, position: { start: number; end: number } | null = null) {
  const note = await enterNote({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      kind: 'protection',
      text: 'What the ministry said.',
      saidBy: publisher,
      asOf: null,
      places: [],
      figures: [],
      citations: [{ document: paper, quote, relation: 'direct', position }],
    },
  })
  await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'note', versions: [note] } })
  return note.id
}
async function show(audience: Audience) {
  const ctx = { ...ledger.as(analyst), audience }
  const now = new Date().toISOString()
  const [row] = await ledger.sql`select slug from crises where id = ${crisis}`
  const known = await readCrisis({ ctx, slug: row?.slug })
  return await readDocument({
    ctx,
    crisis: known,
    viewpoint: { asOf: now, knownAt: now, audience, locale: 'en' },
    id: paper,
  })
}

describe('a name that one quote withholds', () => {
  let before: string

  it('is stored with the place of the whole words', async () => {
    before = await cite('The school of Firstname Lastname is closed')
    const id = await cite('a teacher, [name withheld], was killed on the road')
    const [row] = await ledger.sql`select quote, quote_start, quote_end from citations where note_id = ${id}`
    expect(row?.quote).toBe('a teacher, [name withheld], was killed on the road')
    expect(text.slice(row?.quote_start, row?.quote_end)).toBe(`a teacher, ${name}, was killed on the road`)
  })

  it('is masked in every excerpt and in the whole text outside the office', async () => {
    for (const audience of ['public', 'partners'] as const) {
      const shown = await show(audience)
      expect(JSON.stringify(shown)).not.toMatch(/Firstname|Lastname/)
      expect(shown.text).toContain(
        'a teacher, [name withheld], was killed on the road. The school of [name withheld] is closed',
      )
      const earlier = shown.excerpts.find(({ note }) => note === before)
      expect(earlier?.quote).toBe('The school of [name withheld] is closed')
      for (const { position, quote } of shown.excerpts) {
        expect(shown.text?.slice(position?.start, position?.end)).toBe(quote)
      }
    }
  })

  it('is read in the archived text by the office', async () => {
    const shown = await show('internal')
    expect(shown.text).toBe(text)
    expect(shown.excerpts.map(({ quote }) => quote)).toContain('a teacher, [name withheld], was killed on the road')
  })

  it('is refused in the next quote that shows it', async () => {
    await expect(cite(`that a teacher, ${name}`)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/citations/0/quote', message: expect.stringContaining('mask it here too') }],
    })
    await cite('Two others were hurt')
  })

  it('at the end of a quote needs the position of the words', async () => {
    const quote = 'said that a teacher, [name withheld]'
    await expect(cite(quote)).rejects.toMatchObject({
      errors: [{ pointer: '/citations/0/quote', message: expect.stringContaining('needs its position') }],
    })
    const start = text.indexOf('said that')
    await cite(quote, { start, end: text.indexOf(name) + name.length })
  })
})
