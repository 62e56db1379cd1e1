import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isKnownInScope } from '@/db/repositories/figure-visibility'
import { loadEvents } from '@/db/repositories/read-events'
import { loadPlaces, loadSources } from '@/db/repositories/read-names'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { figureVersions } from '@/db/schema/figures'
import { places } from '@/db/schema/places'
import { scopeClaimants, scopes } from '@/db/schema/scopes'
import type { ListedEvent } from '@/domain/event/listed-event'
import type { Claimant } from '@/domain/figure/figure'
import { withheldLevels } from '@/domain/place/coarsen-place'
import type { ListedPlace } from '@/domain/place/listed-place'

/** What the figures that a reader may see speak of. */
export interface CrisisVocabulary {
  indicators: string[]
  places: ListedPlace[]
  events: ListedEvent[]
  claimants: Claimant[]
}

/**
 * The indicators, places (with those they lie in), events (with those they are part of) and claimants of the figures that the reader may see
 * and that were known at the viewpoint, whatever they are as of. Places the reader is shown only as what they lie in are left out.
 */
export async function loadVocabulary(db: Queryable, reading: CrisisReading): Promise<CrisisVocabulary> {
  const { crisis, viewpoint } = reading
  // One look for each scope and claimant, which `offset 0` keeps the planner from turning into a walk through the whole crisis.
  const isSaid = sql`exists (
    select from ${figureVersions}
    where ${figureVersions.scopeId} = ${scopeClaimants.scopeId} and ${figureVersions.claimantId} = ${scopeClaimants.claimantId}
      and ${isKnownInScope(reading)} offset 0)`
  const isUsed = sql`exists (select from ${scopeClaimants} where ${scopeClaimants.scopeId} = ${scopes.id} and ${isSaid} offset 0)`
  const [used, claimed] = await Promise.all([
    db
      .select({ indicator: scopes.indicator, places: scopes.places, events: scopes.events })
      .from(scopes)
      .where(sql`${scopes.crisisId} = ${crisis.id} and ${isUsed}`),
    db.execute<{ id: string }>(sql`
      select distinct ${scopeClaimants.claimantId} as id from ${scopeClaimants}
      join ${scopes} on ${scopes.id} = ${scopeClaimants.scopeId}
      where ${scopes.crisisId} = ${crisis.id} and ${isSaid}`),
  ])
  const placeIds = new Set(used.flatMap((scope) => scope.places.map(({ id }) => id)))
  const eventIds = new Set(used.flatMap((scope) => scope.events))
  const [placesById, events, sources] = await Promise.all([
    loadPlaces(db, await withPlacesAbove(db, placeIds), viewpoint, crisis.namingPreference),
    loadEvents(db, reading, eventIds),
    loadSources(
      db,
      [...claimed].map(({ id }) => id),
      viewpoint,
    ),
  ])
  const withheld = withheldLevels(crisis, viewpoint.audience)
  const byName = <Named extends { id: string; name: string }>(a: Named, b: Named) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1
  return {
    indicators: [...new Set(used.map(({ indicator }) => indicator))],
    places: [...placesById.values()].filter(({ level }) => !withheld.includes(level)).sort(byName),
    events,
    claimants: [...sources.values()]
      .map(({ id, name, kind, party, reliability }) => ({ id, name, kind, party, reliability }))
      .sort(byName),
  }
}

async function withPlacesAbove(db: Queryable, ids: Iterable<string>): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive above(id) as (
      select unnest(${textArray(ids)})
      union
      select ${places.parentId} from ${places} join above on ${places.id} = above.id where ${places.parentId} is not null
    )
    select id from above`)
  return [...rows].map(({ id }) => id)
}
