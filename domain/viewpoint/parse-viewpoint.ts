import { basisKinds } from '@/domain/figure/figure'
import { populationFacets } from '@/domain/population/population'
import { type Day, daySchema, type Instant, instantSchema } from '@/domain/time/instant'
import { endOfDay, startOfDay } from '@/domain/time/local-time'
import { type FigureFilter, noFilter } from '@/domain/viewpoint/figure-filter'
import type { Audience, Locale, Viewpoint } from '@/domain/viewpoint/viewpoint'

/** What a query may ask of one crisis: its zone, and the codes and ids its ledger knows. */
export interface QueryVocabulary {
  timeZone: string
  indicators: readonly string[]
  groups: readonly string[]
  places: readonly string[]
  events: readonly string[]
  claimants: readonly string[]
}

/** One thing wrong with a query. `pointer` names the parameter: `/asOf`. */
export interface QueryProblem {
  pointer: string
  message: string
}

/** A query as a viewpoint and a filter. What was impossible is left out of both and named in `problems`. */
export interface ParsedQuery {
  viewpoint: Viewpoint
  filter: FigureFilter
  /** Whether the reader left the clock to us. */
  defaulted: { asOf: boolean; knownAt: boolean }
  problems: QueryProblem[]
}

/** Query parameters by name; one that is repeated has several values. */
export type QueryValues = Readonly<Record<string, readonly string[]>>

/** The names of all parameters that `parseViewpoint` reads. */
export const viewpointParameters = ['asOf', 'knownAt'] as const
export const filterParameters = Object.keys(noFilter) as (keyof FigureFilter)[]

/**
 * Reads viewpoint and filter from query parameters. `asOf` and `knownAt` are a day, which means its end in the crisis's zone, or an instant
 * with its offset; left out they are `now`. Never throws: an impossible value becomes a problem with its pointer.
 */
export function parseViewpoint(
  query: QueryValues,
  vocabulary: QueryVocabulary,
  reader: { now: Instant; audience: Audience; locale: Locale },
): ParsedQuery {
  const problems: QueryProblem[] = []
  const readInstant = (name: string, edge: typeof endOfDay): Instant | null => {
    const values = (query[name] ?? []).filter((value) => value !== '')
    if (values.length > 1) {
      problems.push({ pointer: `/${name}`, message: `"${name}" is given ${values.length} times; give it once.` })
      return null
    }
    const [value] = values
    if (value === undefined) return null
    const result = parseTime(value, vocabulary.timeZone, edge)
    if (result.instant === null) problems.push({ pointer: `/${name}`, message: result.message })
    return result.instant
  }
  const readCodes = (name: string, known: readonly string[], what: string): string[] => {
    const values = [...new Set((query[name] ?? []).filter((value) => value !== ''))]
    for (const value of values.filter((value) => !known.includes(value))) {
      problems.push({ pointer: `/${name}`, message: describeUnknown(value, known, what) })
    }
    return values.filter((value) => known.includes(value))
  }

  const asOf = readInstant('asOf', endOfDay)
  const knownAt = readInstant('knownAt', endOfDay)
  const from = readInstant('from', startOfDay)
  const to = readInstant('to', endOfDay)
  // The end of a day is the start of the next: from a day to the one before is told by the days themselves.
  const areDaysReversed = isDay(query.from?.[0]) && isDay(query.to?.[0]) && `${query.from?.[0]}` > `${query.to?.[0]}`
  const isReversed = from !== null && to !== null && (from > to || areDaysReversed)
  if (isReversed) {
    problems.push({ pointer: '/from', message: '"from" lies after "to": swap them, or leave one out.' })
  }
  const bases = readCodes('basis', basisKinds, 'a kind of basis')
  return {
    viewpoint: {
      asOf: asOf ?? reader.now,
      knownAt: knownAt ?? reader.now,
      audience: reader.audience,
      locale: reader.locale,
    },
    filter: {
      indicator: readCodes('indicator', vocabulary.indicators, 'an indicator'),
      status: readCodes('status', populationFacets.status, 'a status'),
      age: readCodes('age', populationFacets.age, 'an age'),
      sex: readCodes('sex', populationFacets.sex, 'a sex'),
      role: readCodes('role', populationFacets.role, 'a role'),
      group: readCodes('group', vocabulary.groups, 'a group of this crisis'),
      place: readCodes('place', vocabulary.places, 'a place of this crisis'),
      event: readCodes('event', vocabulary.events, 'an event of this crisis'),
      claimant: readCodes('claimant', vocabulary.claimants, 'a claimant of this crisis'),
      basis: basisKinds.filter((kind) => bases.includes(kind)),
      ...(isReversed ? { from: null, to: null } : { from, to }),
    },
    defaulted: { asOf: asOf === null, knownAt: knownAt === null },
    problems,
  }
}

const isDay = (text: string | undefined) => daySchema.safeParse(text).success

/** A day at the edge that is meant (`startOfDay` or `endOfDay`), or an instant; else the sentence that says what is wrong. */
export function parseTime(
  text: string,
  timeZone: string,
  edge: (day: Day, zone: string) => Instant,
): { instant: Instant } | { instant: null; message: string } {
  const looksLikeDay = !text.includes('T')
  const parsed = (looksLikeDay ? daySchema : instantSchema).safeParse(text)
  if (parsed.success) return { instant: looksLikeDay ? edge(parsed.data, timeZone) : parsed.data }
  const reason = parsed.error.issues[0]?.message ?? 'Give a day or an instant.'
  return { instant: null, message: `"${text.slice(0, 40)}" is not a time. ${reason}` }
}

/** Names what is unknown, with what would be known where the list is short enough to read. */
function describeUnknown(value: string, known: readonly string[], what: string): string {
  const choice = known.length > 0 && known.join(', ').length <= 700 ? ` Known are: ${known.join(', ')}.` : ''
  return `"${value.slice(0, 80)}" is not ${what}.${choice}`
}
