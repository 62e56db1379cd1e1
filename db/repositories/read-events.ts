import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadShownPlaces } from '@/db/repositories/read-shown-places'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { events } from '@/db/schema/events'
import type { ListedEvent } from '@/domain/event/listed-event'

/** Events by id with those they are part of, earliest first. */
export async function loadEvents(db: Queryable, reading: CrisisReading, ids: Iterable<string>): Promise<ListedEvent[]> {
  const rows = await loadEventTimes(db, ids)
  const places = await loadShownPlaces(
    db,
    rows.flatMap(({ placeId }) => placeId ?? []),
    reading,
  )
  return rows.map(({ placeId, ...event }) => ({
    ...event,
    place: placeId === null ? null : (places.get(placeId) ?? { id: placeId, name: placeId }),
  }))
}

/** The same without the names of their places. */
export async function loadEventTimes(db: Queryable, ids: Iterable<string>) {
  const wanted = new Set(ids)
  if (wanted.size === 0) return []
  return await db
    .select({
      id: events.id,
      title: events.title,
      placeId: events.placeId,
      from: events.startedAt,
      to: events.endedAt,
      parent: events.parentId,
    })
    .from(events)
    .where(
      sql`${events.id} in (
        with recursive above(id) as (
          select unnest(${textArray(wanted)})
          union
          select event.parent_id from events as event join above on event.id = above.id where event.parent_id is not null
        )
        select id from above)`,
    )
    .orderBy(events.startedAt, events.id)
}
