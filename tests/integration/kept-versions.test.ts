import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { sha256 } from '@/db/sha256'
import { composeDashboard } from '@/domain/dashboard/compose-dashboard'
import type { Instant } from '@/domain/time/instant'
import { type Audience, audiences } from '@/domain/viewpoint/viewpoint'
import { approveVersions } from '@/services/approve-versions'
import type { Context } from '@/services/context'
import { correctFigure } from '@/services/correct-figure'
import { enterDispute } from '@/services/enter-dispute'
import { readCrisis } from '@/services/read-crises'
import { readDashboardSlices } from '@/services/read-ledger-slice'
import { recordOfficeCheck } from '@/services/record-office-check'
import { withdrawVersion } from '@/services/withdraw-version'
import { analyst, type OpenLedger, openLedger, reviewer } from '@/tests/support/open-ledger'

/* Versions that were read before come from memory: that must never show. */

let ledger: OpenLedger
let crisis: string
/** Moments of the changes, from before the first to after the last. */
const moments: Instant[] = []

beforeAll(async () => {
  ledger = await openLedger()
  crisis = await ledger.loadTiny()
})
afterAll(() => ledger.close())

const moment = () => {
  moments.push(new Date().toISOString())
}

/** The dashboard's ledger and words for each audience at each moment so far, as digests: what differs is named, not printed. */
async function readAll(db: Context['db']): Promise<string[]> {
  const all: string[] = []
  for (const audience of audiences)
    for (const [index, at] of moments.entries())
      all.push(`${audience} at moment ${index}: ${sha256(await read(db, audience, at))}`)
  return all
}

async function read(db: Context['db'], audience: Audience, knownAt: Instant): Promise<string> {
  const ctx: Context = { ...ledger.as(null), db, audience }
  const viewpoint = { asOf: knownAt, knownAt, audience, locale: 'en' as const }
  const slices = await readDashboardSlices({ ctx, crisis: await readCrisis({ ctx, slug: 'tiny' }), viewpoint })
  return JSON.stringify([slices, composeDashboard(slices.now, slices.before)])
}

/** What the running process says, and what one says that has read nothing before. */
async function compare(after: string) {
  const fresh = openDatabase(ledger.url)
  try {
    expect(await readAll(ledger.db), after).toEqual(await readAll(fresh.db))
  } finally {
    await fresh.close()
  }
}

const idOf = async (key: string): Promise<string> =>
  (await ledger.sql`select id from figures where key = ${key}`)[0]?.id ?? ''
const documentOf = async (key: string): Promise<string> =>
  (await ledger.sql`select id from documents where key = ${key}`)[0]?.id ?? ''
const approve = (kind: 'figure' | 'dispute', version: { id: string; version: number }) =>
  approveVersions({ ctx: ledger.as(reviewer), input: { crisis, kind, versions: [version] } })

const changes: Record<string, () => Promise<unknown>> = {
  'a correction': async () => {
    const figure = await idOf('toll-killed')
    const [last] = await ledger.sql`select max(version) as version from figure_versions where figure_id = ${figure}`
    const next = await correctFigure({
      ctx: ledger.as(analyst),
      input: { crisis, figure, version: last?.version, reason: 'Read again.', content: { coverage: 'the town alone' } },
    })
    await approve('figure', next)
  },
  'an office check': async () =>
    recordOfficeCheck({
      ctx: ledger.as(reviewer),
      input: { crisis, figure: await idOf('toll-killed'), method: 'Seen.', by: 'Desk', at: '2023-09-26T10:00:00.000Z' },
    }),
  'a denial': async () => {
    const [by] = await ledger.sql`select id from sources where key = 'ministry'`
    const quote = 'two people killed'
    const input = {
      crisis,
      figure: await idOf('count-killed'),
      by: by?.id,
      aspect: 'number' as const,
      statedAt: null,
      words: 'denied it',
      citations: [{ document: await documentOf('post'), quote, relation: 'direct' as const }],
    }
    await approve('dispute', await enterDispute({ ctx: ledger.as(analyst), input }))
  },
  'a document that the public may no longer see': async () =>
    ledger.sql`update documents set sensitivity = 'internal' where key = 'wire'`,
  'the same document, open again': async () =>
    ledger.sql`update documents set sensitivity = 'public' where key = 'wire'`,
  'a withdrawal': async () => {
    const input = { crisis, kind: 'figure' as const, id: await idOf('count-killed'), version: 1, reason: 'Not so.' }
    await withdrawVersion({ ctx: ledger.as(reviewer), input })
  },
}

describe('what was read before and kept', () => {
  it('says at every moment what is read afresh, whatever came after it was kept', async () => {
    moment()
    await compare('nothing changed')
    for (const [name, change] of Object.entries(changes)) {
      await change()
      moment()
      await compare(name)
    }
  }, 60_000)

  it('shows the public no quote of a document that was closed since, of a figure that others still support', async () => {
    await changes['a document that the public may no longer see']?.()
    const at = moments[0] ?? ''
    const isQuoted = async (audience: Audience) =>
      (await read(ledger.db, audience, at)).includes('at least two people"')
    expect([await isQuoted('public'), await isQuoted('internal')]).toEqual([false, true])
  })
})
