import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { mayBeSeen } from '@/db/repositories/figure-visibility'
import { loadShownPlaces, type ShownPlace } from '@/db/repositories/read-shown-places'
import { type CrisisReading, isKnown } from '@/db/repositories/read-visibility'
import { figureVersions } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import { resolutions } from '@/db/schema/resolutions'
import { scopes } from '@/db/schema/scopes'
import { sourceIndependences } from '@/db/schema/sources'
import { scopeKey } from '@/domain/figure/scope'
import type { Independence, RecordedIndependence, Resolution } from '@/domain/reconciliation/headline'

/** Editors' decisions known at the viewpoint, on figures the reader may see. */
export async function loadResolutions(db: Queryable, reading: CrisisReading): Promise<Resolution[]> {
  const rows = await db
    .select({
      id: resolutions.id,
      scope: scopes,
      figure: resolutions.figureId,
      statement: resolutions.statementId,
      rule: resolutions.rule,
      reason: resolutions.reason,
      by: people.name,
      knownFrom: resolutions.knownFrom,
    })
    .from(resolutions)
    .innerJoin(scopes, eq(scopes.id, resolutions.scopeId))
    .innerJoin(people, eq(people.id, resolutions.authorId))
    .where(
      sql`${resolutions.crisisId} = ${reading.crisis.id} and ${isKnown(resolutions, reading.viewpoint)} and exists (
        select 1 from ${figureVersions} where ${figureVersions.figureId} = ${resolutions.figureId} and ${mayBeSeen(reading)} and ${isKnown(figureVersions, reading.viewpoint)})`,
    )
    .orderBy(asc(resolutions.knownFrom), asc(resolutions.id))
  const places = await loadShownPlaces(
    db,
    rows.flatMap(({ scope }) => scope.places.map(({ id }) => id)),
    reading,
  )
  return rows.map(({ scope, reason, knownFrom, ...row }) => ({
    ...row,
    scopeKey: keyOf(scope, places),
    reason: reason ?? '',
    knownFrom: knownFrom ?? '',
  }))
}

/** The key of a stored scope with its places as the reader is shown them. */
function keyOf(scope: typeof scopes.$inferSelect, places: ReadonlyMap<string, ShownPlace>): string {
  return scopeKey({
    ...scope,
    places: scope.places.map(({ role, id }) => ({ role, ...(places.get(id) ?? { id, name: id }) })),
    events: scope.events.map((id) => ({ id, title: id })),
  })
}

/** Pairs of sources recorded as independent of each other, as known at the viewpoint. */
export async function loadIndependences(db: Queryable, { crisis, viewpoint }: CrisisReading): Promise<Independence[]> {
  const rows = await db
    .select({ a: sourceIndependences.a, b: sourceIndependences.b, reason: sourceIndependences.reason })
    .from(sourceIndependences)
    .where(
      sql`(${sourceIndependences.crisisId} is null or ${sourceIndependences.crisisId} = ${crisis.id}) and ${isKnown(sourceIndependences, viewpoint)}`,
    )
  return rows.map(({ reason, ...pair }) => ({ ...pair, reason: reason ?? '' }))
}

/** The pairs that hold now, of the crisis and of all crises, with who recorded them. */
export async function loadOpenIndependences(db: Queryable, crisisId: string): Promise<RecordedIndependence[]> {
  const rows = await db
    .select({
      id: sourceIndependences.id,
      a: sourceIndependences.a,
      b: sourceIndependences.b,
      reason: sourceIndependences.reason,
      by: people.name,
      at: sourceIndependences.knownFrom,
      crisis: sourceIndependences.crisisId,
    })
    .from(sourceIndependences)
    .innerJoin(people, eq(people.id, sourceIndependences.authorId))
    .where(
      sql`(${sourceIndependences.crisisId} is null or ${sourceIndependences.crisisId} = ${crisisId}) and ${sourceIndependences.knownFrom} is not null and ${sourceIndependences.knownTo} is null`,
    )
    .orderBy(asc(sourceIndependences.knownFrom))
  return rows.map(({ reason, at, crisis, ...row }) => ({
    ...row,
    reason: reason ?? '',
    at: at ?? '',
    isOfAll: crisis === null,
  }))
}
