import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { crises } from '@/db/schema/crises'
import { events } from '@/db/schema/events'
import { figures } from '@/db/schema/figures'
import { indicators } from '@/db/schema/indicators'
import { placeNames, places } from '@/db/schema/places'
import { scopes } from '@/db/schema/scopes'
import { sourceNames, sources } from '@/db/schema/sources'
import { groupBy } from '@/domain/collection/group-by'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Indicator } from '@/domain/indicator/indicator'
import type { KnownPlace } from '@/domain/place/place-import'

/*
 * What administrators set up and change: rows of which each carries a version. The database raises it with every change of the row; where only
 * names change, who changes them raises it.
 */

type CrisisRow = typeof crises.$inferSelect
export type SourceRow = typeof sources.$inferSelect
export type PlaceRow = typeof places.$inferSelect
export type EventRow = typeof events.$inferSelect
export type IndicatorRow = typeof indicators.$inferSelect

/** The crisis with that id, locked until the transaction ends. */
export async function lockCrisisRow(tx: Transaction, id: string): Promise<CrisisRow | undefined> {
  const [row] = await tx.select().from(crises).where(eq(crises.id, id)).for('no key update')
  return row
}

/** Changes settings; answers the version from then on. */
export async function updateCrisis(
  tx: Transaction,
  id: string,
  change: Partial<Omit<Crisis, 'id' | 'slug' | 'version' | 'revision'>>,
): Promise<number> {
  const [row] = await tx.update(crises).set(change).where(eq(crises.id, id)).returning({ version: crises.version })
  return row?.version ?? 0
}

/** Which of the groups figures of the crisis use. */
export async function readGroupsInUse(db: Queryable, crisisId: string): Promise<string[]> {
  const group = sql<string>`${scopes.population}->>'group'`
  const rows = await db
    .selectDistinct({ group })
    .from(scopes)
    .where(sql`${scopes.crisisId} = ${crisisId} and ${group} is not null`)
  return rows.map((row) => row.group)
}

/** Whether any figure was ever entered in the crisis. */
export async function hasFigures(db: Queryable, crisisId: string): Promise<boolean> {
  const rows = await db.select({ id: figures.id }).from(figures).where(eq(figures.crisisId, crisisId)).limit(1)
  return rows.length > 0
}

const grounds = { source: sources, place: places, event: events } as const
export type Ground = keyof typeof grounds

/** Which of the ids are of sources, places or events that serve the crisis (null: every crisis): its own, and those of all. */
export async function readServing(
  db: Queryable,
  ground: Ground,
  crisisId: string | null,
  ids: readonly string[],
): Promise<Set<string>> {
  const table = grounds[ground]
  const serves =
    crisisId === null
      ? sql`${table.crisisId} is null`
      : sql`(${table.crisisId} is null or ${table.crisisId} = ${crisisId})`
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(sql`${table.id} = any(${textArray(ids)}) and ${serves}`)
  return new Set(rows.map(({ id }) => id))
}

/** The crisis that a source, place or event was entered for, null where it serves all; undefined where there is none with that id. */
export async function readCrisisIdOf(db: Queryable, ground: Ground, id: string): Promise<string | null | undefined> {
  const table = grounds[ground]
  const [row] = await db.select({ crisisId: table.crisisId }).from(table).where(eq(table.id, id))
  return row?.crisisId
}

/** A source with its names, locked until the transaction ends. */
export async function lockSource(tx: Transaction, id: string) {
  const [row] = await tx.select().from(sources).where(eq(sources.id, id)).for('no key update')
  if (!row) return undefined
  const names = await tx
    .select({ name: sourceNames.name, language: sourceNames.language })
    .from(sourceNames)
    .where(and(eq(sourceNames.sourceId, id), isNotNull(sourceNames.knownFrom), isNull(sourceNames.knownTo)))
    .orderBy(asc(sourceNames.position))
  return { ...row, names }
}

/** Changes a source and raises its version, which is answered. */
export async function updateSource(
  tx: Transaction,
  id: string,
  change: Partial<Pick<SourceRow, 'kind' | 'parentId' | 'party'>>,
): Promise<number> {
  const [row] = await tx
    .update(sources)
    .set({ ...change, version: sql`${sources.version} + 1` })
    .where(eq(sources.id, id))
    .returning({ version: sources.version })
  return row?.version ?? 0
}

/** A place with its names, locked until the transaction ends. */
export async function lockPlace(tx: Transaction, id: string) {
  const [row] = await tx.select().from(places).where(eq(places.id, id)).for('no key update')
  if (!row) return undefined
  const names = await tx
    .select({ name: placeNames.name, language: placeNames.language, usedBy: placeNames.usedBy })
    .from(placeNames)
    .where(and(eq(placeNames.placeId, id), isNotNull(placeNames.knownFrom), isNull(placeNames.knownTo)))
    .orderBy(asc(placeNames.position))
  return { ...row, names }
}

/** Changes a place and raises its version, which is answered. */
export async function updatePlace(
  tx: Transaction,
  id: string,
  change: Partial<Pick<PlaceRow, 'level' | 'parentId' | 'pcode' | 'lat' | 'lon' | 'boundary'>>,
): Promise<number> {
  const [row] = await tx
    .update(places)
    .set({ ...change, version: sql`${places.version} + 1` })
    .where(eq(places.id, id))
    .returning({ version: places.version })
  return row?.version ?? 0
}

/** What lies in, belongs to or is part of it, itself included: none of them can be its parent. */
export async function readWithin(db: Queryable, ground: Ground, id: string): Promise<Set<string>> {
  const table = grounds[ground]
  const rows = await db.execute<{ id: string }>(sql`
    with recursive within(id) as (
      select ${id}::text union select ${table.id} from ${table} join within on ${table.parentId} = within.id
    ) select id from within`)
  return new Set([...rows].map((row) => row.id))
}

/** An event of the crisis, locked until the transaction ends. */
export async function lockEvent(tx: Transaction, crisisId: string, id: string): Promise<EventRow | undefined> {
  const [row] = await tx
    .select()
    .from(events)
    .where(and(eq(events.id, id), eq(events.crisisId, crisisId)))
    .for('no key update')
  return row
}

/** Changes an event; answers its version from then on. */
export async function updateEvent(tx: Transaction, id: string, change: Partial<EventRow>): Promise<number> {
  const [row] = await tx.update(events).set(change).where(eq(events.id, id)).returning({ version: events.version })
  return row?.version ?? 0
}

/** The codelist with versions, and whether figures use each row. */
export async function readCodelist(db: Queryable): Promise<(Indicator & { version: number; isUsed: boolean })[]> {
  const isUsed = sql<boolean>`exists (select from scopes where scopes.indicator = indicators.key)`
  const rows = await db.select({ row: indicators, isUsed }).from(indicators).orderBy(asc(indicators.position))
  return rows.map(({ row: { position: _, ...indicator }, isUsed }) => ({ ...indicator, isUsed }))
}

/** A row of the codelist, locked until the transaction ends. */
export async function lockIndicator(tx: Transaction, key: string): Promise<IndicatorRow | undefined> {
  const [row] = await tx.select().from(indicators).where(eq(indicators.key, key)).for('no key update')
  return row
}

/** Changes a row of the codelist; answers its version from then on. */
export async function updateIndicator(tx: Transaction, key: string, change: Partial<IndicatorRow>): Promise<number> {
  const [row] = await tx
    .update(indicators)
    .set(change)
    .where(eq(indicators.key, key))
    .returning({ version: indicators.version })
  return row?.version ?? 0
}

/** Adds a row at the end of the codelist. */
export async function insertIndicator(tx: Transaction, indicator: Indicator): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from ${indicators})`
  await tx.insert(indicators).values({ ...indicator, position })
}

/** The gazetteer as an import meets it: places of the crisis and of all, with the names they have now. */
export async function loadGazetteer(db: Queryable, crisisId: string): Promise<KnownPlace[]> {
  const serves = sql`(${places.crisisId} is null or ${places.crisisId} = ${crisisId})`
  const [rows, names] = await Promise.all([
    db.select().from(places).where(serves),
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
  return rows.map(({ id, crisisId, level, parentId, pcode, lat, lon }) => ({
    id,
    crisis: crisisId,
    level,
    parent: parentId,
    pcode,
    point: lat === null || lon === null ? null : { lat, lon },
    names: (namesOf.get(id) ?? []).map(({ name, language, usedBy }) => ({ name, language, usedBy })),
  }))
}
