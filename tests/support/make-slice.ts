import type { Crisis, KeyFigure } from '@/domain/crisis/crisis'
import { reliefWebSettingsSchema, reportSettingsSchema } from '@/domain/crisis/crisis'
import type { Figure } from '@/domain/figure/figure'
import { scopeOf } from '@/domain/figure/scope'
import { codelist } from '@/domain/indicator/codelist'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { viewpoint, zone } from '@/tests/support/make-figure'

/** A crisis in Yerevan with no policy but the range. */
export const crisis: Crisis = {
  id: 'crisis',
  slug: 'crisis',
  title: 'A crisis',
  subtitle: '',
  timeZone: zone,
  startDay: '2023-09-01',
  endDay: null,
  languages: ['en'],
  cutOff: '24:00',
  policy: { rules: ['resolved', 'range'], preferredSources: [] },
  namingPreference: [],
  disclaimer: 'No position on status is implied.',
  publisher: 'Desk',
  contact: 'desk@example.org',
  reconstruction: false,
  exercise: false,
  fourEyes: true,
  ombudsman: 'ombudsman',
  groups: [],
  keyFigures: [],
  charts: [],
  claimantOrder: [],
  publicPlaceLevel: null,
  suppressBelow: null,
  report: reportSettingsSchema.parse({}),
  reliefWeb: reliefWebSettingsSchema.parse({}),
  version: 1,
  phrases: {},
  revision: 1,
}

/** A key figure for the scope of a figure. */
export function keyFigureOf(key: string, figure: Figure, parts: Figure[] = []): KeyFigure {
  const selectorOf = (one: Figure): KeyFigure['scope'] => {
    const { places, events, ...scope } = scopeOf(one)
    return { ...scope, places: places.map(({ role, id }) => ({ role, id })), events: events.map(({ id }) => id) }
  }
  return {
    key,
    label: `Label of ${key}`,
    scope: selectorOf(figure),
    parts: parts.map((part) => ({ label: 'Children', scope: selectorOf(part) })),
  }
}

/** A slice that holds the figures at the common viewpoint. */
export function makeSlice(figures: Figure[], change: Partial<LedgerSlice> = {}): LedgerSlice {
  return {
    crisis,
    viewpoint,
    indicators: codelist,
    figures,
    resolutions: [],
    independences: [],
    notes: [],
    documents: [],
    events: [],
    hashes: {},
    thinned: false,
    closed: [],
    ...change,
  }
}
