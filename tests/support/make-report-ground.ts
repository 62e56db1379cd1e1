import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { everyone } from '@/domain/population/population'
import { makeQuantity } from '@/domain/quantity/quantity'
import { makeCrisis } from '@/tests/support/make-crisis'

/** People's sessions by role, as API requests. */
export type Askers = Record<'administrator' | 'contributor' | 'reviewer', APIRequestContext>

/** Sends a write of the API and answers what it said. */
export async function write<Answer = { id: string; version: number }>(
  request: APIRequestContext,
  origin: string,
  method: 'post' | 'patch',
  path: string,
  data: object,
  version?: number,
): Promise<Answer> {
  const headers = {
    origin,
    'idempotency-key': randomUUID(),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  const response = await request[method](`${origin}/api/v1${path}`, { data, headers })
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as Answer
}

const counted = [
  ['killed', 12],
  ['injured', 31],
  ['missing', 7],
  ['registered', 4150],
  ['remains-recovered', 3],
] as const

/** What the office said later of the killed, in the same document. */
const later = { count: 14, quote: '14 people killed by midnight' }

export interface ReportGround {
  slug: string
  /** Ids in the order killed, injured, missing, registered, remains recovered. */
  figures: string[]
  document: string
}

/**
 * A crisis with five approved figures of one statement, a key figure of each, a contact and, where `daily`, reports at `cutOff` ("HH:MM" in Yerevan). */
export async function makeReportGround(
  askers: Askers,
  origin: string,
  { cutOff, daily, startDay }: { cutOff: string; daily: boolean; startDay: string },
): Promise<ReportGround> {
  const { administrator, contributor, reviewer } = askers
  const { slug } = await makeCrisis(administrator, origin)
  const { version } = await (await administrator.get(`${origin}/api/v1/crises/${slug}`)).json()
  const find = async (kind: string, name: string): Promise<string> => {
    const query = new URLSearchParams({ kind, q: name })
    const { items } = await (await administrator.get(`${origin}/api/v1/crises/${slug}/lookup?${query}`)).json()
    return String(items[0]?.id)
  }
  const [defender, settlement, event] = await Promise.all([
    find('source', 'Human Rights Defender'),
    find('place', 'Stepanakert'),
    find('event', 'The offensive'),
  ])
  const place = { role: 'at' as const, id: settlement }
  const scope = (indicator: string) => ({
    indicator,
    population: everyone,
    places: [place],
    events: [event],
    basis: 'running-total' as const,
    unit: 'persons' as const,
  })
  await write(
    administrator,
    origin,
    'patch',
    `/crises/${slug}`,
    {
      reason: 'For its reports.',
      startDay,
      cutOff,
      contact: 'desk@example.org',
      publisher: 'Reports desk',
      report: { daily },
      keyFigures: counted.map(([indicator]) => ({
        key: indicator,
        label: `Count of ${indicator}`,
        scope: scope(indicator),
        parts: [],
      })),
    },
    version,
  )
  const at = new Date(Date.now() - 60 * 60_000).toISOString()
  const reported = counted.map(([indicator, count]) => `${count} people ${indicator}`).join(', ')
  const text = `The office reported ${reported}. Late in the evening it counted anew: ${later.quote}.`
  const document = await write(contributor, origin, 'post', `/crises/${slug}/documents`, {
    publisher: defender,
    title: 'Daily statement',
    url: null,
    publishedAt: at,
    publishedPrecision: 'minute',
    language: 'en',
    retrievedAt: at,
    text,
    sensitivity: 'public',
  })
  const { figures } = await write<{ figures: { id: string; version: number }[] }>(
    contributor,
    origin,
    'post',
    `/crises/${slug}/statements`,
    {
      claimant: defender,
      saidAt: null,
      figures: counted.map(([indicator, count]) => ({
        indicator,
        population: everyone,
        places: [place],
        events: [event],
        quantity: makeQuantity('exact', count, null, String(count)),
        unit: 'persons',
        basis: { kind: 'running-total', start: null, end: null, assumed: false },
        asOf: { start: at, end: at, precision: 'minute', stated: true, note: null },
        citations: [{ document: document.id, quote: `${count} people ${indicator}`, relation: 'direct' }],
      })),
    },
  )
  await write(reviewer, origin, 'post', `/crises/${slug}/approvals`, {
    figures: figures.map(({ id, version }) => ({ id, version })),
  })
  return { slug, document: document.id, figures: figures.map(({ id }) => id) }
}

/** Corrects the number of the killed to what the office said later, approved by a second person. */
export async function correctKilled(
  { contributor, reviewer }: Askers,
  origin: string,
  { figures: [id = ''], document }: ReportGround,
): Promise<void> {
  const { version: seen } = await (await contributor.get(`${origin}/api/v1/figures/${id}`)).json()
  const { version } = await write(
    contributor,
    origin,
    'patch',
    `/figures/${id}`,
    {
      quantity: makeQuantity('exact', later.count, null, String(later.count)),
      citations: [{ document, quote: later.quote, relation: 'direct' }],
      reason: 'The office counted anew.',
    },
    seen,
  )
  await write(reviewer, origin, 'post', `/figures/${id}/approve`, {}, version)
}
