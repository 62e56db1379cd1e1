import { cache } from 'react'
import { AnswerCache } from '@/app/_server/answer-cache'
import { getContext } from '@/app/_server/context'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Instant } from '@/domain/time/instant'
import type { FigureFilter } from '@/domain/viewpoint/figure-filter'
import { type ParsedQuery, parseViewpoint, type QueryValues } from '@/domain/viewpoint/parse-viewpoint'
import { localizeCrisis } from '@/domain/wording/localize'
import { type Context, inCrisis } from '@/services/context'
import { readCrisis, readIndicators, readRevisions } from '@/services/read-crises'
import { readVocabulary } from '@/services/read-vocabulary'

/** A crisis as it stands at this request: `revision` tells it from every earlier and later state, with all that spans crises. */
export interface CrisisAtRevision {
  ctx: Context
  crisis: Crisis
  revision: string
}

const crises = new AnswerCache<Crisis>(500)

/** The crisis with this slug, looked up once per request and read anew only where it has changed. @throws ServiceError `not-found` or `unavailable` */
export const findCrisis = cache(async (slug: string): Promise<CrisisAtRevision> => {
  const ctx = await getContext()
  const at = await readRevisions({ ctx, slug })
  const read = async () => localizeCrisis(await readCrisis({ ctx, slug }), ctx.locale)
  const key = JSON.stringify([slug, at?.crisis, at?.ledger, ctx.audience, ctx.locale])
  const crisis = at ? await crises.getOrMake(key, read) : await read()
  return { ctx: inCrisis(ctx, crisis.id), crisis, revision: `${crisis.revision}.${at?.ledger}` }
})

/** Names for a filter bar, and the codelist. */
export interface FilterOptions extends Awaited<ReturnType<typeof readVocabulary>> {
  codelist: Indicator[]
}

const optionCache = new AnswerCache<FilterOptions>(100)

/** What a reader can filter the crisis by. */
export async function loadFilterOptions({ ctx, crisis, revision }: CrisisAtRevision): Promise<FilterOptions> {
  const now = ctx.now().toISOString()
  const viewpoint = { asOf: now, knownAt: now, audience: ctx.audience, locale: ctx.locale }
  const key = JSON.stringify([crisis.slug, revision, ctx.audience, ctx.locale, hourOf(now)])
  return await optionCache.getOrMake(key, async () => {
    const [vocabulary, codelist] = await Promise.all([
      readVocabulary({ ctx, crisis, viewpoint }),
      readIndicators({ ctx }),
    ])
    return { ...vocabulary, codelist }
  })
}

/** What a viewpoint takes from the reader. */
export function readerOf({ now, audience, locale }: Context) {
  return { now: now().toISOString(), audience, locale }
}

/** Viewpoint and filter of a query on the crisis; impossible values are left out and named in `problems`. */
export async function parseCrisisQuery(found: CrisisAtRevision, query: QueryValues): Promise<ParsedQuery> {
  const { ctx, crisis } = found
  // Made anew with every revision, so only for a query that names something of it.
  const options = namesVocabulary(query) ? await loadFilterOptions(found) : null
  const idsOf = (named: readonly { id: string }[] = []) => named.map(({ id }) => id)
  const vocabulary = {
    timeZone: crisis.timeZone,
    indicators: options?.codelist.map(({ key }) => key) ?? [],
    groups: crisis.groups.map(({ slug }) => slug),
    places: idsOf(options?.places),
    events: idsOf(options?.events),
    claimants: idsOf(options?.claimants),
  }
  return parseViewpoint(query, vocabulary, readerOf(ctx))
}

const namesVocabulary = (query: QueryValues) =>
  (['indicator', 'place', 'event', 'claimant'] as const).some((name) => query[name]?.some((value) => value !== ''))

/**
 * The part of a cache key that stands for a viewpoint and filter. A clock the reader left to us stands for its hour, and so does one set to
 * a moment to come.
 */
export function keyOfQuery({ viewpoint, filter, defaulted }: ParsedQuery, now: Instant): string {
  const clock = (instant: Instant, isDefault: boolean) => (isDefault ? 'now' : instant)
  const isOpen = defaulted.asOf || defaulted.knownAt || viewpoint.asOf > now || viewpoint.knownAt > now
  return JSON.stringify([
    clock(viewpoint.asOf, defaulted.asOf),
    clock(viewpoint.knownAt, defaulted.knownAt),
    isOpen ? hourOf(now) : null,
    viewpoint.audience,
    viewpoint.locale,
    asSets(filter),
  ])
}

/** A filter with its lists in one order: which of their values came first says nothing. */
const asSets = (filter: FigureFilter) =>
  Object.entries(filter).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value])

/** The hour an instant lies in. */
export const hourOf = (instant: Instant) => instant.slice(0, 13)
