import type { Crisis, CrisisChart, KeyFigure, ScopeSelector } from '@/domain/crisis/crisis'
import { reliefWebSettingsSchema, reportSettingsSchema } from '@/domain/crisis/crisis'
import { type Scope, scopeKey } from '@/domain/figure/scope'
import { codelist } from '@/domain/indicator/codelist'
import { everyone, type Population } from '@/domain/population/population'

/** How much is made of one crisis. Crisis 1 is the largest. */
export interface CrisisSize {
  number: number
  figures: number
  scopes: number
  days: number
}

export const claimants = 12
export const publishers = 20
export const places = 12
export const events = 4
/** Every generated crisis ends with this day, UTC. */
export const lastDay = '2025-12-31'

/** 1,000,000 figures (or as many as asked) in 200 crises, the largest with a twentieth of them, the others ever smaller. */
export function sizesOfCrises(total: number): CrisisSize[] {
  const largest = Math.round(total / 20)
  const weights = Array.from({ length: 199 }, (_, index) => 1 / (index + 32))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const others = weights.map((weight) => Math.floor(((total - largest) * weight) / sum))
  const rest = total - largest - others.reduce((all, figures) => all + figures, 0)
  return [largest, (others[0] ?? 0) + rest, ...others.slice(1)].map((figures, index) => ({
    number: index + 1,
    figures,
    scopes: index === 0 ? 200 : Math.max(40, Math.min(200, Math.floor(figures / 60))),
    days: index === 0 ? 365 : 30 + ((index * 37) % 270),
  }))
}

/** Kinds of things, as they stand in generated ids. */
export const kinds = {
  crisis: 1,
  place: 2,
  source: 3,
  event: 4,
  scope: 5,
  statement: 6,
  document: 7,
  figure: 8,
  citation: 9,
  dispute: 10,
  note: 11,
  name: 12,
  grade: 13,
} as const

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

/** The id of a generated thing: as long as a real one, and telling which it is. `bench.id` in SQL makes the same. */
export function generatedId(kind: keyof typeof kinds, crisis: number, n: number): string {
  return `${hex(crisis, 8)}-${hex(kinds[kind], 4)}-7000-8000-${hex(n, 12)}`
}

/** What the first scopes of a crisis count, and every further twenty at another place; `size` is about how many. */
const counted: { indicator: string; population: Partial<Population>; size: number; part: boolean }[] = [
  { indicator: 'killed', population: {}, size: 3000, part: false },
  { indicator: 'killed', population: { status: 'civilian' }, size: 1200, part: true },
  { indicator: 'killed', population: { status: 'civilian', age: 'child' }, size: 200, part: true },
  { indicator: 'injured', population: {}, size: 9000, part: false },
  { indicator: 'injured', population: { status: 'civilian' }, size: 4000, part: true },
  { indicator: 'arrived', population: {}, size: 100_000, part: false },
  { indicator: 'arrived', population: { age: 'child' }, size: 30_000, part: true },
  { indicator: 'evacuated', population: {}, size: 20_000, part: false },
  { indicator: 'registered', population: {}, size: 80_000, part: false },
  { indicator: 'idps', population: {}, size: 40_000, part: false },
  { indicator: 'sheltering', population: {}, size: 8000, part: false },
  { indicator: 'missing', population: {}, size: 600, part: false },
  { indicator: 'detained', population: {}, size: 300, part: false },
  { indicator: 'died-during-displacement', population: {}, size: 90, part: false },
  { indicator: 'complaints-received', population: {}, size: 5000, part: false },
  { indicator: 'complaints-resolved', population: {}, size: 1500, part: false },
  { indicator: 'settlements-shelled', population: {}, size: 60, part: false },
  { indicator: 'accommodated', population: {}, size: 50_000, part: false },
  { indicator: 'remains-recovered', population: {}, size: 400, part: false },
  { indicator: 'displaced', population: {}, size: 60_000, part: false },
]

/** For SQL: the size and whether it is a part of the scope before it, by `scope % length`. */
export const countedSizes = counted.map(({ size }) => size)
export const countedParts = counted.map(({ part }) => part)

/** The scope a generated crisis has under a number from 0. */
export function generatedScope(crisis: number, n: number): ScopeSelector {
  const what = counted[n % counted.length]
  const indicator = codelist.find(({ key }) => key === what?.indicator)
  if (!what || !indicator) throw new Error(`The codelist has no "${what?.indicator}".`)
  const basis = { 'running-total': 'running-total', stock: 'stock', flow: 'period', 'event-count': 'running-total' }
  return {
    indicator: indicator.key,
    population: { ...everyone, ...what.population },
    places: [{ role: 'at', id: generatedId('place', crisis, Math.floor(n / counted.length)) }],
    events: [generatedId('event', crisis, Math.floor(n / counted.length) % events)],
    basis: basis[indicator.measure] as Scope['basis'],
    unit: indicator.unit,
  }
}

/** The key of a scope that is named by ids. */
export function keyOf({ places, events, ...rest }: ScopeSelector): string {
  return scopeKey({
    ...rest,
    places: places.map((place) => ({ ...place, name: place.id })),
    events: events.map((id) => ({ id, title: id })),
  })
}

/** A crisis of this size with 12 key figures and 6 charts, as an office sets them up. */
export function generatedCrisis({ number, days }: CrisisSize): Crisis {
  const scope = (n: number) => generatedScope(number, n)
  const keyFigure = (key: string, n: number, parts: number[] = []): KeyFigure => ({
    key,
    label: `Key figure ${key}`,
    scope: scope(n),
    parts: parts.map((part) => ({ label: `Part ${part}`, scope: scope(part) })),
  })
  const chart = (
    key: string,
    section: CrisisChart['section'],
    lines: number[],
    { band = false, daily = false } = {},
  ): CrisisChart => ({
    key,
    section,
    subtitle: `Chart ${key}, running total`,
    lines: lines.map((n) => ({ label: `Line ${n}`, scope: scope(n) })),
    band,
    daily,
  })
  const start = new Date(Date.parse(`${lastDay}T00:00:00Z`) - (days - 1) * 86_400_000)
  return {
    id: generatedId('crisis', number, 0),
    slug: `bench-${String(number).padStart(3, '0')}`,
    title: `Generated crisis ${number}`,
    subtitle: 'Made for measuring',
    timeZone: 'Asia/Yerevan',
    startDay: start.toISOString().slice(0, 10),
    endDay: null,
    languages: ['en'],
    cutOff: '24:00',
    policy: { rules: ['resolved', 'range'], preferredSources: [] },
    namingPreference: ['first'],
    disclaimer: 'Generated: nothing here happened.',
    publisher: 'Bench',
    contact: 'bench@example.org',
    reconstruction: false,
    exercise: true,
    fourEyes: true,
    ombudsman: generatedId('source', number, 0),
    groups: [],
    keyFigures: [
      keyFigure('killed', 0, [1, 2]),
      keyFigure('injured', 3, [4]),
      keyFigure('arrived', 5, [6]),
      ...[7, 8, 9, 10, 11, 12, 13, 14, 16].map((n) => keyFigure(`figure-${n}`, n)),
    ],
    charts: [
      chart('killed', 'casualties', [0, 1], { band: true }),
      chart('injured', 'casualties', [3, 4], { band: true }),
      chart('arrived', 'displacement', [5], { daily: true }),
      chart('registered', 'displacement', [8, 17]),
      chart('sheltering', 'displacement', [10]),
      chart('complaints', 'ombudsman', [14, 15]),
    ],
    claimantOrder: Array.from({ length: claimants }, (_, n) => generatedId('source', number, n)),
    publicPlaceLevel: null,
    suppressBelow: null,
    report: reportSettingsSchema.parse({}),
    reliefWeb: reliefWebSettingsSchema.parse({}),
    version: 1,
    phrases: {},
    revision: 1,
  }
}
