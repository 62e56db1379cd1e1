import type { Citation, Claimant, Figure } from '@/domain/figure/figure'
import { everyone } from '@/domain/population/population'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import { endOfDay, startOfDay } from '@/domain/time/local-time'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

export const zone = 'Asia/Yerevan'

export const makeClaimant = (id: string, party: string | null = null): Claimant => ({
  id,
  name: id,
  kind: 'media',
  party,
  reliability: 'F',
})

const makeCitation = (id: string, relation: Citation['relation'] = 'direct'): Citation => ({
  id: `citation-${id}`,
  document: {
    id: `document-${id}`,
    title: `Document ${id}`,
    url: null,
    publisher: { id: 'publisher', name: 'Publisher' },
    publishedAt: null,
    publishedPrecision: null,
    language: 'en',
  },
  quote: 'quote',
  language: 'en',
  relation,
  position: null,
})

/** `2023-09-19T16:00` in Yerevan as the one UTC spelling. */
export const at = (local: string) => new Date(`${local}:00+04:00`).toISOString()

/** An as-of of that minute, or of the whole day where only a day is given. */
export function asOf(text: string): NonNullable<Figure['asOf']> {
  if (text.length === 10) {
    return { start: startOfDay(text, zone), end: endOfDay(text, zone), precision: 'day', stated: false, note: null }
  }
  return { start: at(text), end: at(text), precision: 'minute', stated: true, note: null }
}

let made = 0

/** An approved public figure of people killed, known from the beginning; tests change what they are about. */
export function makeFigure(change: Partial<Figure> & { quantity: Quantity; by?: string }): Figure {
  made += 1
  const { by = 'ombudsman', ...rest } = change
  const id = rest.id ?? `figure-${made}`
  return {
    id,
    version: 1,
    crisis: 'crisis',
    indicator: 'killed',
    population: everyone,
    populationWords: null,
    places: [],
    events: [],
    unit: 'persons',
    basis: { kind: 'running-total', start: null, end: null, assumed: false },
    nature: 'count',
    asOf: asOf('2023-09-19T16:00'),
    claimant: makeClaimant(by),
    statement: { id: `statement-${id}`, saidAt: null, speaker: null, occasion: null },
    officeCheck: null,
    credibility: '6',
    sensitivity: 'public',
    state: 'approved',
    partOf: null,
    coverage: null,
    derived: null,
    citations: [makeCitation(id)],
    disputes: [],
    findings: [],
    reason: null,
    knownFrom: '2023-09-01T00:00:00.000Z',
    knownTo: null,
    ...rest,
  }
}

export const exact = (count: number) => makeQuantity('exact', count, null, String(count))
export const atLeast = (count: number) => makeQuantity('at-least', count, null, `at least ${count}`)
export const moreThan = (count: number) => makeQuantity('more-than', count, null, `more than ${count}`)

export const viewpoint: Viewpoint = {
  asOf: at('2023-09-30T23:59'),
  knownAt: at('2023-12-31T00:00'),
  audience: 'public',
  locale: 'en',
}
