import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Audience } from '@/domain/viewpoint/viewpoint'
import { approveVersions } from '@/services/approve-versions'
import { archiveDocument } from '@/services/archive-document'
import { enterDispute } from '@/services/enter-dispute'
import { enterNote } from '@/services/enter-note'
import { readCrisis } from '@/services/read-crises'
import { readDocument } from '@/services/read-documents'
import { askApi } from '@/tests/support/ask-api'
import { analyst, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

let ledger: OpenLedger
let crisis: string
let publisher: string
let paper: string

const name = 'Firstname Lastname'
const text = `The ministry said that a teacher, ${name}, was killed on the road. The school of Firstname\nLastname is closed. Two others were hurt.`

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  crisis = await ledger.loadTiny()
  const [source] = await ledger.sql`select id from sources where key = 'ministry'`
  publisher = source?.id
  const { id } = await archiveDocument({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      publisher,
      title: 'Bulletin on Firstname Lastname',
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
afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

async function cite(
  quote: string,
  position: { start: number; end: number } | null = null,
  text = 'What the ministry said.',
) {
  const note = await enterNote({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      kind: 'protection',
      text,
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
/** A denial that quotes the name, of a figure everybody sees. */
async function enterDenial(): Promise<string> {
  const [figure] = await ledger.sql`select id from figures where key = 'count-killed'`
  const quote = 'The school of Firstname Lastname'
  const denial = await enterDispute({
    ctx: ledger.as(analyst),
    input: {
      crisis,
      figure: figure?.id,
      by: publisher,
      aspect: 'occurrence',
      statedAt: null,
      words: quote,
      citations: [{ document: paper, quote, relation: 'direct' }],
    },
  })
  await approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind: 'dispute', versions: [denial] } })
  return denial.id
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

/** What the API and its exports tell the public of the lists of the crisis, and of one entry. */
async function tellPublic(...addresses: string[]): Promise<string> {
  const [row] = await ledger.sql`select slug from crises where id = ${crisis}`
  const lists = ['figures', 'notes', 'disputes', 'documents', 'corrections'].flatMap((list) => [
    `/crises/${row?.slug}/${list}?limit=1000`,
    `/crises/${row?.slug}/${list}.csv?limit=1000`,
  ])
  const texts: string[] = []
  for (const address of [...lists, `/crises/${row?.slug}/changes?since=2023-01-01`, ...addresses]) {
    const response = await askApi(address)
    expect([address, response.status]).toEqual([address, 200])
    texts.push(await response.text())
  }
  return texts.join('\n')
}

describe('a name that one quote withholds', () => {
  let before: string
  let dispute: string

  it('is stored with the place of the whole words', async () => {
    before = await cite('The school of Firstname Lastname is closed', null, 'The school of Firstname Lastname is shut.')
    dispute = await enterDenial()
    expect(await tellPublic(`/notes/${before}`)).toMatch(/Firstname Lastname/)
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

  it('is never told by the API, its exports, older versions or as known before', async () => {
    const [kept] = await ledger.sql`select quote from citations where note_id = ${before}`
    expect(kept?.quote, 'the version itself is not rewritten').toContain('Firstname Lastname')
    const knownAt = new Date().toISOString()
    const told = await tellPublic(`/notes/${before}`, `/notes/${before}?knownAt=${knownAt}`, `/disputes/${dispute}`)
    expect(told).not.toMatch(/Firstname|Lastname/)
    expect(told).toContain('The school of [name withheld] is shut.')
    expect(told).toContain('"words":"The school of [name withheld]"')
    expect(told).toContain('Bulletin on [name withheld]')
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
