import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { events } from '@/db/schema/events'
import { people } from '@/db/schema/people'
import { placeNames, places } from '@/db/schema/places'
import { sourceGrades, sourceNames, sources } from '@/db/schema/sources'
import { groupBy } from '@/domain/collection/group-by'
import type { AdministeredEvent, AdministeredPlace, AdministeredSource } from '@/domain/crisis/administered'

/** Every source a crisis can name (null: those that serve all), by name, with every grade it ever had and the one that waits. */
export async function loadAdministeredSources(db: Queryable, crisisId: string | null): Promise<AdministeredSource[]> {
  const serves =
    crisisId === null
      ? sql`${sources.crisisId} is null`
      : sql`(${sources.crisisId} is null or ${sources.crisisId} = ${crisisId})`
  const [rows, names, grades] = await Promise.all([
    db.select().from(sources).where(serves),
    db
      .select({ source: sourceNames.sourceId, name: sourceNames.name, language: sourceNames.language })
      .from(sourceNames)
      .innerJoin(sources, eq(sources.id, sourceNames.sourceId))
      .where(sql`${serves} and ${sourceNames.knownFrom} is not null and ${sourceNames.knownTo} is null`)
      .orderBy(asc(sourceNames.position)),
    db
      .select({ grade: sourceGrades, author: people.name })
      .from(sourceGrades)
      .innerJoin(sources, eq(sources.id, sourceGrades.sourceId))
      .innerJoin(people, eq(people.id, sourceGrades.authorId))
      .where(serves)
      .orderBy(sql`${sourceGrades.knownFrom} asc nulls last`, asc(sourceGrades.id)),
  ])
  const namesOf = groupBy(names, ({ source }) => source)
  const gradesOf = groupBy(grades, ({ grade }) => grade.sourceId)
  return rows
    .map(({ id, crisisId, kind, party, parentId, version }) => ({
      id,
      isShared: crisisId === null,
      version,
      names: (namesOf.get(id) ?? []).map(({ name, language }) => ({ name, language })),
      kind,
      party,
      parent: parentId,
      gradings: (gradesOf.get(id) ?? []).map(({ grade, author }) => ({
        id: grade.id,
        reliability: grade.reliability,
        reason: grade.reason,
        author,
        knownFrom: grade.knownFrom,
        knownTo: grade.knownTo,
      })),
    }))
    .sort(byFirstName)
}

/** Every place a crisis can name (null: those that serve all), by name. */
export async function loadAdministeredPlaces(db: Queryable, crisisId: string | null): Promise<AdministeredPlace[]> {
  const serves =
    crisisId === null
      ? sql`${places.crisisId} is null`
      : sql`(${places.crisisId} is null or ${places.crisisId} = ${crisisId})`
  const [rows, names] = await Promise.all([
    db.select({ place: places, hasBoundary: sql<boolean>`boundary is not null` }).from(places).where(serves),
    db
      .select({
        place: placeNames.placeId,
        name: placeNames.name,
        language: placeNames.language,
        usedBy: placeNames.usedBy,
      })
      .from(placeNames)
      .innerJoin(places, eq(places.id, placeNames.placeId))
      .where(sql`${serves} and ${placeNames.knownFrom} is not null and ${placeNames.knownTo} is null`)
      .orderBy(asc(placeNames.position)),
  ])
  const namesOf = groupBy(names, ({ place }) => place)
  return rows
    .map(({ place: { id, crisisId, level, parentId, pcode, lat, lon, version }, hasBoundary }) => ({
      id,
      isShared: crisisId === null,
      version,
      names: (namesOf.get(id) ?? []).map(({ name, language, usedBy }) => ({ name, language, usedBy })),
      level,
      parent: parentId,
      pcode,
      point: lat === null || lon === null ? null : { lat, lon },
      hasBoundary,
    }))
    .sort(byFirstName)
}

const byFirstName = (a: { names: { name: string }[]; id: string }, b: { names: { name: string }[]; id: string }) =>
  (a.names[0]?.name ?? a.id) < (b.names[0]?.name ?? b.id) ? -1 : 1

/** Every event of a crisis, oldest first. */
export async function loadAdministeredEvents(db: Queryable, crisisId: string): Promise<AdministeredEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.crisisId, crisisId))
    .orderBy(asc(events.startedAt), asc(events.id))
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    place: row.placeId,
    parent: row.parentId,
    from: { at: row.startedAt, precision: row.startedPrecision },
    to: row.endedAt === null || row.endedPrecision === null ? null : { at: row.endedAt, precision: row.endedPrecision },
  }))
}
