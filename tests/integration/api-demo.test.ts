import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { people } from '@/db/schema/people'
import { editions, sitreps } from '@/db/schema/sitreps'
import { openView } from '@/domain/ledger/ledger-view'
import type { Page } from '@/domain/paging/page'
import type { Headline } from '@/domain/reconciliation/headline'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import { readCrisis } from '@/services/read-crises'
import { readHeadlines } from '@/services/read-headlines'
import { readLedgerSlice } from '@/services/read-ledger-slice'
import { wordedHeadline } from '@/services/worded-headline'
import { type OpenLedger, openLedger } from '@/tests/support/open-ledger'
import { makeSampleSitrep } from '@/tests/support/sample-sitrep'

/* The read API on the real demo. */

const slug = 'nagorno-karabakh-2023'
const pdf = Buffer.from('%PDF-1.7 of a test')

let ledger: OpenLedger

beforeAll(async () => {
  ledger = await openLedger()
  vi.stubEnv('DATABASE_URL', ledger.url)
  const crisisId = await ledger.loadDemo(slug)
  await ledger.db
    .insert(people)
    .values(['Editor', 'Approver'].map((name) => ({ id: name, name, createdAt: '2023-09-01T00:00:00.000Z' })))
  await ledger.db.insert(sitreps).values({ id: 'sitrep-1', crisisId, number: 1, kind: 'situation-report' })
  const content = makeSampleSitrep()
  for (const edition of [1, 2]) {
    await ledger.db.insert(editions).values({
      sitrepId: 'sitrep-1',
      edition,
      crisisId,
      content,
      contentHash: 'c'.repeat(64),
      pdf,
      pdfSha256: createHash('sha256').update(pdf).digest('hex'),
      auditHead: 'a'.repeat(64),
      revision: 1,
      asOf: content.asOf,
      knownAt: content.knownAt,
      periodFrom: content.period.from,
      periodTo: content.period.to,
      publishedAt: content.knownAt,
      authorId: 'Editor',
      approverId: 'Approver',
      erratumWhat: edition === 2 ? 'A wrong place name' : null,
      erratumWhy: edition === 2 ? 'It was misread.' : null,
    })
  }
})

afterAll(async () => {
  const { ledgerConnection } = await import('@/services/ledger-connection')
  await ledgerConnection().close()
  await ledger.close()
  vi.unstubAllEnvs()
})

async function list(name: string, query = ''): Promise<{ items: unknown[]; nextCursor: string | null }> {
  const { crisisLists } = await import('@/app/api/v1/_answers/crisis-lists')
  const chosen = Object.entries(crisisLists).find(([key]) => key === name)?.[1]
  if (!chosen) throw new Error(`No list ${name}`)
  const request = new Request(`http://localhost/api/v1/crises/${slug}/${name}${query}`)
  const response = await chosen.GET(request, { params: Promise.resolve({ crisis: slug }) })
  expect(response.status, name).toBe(200)
  return await response.json()
}

describe('every list of the demo', () => {
  test('has items of the promised shape', async () => {
    const { operations } = await import('@/app/api/v1/_contract/operations')
    for (const name of [
      'figures',
      'headlines',
      'series',
      'notes',
      'statements',
      'documents',
      'sources',
      'places',
      'events',
      'disputes',
      'sitreps',
    ] as const) {
      const { items } = await list(name)
      expect(items.length, name).toBeGreaterThan(0)
      for (const item of items) expect(() => operations[name].answer.parse(item), name).not.toThrow()
    }
  })

  test('the wounded civilians of two relays are two positions of one statement, and the headline has no number', async () => {
    const query = '?indicator=injured&status=civilian&asOf=2023-09-20&knownAt=2023-09-20'
    const { items } = await list('headlines', query)
    const differing = (items as Headline[]).find(({ findings }) =>
      findings.some(({ code }) => code === 'relays-differ'),
    )
    expect(differing?.quantity).toBeNull()
    expect(differing?.positions.map(({ quantity }) => quantity.low).sort()).toEqual([40, 400])
    expect(new Set(differing?.positions.map(({ statement }) => statement)).size).toBe(1)
  })

  test('headlines, three at a time, are those of the whole ledger in order, sentences and parts included', async () => {
    const ctx = { ...ledger.as(null), audience: 'public' as const }
    const crisis = await readCrisis({ ctx, slug })
    for (const day of ['2023-09-19', '2023-09-21', '2023-10-04']) {
      const moment = `${day}T20:00:00.000Z`
      const viewpoint = { asOf: moment, knownAt: moment, audience: 'public', locale: 'en' } as const
      const whole = openView(await readLedgerSlice({ ctx, crisis, viewpoint }))
      const expected = whole.scopes
        .map((scope) => wordedHeadline(whole, scope))
        .filter(({ positions }) => positions.length > 0)
      expect(expected.length, day).toBeGreaterThan(3)
      const found: Headline[] = []
      let cursor: string | null = null
      do {
        const page: Page<Headline> = await readHeadlines({
          ctx,
          crisis,
          viewpoint,
          filter: noFilter,
          page: { limit: 3, cursor },
        })
        expect(page.items.length, day).toBeLessThanOrEqual(3)
        found.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(found, day).toEqual(expected)
    }
  })

  test('asked for by an event holds what is of the events that are its parts', async () => {
    const events = (await list('events', '?limit=1000')).items as { id: string; parent: string | null }[]
    const idsBy = async (event: string) => {
      const { items } = await list('figures', `?limit=1000&event=${event}`)
      return (items as { id: string }[]).map(({ id }) => id)
    }
    const parts = events.filter(({ parent }) => parent !== null)
    const found = await Promise.all(
      parts.map(async ({ id, parent }) => [await idsBy(parent ?? ''), await idsBy(id)] as const),
    )
    expect(found.some(([, own]) => own.length > 0)).toBe(true)
    for (const [whole, own] of found) expect(whole).toEqual(expect.arrayContaining(own))
  })

  test('what changed on 20 September names the revised killed', async () => {
    const { items } = await list('changes', '?since=2023-09-19&knownAt=2023-09-20&asOf=2023-09-20&indicator=killed')
    expect((items as { kind: string }[]).map(({ kind }) => kind)).toContain('revised-up')
  })
})

test('every version of the demo tells that a second person approved it', async () => {
  const { items } = await list('figures')
  const { GET } = await import('@/app/api/v1/figures/[id]/route')
  const versions = await Promise.all(
    (items as { id: string }[]).slice(0, 10).map(async ({ id }) => {
      const answer = await GET(new Request(`http://localhost/figures/${id}`), { params: Promise.resolve({ id }) })
      return (await answer.json()).versions.map((one: { bySecondPerson: boolean }) => one.bySecondPerson)
    }),
  )
  expect(versions).toHaveLength(10)
  expect(versions.flat().every((bySecondPerson) => bySecondPerson === true)).toBe(true)
})

describe('a published sitrep', () => {
  test('is listed and read as its latest edition, and an earlier one where it is asked for', async () => {
    const { items } = await list('sitreps')
    expect(items).toMatchObject([{ number: 1, edition: 2, supersededBy: null, status: 'published' }])
    const { GET } = await import('@/app/api/v1/crises/[crisis]/sitreps/[number]/route')
    const read = async (query: string) =>
      await (
        await GET(new Request(`http://localhost/x${query}`), { params: Promise.resolve({ crisis: slug, number: '1' }) })
      ).json()
    expect(await read('')).toMatchObject({ edition: 2, contentHash: 'c'.repeat(64) })
    expect((await read('?edition=1')).supersededBy).toBe(2)
    expect((await read('')).sections.length).toBeGreaterThan(0)
  })

  test('that mends another stands in the corrections ledger with what was wrong, why, and who approved it', async () => {
    const { items } = await list('corrections')
    const { operations } = await import('@/app/api/v1/_contract/operations')
    for (const item of items) expect(() => operations.corrections.answer.parse(item)).not.toThrow()
    const errata = (items as { kind: string }[]).filter(({ kind }) => kind === 'erratum')
    expect(errata).toMatchObject([
      { number: 1, edition: 2, mends: 1, what: 'A wrong place name', why: 'It was misread.', approvedBy: 'Approver' },
    ])
    const days = (items as { at: string }[]).map(({ at }) => at)
    expect(days).toEqual(days.toSorted().reverse())
    const filtered = await list('corrections', '?indicator=killed')
    expect((filtered.items as { kind: string }[]).some(({ kind }) => kind === 'erratum')).toBe(false)
    const then = await list('corrections', '?knownAt=2023-09-01')
    expect(then.items).toEqual([])
  })

  test('that mends another is a row of the corrections as a file, with nothing of a figure', async () => {
    const { crisisLists } = await import('@/app/api/v1/_answers/crisis-lists')
    const request = new Request(`http://localhost/api/v1/crises/${slug}/corrections.csv`)
    const file = await crisisLists.corrections.files.csv(request, { params: Promise.resolve({ crisis: slug }) })
    const rows: Record<string, string>[] = parse(await file.text(), { bom: true, columns: true })
    expect(rows.find(({ kind }) => kind === 'erratum')).toMatchObject({
      erratum: 'A wrong place name',
      reason: 'It was misread.',
      editions: '1.2',
      mends: '1.1',
      id: '',
    })
  })

  test('comes as the very bytes that were published, with a name', async () => {
    const { GET } = await import('@/app/api/v1/crises/[crisis]/sitreps/[number]/pdf/route')
    const response = await GET(new Request('http://localhost/pdf?edition=1'), {
      params: Promise.resolve({ crisis: slug, number: '1' }),
    })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${slug}-sitrep-1-edition-1.pdf"`)
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true)
  })
})
