import { type AnyColumn, desc, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadFigures } from '@/db/repositories/read-figures'
import { type CrisisReading, isWaiting } from '@/db/repositories/read-visibility'
import { documents } from '@/db/schema/documents'
import { events } from '@/db/schema/events'
import { figureVersions } from '@/db/schema/figures'
import { placeNames, places } from '@/db/schema/places'
import { sourceNames, sources } from '@/db/schema/sources'
import type { Figure } from '@/domain/figure/figure'

/** Letters that are no letter with a mark, beside what people type for them. */
const apart = { from: 'ıəłøđŧħ', to: 'ielodth' }

/** A text as it is compared: small letters, without accents and other marks. */
const folded = (text: unknown): SQL =>
  sql`translate(regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g'), ${apart.from}::text, ${apart.to}::text)`

/** Whether a text holds all words that were typed, each anywhere, whatever its case and accents. */
export function holdsWords(text: unknown, typed: string): SQL {
  const words = typed.trim().split(/\s+/u).filter(Boolean).slice(0, 12)
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return sql.join(
    [sql`true`, ...patterns.map((pattern) => sql`${folded(text)} like ${folded(sql`${pattern}::text`)}`)],
    sql` and `,
  )
}

/** First what begins with the words typed, then the shorter: "Goris" before "Gorisi". */
const nearness = (name: unknown, typed: string): SQL =>
  sql`(case when ${folded(name)} like ${folded(sql`${`${typed.trim().replace(/[\\%_]/g, '\\$&')}%`}::text`)} then 0 else 1000 end + length(${name}))`

const serves = (crisisColumn: AnyColumn, crisisId: string): SQL =>
  sql`(${crisisColumn} is null or ${crisisColumn} = ${crisisId})`

interface Search {
  crisisId: string
  typed: string
  limit: number
}

/** Ids of the sources that serve the crisis and go by a name that holds the words; without words those it uses most. */
export async function findSourceIds(db: Queryable, { crisisId, typed, limit }: Search): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select ${sources.id} as id from ${sources} join ${sourceNames} on ${sourceNames.sourceId} = ${sources.id}
    where ${serves(sources.crisisId, crisisId)} and ${sourceNames.knownTo} is null and ${holdsWords(sourceNames.name, typed)}
    group by ${sources.id}
    order by ${
      typed.trim() === ''
        ? sql`(select count(*) from figures where figures.claimant_id = ${sources.id} and figures.crisis_id = ${crisisId}) desc`
        : sql`min(${nearness(sourceNames.name, typed)})`
    }, ${sources.id}
    limit ${limit}`)
  return [...rows].map(({ id }) => id)
}

/** Ids of the places that serve the crisis and go by a name, or have the P-code, that holds the words. */
export async function findPlaceIds(db: Queryable, { crisisId, typed, limit }: Search): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select ${places.id} as id from ${places} join ${placeNames} on ${placeNames.placeId} = ${places.id}
    where ${serves(places.crisisId, crisisId)} and ${placeNames.knownTo} is null
      and (${holdsWords(placeNames.name, typed)} or lower(${places.pcode}) = ${typed.trim().toLowerCase()})
    group by ${places.id}
    order by min(${nearness(placeNames.name, typed)}), ${places.id}
    limit ${limit}`)
  return [...rows].map(({ id }) => id)
}

/** Ids of the crisis's events whose title holds the words, the latest first where nothing is typed. */
export async function findEventIds(db: Queryable, { crisisId, typed, limit }: Search): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select ${events.id} as id from ${events}
    where ${events.crisisId} = ${crisisId} and ${holdsWords(events.title, typed)}
    order by ${typed.trim() === '' ? sql`${events.startedAt} desc` : nearness(events.title, typed)}, ${events.id}
    limit ${limit}`)
  return [...rows].map(({ id }) => id)
}

/** Documents whose title holds the words, or whose address or SHA-256 is what was typed. */
export function isFoundDocument(typed: string): SQL {
  const exact = typed.trim()
  return sql`(${documents.url} = ${exact} or ${documents.sha256} = ${exact.toLowerCase()} or (${holdsWords(documents.title, typed)}))`
}

/** Figures that stand or wait, whose quotes, claimant or indicator hold the words, newest as-of first. */
export async function findFigures(
  db: Queryable,
  reading: CrisisReading,
  { typed, limit }: Pick<Search, 'typed' | 'limit'>,
): Promise<Figure[]> {
  const order = [desc(figureVersions.asOfEnd), desc(figureVersions.figureId)]
  const { figures } = await loadFigures(db, reading, {
    where: isFoundFigure(reading.crisis.id, typed),
    order,
    limit,
    isForDesk: true,
  })
  return figures
}

function isFoundFigure(crisisId: string, typed: string): SQL {
  const { figureId, version, claimantId, scopeId } = figureVersions
  const text = sql`concat_ws(' ',
    (select string_agg(quote, ' ') from citations where citations.figure_id = ${figureId} and citations.version = ${version}),
    (select string_agg(name, ' ') from source_names where source_names.source_id = ${claimantId}),
    (select (indicators.labels->>'en') || ' ' || indicators.key from scopes join indicators on indicators.key = scopes.indicator where scopes.id = ${scopeId}),
    ${figureVersions.words}, ${figureVersions.low}::text, ${figureVersions.high}::text)`
  return sql`(${figureVersions.crisisId} = ${crisisId} and ${isStandingOrWaiting()} and ${holdsWords(text, typed)})`
}

/** What an entry may refer to: a version that stands, or a first one that waits. */
export function isStandingOrWaiting(): SQL {
  return sql`((${figureVersions.knownFrom} is not null and ${figureVersions.knownTo} is null) or ${isWaiting()})`
}
