import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadFigures } from '@/db/repositories/read-figures'
import { loadEventTitles, loadPlaces, loadSources } from '@/db/repositories/read-names'
import { isKnown, isWaiting, textArray } from '@/db/repositories/read-visibility'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import { documents } from '@/db/schema/documents'
import { events } from '@/db/schema/events'
import { figures, figureVersions } from '@/db/schema/figures'
import { places } from '@/db/schema/places'
import { scopes } from '@/db/schema/scopes'
import { sources } from '@/db/schema/sources'
import type { Citation, Figure } from '@/domain/figure/figure'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** Everything that is known by now: what a person who enters has to be checked against. */
export const everything: Viewpoint = {
  asOf: '2199-12-31T00:00:00.000Z',
  knownAt: '2199-12-31T00:00:00.000Z',
  audience: 'internal',
  locale: 'en',
}

/** The documents of a crisis by id, as a citation holds them, with their archived text. */
export async function readCitable(
  db: Queryable,
  crisisId: string,
  ids: readonly string[],
): Promise<Map<string, { cited: Citation['document']; text: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(documents)
    .where(and(eq(documents.crisisId, crisisId), inArray(documents.id, [...ids])))
  const publishers = await loadSources(
    db,
    rows.map(({ publisherId }) => publisherId),
    everything,
  )
  return new Map(
    rows.map(({ id, title, url, publisherId, publishedAt, publishedPrecision, language, text }) => {
      const publisher = { id: publisherId, name: publishers.get(publisherId)?.name ?? publisherId }
      return [id, { cited: { id, title, url, publisher, publishedAt, publishedPrecision, language }, text }]
    }),
  )
}

/** Names and claimants for an entry: only what exists, of events only this crisis's, and of sources only those that serve it. */
export async function readNamed(
  db: Queryable,
  crisis: CrisisForWriting,
  wanted: { sources: string[]; places: string[]; events: string[] },
) {
  const own = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.crisisId, crisis.id), sql`${events.id} = any(${textArray(wanted.events)})`))
  const serving = await db
    .select({ id: sources.id })
    .from(sources)
    .where(
      sql`${sources.id} = any(${textArray(wanted.sources)}) and (${sources.crisisId} is null or ${sources.crisisId} = ${crisis.id})`,
    )
  return {
    sources: await loadSources(
      db,
      serving.map(({ id }) => id),
      everything,
    ),
    places: await loadPlaces(db, wanted.places, everything, crisis.namingPreference),
    events: await loadEventTitles(
      db,
      own.map(({ id }) => id),
    ),
  }
}

/** The figures an entry is checked against, known or waiting: those of its scopes and statements, its wholes, and their parts. */
export async function readCheckGround(
  db: Queryable,
  crisis: CrisisForWriting,
  { scopeKeys, figureIds, statementIds }: { scopeKeys: string[]; figureIds: string[]; statementIds: string[] },
): Promise<Figure[]> {
  const ids = textArray(figureIds)
  const ofScopes = sql`${figureVersions.scopeId} in (select ${scopes.id} from ${scopes}
    where ${scopes.crisisId} = ${crisis.id} and ${scopes.key} = any(${textArray(scopeKeys)}))`
  // Found by what relates them, each by its own index: a condition on the versions themselves would walk through the whole crisis.
  const related = sql`(
    select ${figureVersions.figureId} from ${figureVersions} where ${ofScopes} and ${figureVersions.knownFrom} is not null
    union select ${figureVersions.figureId} from ${figureVersions}
      where ${figureVersions.crisisId} = ${crisis.id} and ${figureVersions.knownFrom} is null and ${ofScopes}
    union select unnest(${ids})
    union select ${figureVersions.figureId} from ${figureVersions} where ${figureVersions.partOf} = any(${ids})
    union select ${figures.id} from ${figures} where ${figures.statementId} = any(${textArray(statementIds)})
  )`
  const where = sql`${figureVersions.figureId} in ${related} and ${figureVersions.crisisId} = ${crisis.id}
    and (${isKnown(figureVersions, everything)} or ${isWaiting()})`
  const loaded = await loadFigures(db, { crisis, viewpoint: everything }, { where, isForDesk: true })
  return loaded.figures
}

/** Ids of the places that belong to the crisis or to all. */
export async function readPlaceIds(db: Queryable, crisisId: string): Promise<string[]> {
  const rows = await db
    .select({ id: places.id })
    .from(places)
    .where(sql`${places.crisisId} is null or ${places.crisisId} = ${crisisId}`)
  return rows.map(({ id }) => id)
}

/** What stays the same of a figure; undefined where the crisis has none with that id. */
export async function readFigureIdentity(db: Queryable, crisisId: string, id: string) {
  const [row] = await db
    .select()
    .from(figures)
    .where(and(eq(figures.id, id), eq(figures.crisisId, crisisId)))
  return row
}

/** Whether a source with that id exists and serves the crisis or all. */
export async function isSourceOf(db: Queryable, crisisId: string | null, id: string): Promise<boolean> {
  const [row] = await db.select({ crisisId: sources.crisisId }).from(sources).where(eq(sources.id, id))
  return row !== undefined && (row.crisisId === null || crisisId === null || row.crisisId === crisisId)
}

/** Whether the crisis has all these figures. */
export async function areFiguresOf(db: Queryable, crisisId: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const wanted = [...new Set(ids)]
  const rows = await db
    .select({ id: figures.id })
    .from(figures)
    .where(and(eq(figures.crisisId, crisisId), inArray(figures.id, wanted)))
  return rows.length === wanted.length
}

/** Whether a version of a figure is a part of one that is not known now. */
export async function hasUnknownWhole(
  db: Queryable,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const [row] =
    await db.execute(sql`select 1 from figure_versions as part where part.figure_id = ${id} and part.version = ${version}
    and part.part_of is not null and not exists (select from figure_versions as whole
      where whole.figure_id = part.part_of and whole.known_from is not null and whole.known_to is null)`)
  return row !== undefined
}

/** Whether the figure a dispute is about is known now. */
export async function isFigureOfDisputeKnown(db: Queryable, dispute: string): Promise<boolean> {
  const [row] =
    await db.execute(sql`select 1 from disputes join figure_versions as version on version.figure_id = disputes.figure_id
    where disputes.id = ${dispute} and version.known_from is not null and version.known_to is null`)
  return row !== undefined
}
