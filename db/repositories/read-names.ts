import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isKnown, textArray } from '@/db/repositories/read-visibility'
import { events } from '@/db/schema/events'
import { placeNames, places } from '@/db/schema/places'
import { sourceGrades, sourceNames, sources } from '@/db/schema/sources'
import { groupBy } from '@/domain/collection/group-by'
import type { Claimant } from '@/domain/figure/figure'
import { labelPlace } from '@/domain/place/label-place'
import type { ListedPlace } from '@/domain/place/listed-place'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** A name as the ledger keeps it, with whether it was known at the viewpoint. */
interface KnownName {
  name: string
  language: string
  known: boolean
}

/** Names known at the viewpoint; all of them where none was yet, since nothing is ever shown without a name. */
function knownNames<Name extends KnownName>(names: Name[]): Name[] {
  const known = names.filter(({ known }) => known)
  return known.length > 0 ? known : names
}

/** A source with what lists of sources tell of it. */
type NamedSource = Claimant & {
  parentId: string | null
  names: { name: string; language: string }[]
  version: number
}

/** Sources by id, named and graded as known at the viewpoint. No grade known: F, cannot be judged. */
export async function loadSources(
  db: Queryable,
  ids: Iterable<string>,
  viewpoint: Viewpoint,
): Promise<Map<string, NamedSource>> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return new Map()
  // One look-up with all that belongs to a source: sources are few, and asked for by everything that is read.
  const rows = await db.execute<SourceRow>(sql`
    select ${sources.id}, ${sources.kind}, ${sources.party}, ${sources.parentId} as parent, ${sources.version},
      (select coalesce(json_agg(json_build_object('name', ${sourceNames.name}, 'language', ${sourceNames.language},
          'known', ${isKnown(sourceNames, viewpoint)}) order by ${sourceNames.position}, ${sourceNames.knownFrom}), '[]')
        from ${sourceNames} where ${sourceNames.sourceId} = ${sources.id} and ${sourceNames.knownFrom} is not null) as names,
      (select ${sourceGrades.reliability} from ${sourceGrades}
        where ${sourceGrades.sourceId} = ${sources.id} and ${isKnown(sourceGrades, viewpoint)}
        order by ${sourceGrades.knownFrom} desc limit 1) as grade
    from ${sources} where ${sources.id} = any(${textArray(wanted)})`)
  return new Map(
    [...rows].map(({ id, kind, party, parent, version, names, grade }) => {
      const own = knownNames(names)
      const inLanguage = viewpoint.locale === 'en' ? own[0] : own.find(({ language }) => language === viewpoint.locale)
      const name = (inLanguage ?? own[0])?.name ?? id
      const all = own.map(({ name, language }) => ({ name, language }))
      return [id, { id, name, kind, party, reliability: grade ?? 'F', parentId: parent, names: all, version }]
    }),
  )
}

type SourceRow = Pick<Claimant, 'id' | 'kind' | 'party'> & {
  parent: string | null
  version: number
  names: KnownName[]
  grade: Claimant['reliability'] | null
}

/** Places by id, named as known at the viewpoint and labelled by the crisis's naming preference. */
export async function loadPlaces(
  db: Queryable,
  ids: Iterable<string>,
  viewpoint: Viewpoint,
  namingPreference: readonly string[],
): Promise<Map<string, ListedPlace>> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return new Map()
  const rows = await db
    .select({
      id: places.id,
      level: places.level,
      parent: places.parentId,
      pcode: places.pcode,
      lat: places.lat,
      lon: places.lon,
      version: places.version,
      name: placeNames.name,
      language: placeNames.language,
      usedBy: placeNames.usedBy,
      known: sql<boolean>`coalesce(${isKnown(placeNames, viewpoint)}, false)`,
    })
    .from(places)
    .leftJoin(placeNames, eq(placeNames.placeId, places.id))
    .where(sql`${places.id} = any(${textArray(wanted)})`)
    .orderBy(asc(placeNames.position), asc(placeNames.knownFrom))
  const byPlace = groupBy(rows, ({ id }) => id)
  return new Map(
    [...byPlace].flatMap(([id, [first, ...others]]) => {
      if (!first) return []
      const { level, parent, pcode, lat, lon, version } = first
      const written = [first, ...others].flatMap(({ name, language, usedBy, known }) =>
        name === null || language === null || usedBy === null ? [] : [{ name, language, usedBy, known }],
      )
      const names = knownNames(written).map(({ name, language, usedBy }) => ({ name, language, usedBy }))
      const name = labelPlace(names, namingPreference, viewpoint.locale) || (pcode ?? id)
      const point = lat === null || lon === null ? null : { lat, lon }
      return [[id, { id, name, names, level, parent, pcode, point, version }] as const]
    }),
  )
}

/** Titles of events by id. */
export async function loadEventTitles(db: Queryable, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return new Map()
  const rows = await db
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(sql`${events.id} = any(${textArray(wanted)})`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Places with all places below them; those of the `withheld` levels cannot be asked for. */
export async function loadPlacesWithin(
  db: Queryable,
  ids: Iterable<string>,
  withheld: readonly ListedPlace['level'][],
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive within(id) as (
      select id from ${places} where id = any(${textArray(ids)}) and level <> all(${textArray(withheld)})
      union
      select ${places.id} from ${places} join within on ${places.parentId} = within.id
    )
    select id from within`)
  return [...rows].map(({ id }) => id)
}

/** Events with all events that are their parts. */
export async function loadEventsWithin(db: Queryable, ids: Iterable<string>): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive within(id) as (
      select id from ${events} where id = any(${textArray(ids)})
      union
      select ${events.id} from ${events} join within on ${events.parentId} = within.id
    )
    select id from within`)
  return [...rows].map(({ id }) => id)
}
