import { makeChartFormat } from '@/domain/chart/chart-format'
import type { ChartRequest } from '@/domain/chart/step-chart'
import type { CitationMark } from '@/domain/citation/cited-source'
import type { Crisis, CrisisChart, ScopeSelector } from '@/domain/crisis/crisis'
import { reliefWebSettingsSchema, reportSettingsSchema } from '@/domain/crisis/crisis'
import type { Claimant, Figure } from '@/domain/figure/figure'
import { codelist } from '@/domain/indicator/codelist'
import type { LedgerSlice } from '@/domain/ledger/ledger-slice'
import { everyone } from '@/domain/population/population'
import { makeQuantity, type Quantity } from '@/domain/quantity/quantity'
import { asOf, at, atLeast, exact, makeClaimant, makeFigure, moreThan, zone } from '@/tests/support/make-figure'

/** A claimant called by the name a reader would see. */
export const named = (id: string, name: string, party: string | null = null): Claimant => ({
  ...makeClaimant(id, party),
  name,
})

export const armenia = named('armenia', 'Government of Armenia', 'armenia')
export const unhcr = named('unhcr', 'UNHCR')
export const unicef = named('unicef', 'UNICEF')
export const defender = named('defender', 'Human Rights Defender')

const crisis: Crisis = {
  id: 'crisis',
  slug: 'crisis',
  title: 'Crisis',
  subtitle: '',
  timeZone: zone,
  startDay: '2023-09-19',
  endDay: null,
  languages: ['en'],
  cutOff: '24:00',
  policy: { rules: ['range'], preferredSources: [] },
  namingPreference: [],
  disclaimer: '',
  publisher: 'Attest',
  contact: '',
  reconstruction: true,
  exercise: false,
  fourEyes: true,
  ombudsman: 'defender',
  groups: [],
  keyFigures: [],
  charts: [],
  claimantOrder: ['armenia', 'unhcr', 'defender', 'unicef'],
  publicPlaceLevel: null,
  suppressBelow: null,
  report: reportSettingsSchema.parse({}),
  reliefWeb: reliefWebSettingsSchema.parse({}),
  version: 1,
  phrases: {},
  revision: 1,
}

export const killedScope: ScopeSelector = {
  indicator: 'killed',
  population: everyone,
  places: [],
  events: [],
  basis: 'running-total',
  unit: 'persons',
}
export const civilians = { ...everyone, status: 'civilian' as const }
const armeniaPlace = { role: 'to' as const, id: 'place-armenia', name: 'Armenia' }
export const arrivedScope: ScopeSelector = {
  ...killedScope,
  indicator: 'arrived',
  places: [{ role: 'to', id: 'place-armenia' }],
}

/** A slice of the ledger that holds the figures, at the end of a day in Yerevan. */
export function makeSlice(figures: Figure[], change: Partial<LedgerSlice> = {}): LedgerSlice {
  return {
    crisis,
    viewpoint: { asOf: at('2023-10-01T00:00'), knownAt: at('2023-12-31T00:00'), audience: 'public', locale: 'en' },
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

export function makeSpec(lines: CrisisChart['lines'], change: Partial<CrisisChart> = {}): CrisisChart {
  return {
    key: 'chart',
    section: 'casualties',
    subtitle: 'Running totals by claimant',
    lines,
    band: false,
    daily: false,
    ...change,
  }
}

/** A request whose marks number the figures in order of first use. */
export function makeRequest(slice: LedgerSlice, spec: CrisisChart): ChartRequest {
  const numbers = new Map<string, number>()
  const cite = (figure: Figure): CitationMark[] => {
    if (!numbers.has(figure.id)) numbers.set(figure.id, numbers.size + 1)
    return [{ n: numbers.get(figure.id) ?? 0, quote: 0 }]
  }
  return { slice, spec, cite, format: makeChartFormat('en', zone, slice.viewpoint.asOf) }
}

export const said = (claimant: Claimant, when: string, quantity: Quantity, change: Partial<Figure> = {}) =>
  makeFigure({ claimant, asOf: asOf(when), quantity, ...change })

const arrived = (claimant: Claimant, when: string, quantity: Quantity) =>
  said(claimant, when, quantity, { indicator: 'arrived', places: [armeniaPlace] })

/** Arrivals in Armenia, 25 to 30 September 2023, as published. */
export function arrivalFigures(): Figure[] {
  const counts: [string, number][] = [
    ['2023-09-25T00:00', 1510],
    ['2023-09-25T06:00', 2906],
    ['2023-09-26T08:00', 13550],
    ['2023-09-27T08:00', 42500],
    ['2023-09-27T15:00', 50243],
    ['2023-09-28T10:00', 66500],
    ['2023-09-28T14:00', 70500],
    ['2023-09-28T20:00', 76407],
    ['2023-09-28T22:00', 78354],
    ['2023-09-29T06:00', 84770],
    ['2023-09-29T20:00', 98625],
    ['2023-09-30', 100417],
  ]
  return [
    ...counts.map(([when, count]) => arrived(armenia, when, exact(count))),
    arrived(armenia, '2023-09-26T20:00', atLeast(28120)),
    arrived(unhcr, '2023-09-29', moreThan(88000)),
    arrived(unhcr, '2023-09-26', makeQuantity('about', 19000)),
  ]
}

/** People killed in the offensive by the defender's running totals, with a coverage caveat; civilians among them. */
export function killedFigures(): Figure[] {
  const civilian = { population: civilians }
  return [
    said(defender, '2023-09-19T21:43', exact(25)),
    said(defender, '2023-09-19T22:30', exact(27), { coverage: 'excludes the hospitals of Askeran and Martuni' }),
    said(defender, '2023-09-20T21:30', atLeast(200)),
    said(defender, '2023-09-19T16:00', atLeast(2), civilian),
    said(defender, '2023-09-19T22:30', exact(2), civilian),
    said(defender, '2023-09-20', atLeast(7), civilian),
    said(defender, '2023-09-20T21:30', exact(10), civilian),
  ]
}

export const arrivalsRequest = () =>
  makeRequest(
    makeSlice(arrivalFigures()),
    makeSpec([{ label: 'Arrived in Armenia', scope: arrivedScope }], {
      key: 'arrivals',
      section: 'displacement',
      subtitle: 'People who crossed from Nagorno-Karabakh since 24 September, running total by claimant',
      band: true,
      daily: true,
    }),
  )

export const killedRequest = () =>
  makeRequest(
    makeSlice(killedFigures()),
    makeSpec(
      [
        { label: 'All persons', scope: killedScope },
        { label: 'Civilians', scope: { ...killedScope, population: civilians } },
      ],
      { key: 'killed', subtitle: 'Killed in the offensive, running totals of the Human Rights Defender' },
    ),
  )
