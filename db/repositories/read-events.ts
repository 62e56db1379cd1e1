import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadPlaces } from '@/db/repositories/read-names'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { events } from '@/db/schema/events'
import type { ListedEvent } from '@/domain/event/listed-event'

/** Events by id with those they are part of, earliest first. */
export async function loadEvents(
  db: Queryable,
  { crisis, viewpoint }: CrisisReading,
  ids: Iterable<string>,
): Promise<ListedEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(
      sql`${events.id} in (
        with recursive above(id) as (
          select unnest(${textArray(new Set(ids))})
          union
          select event.parent_id from events as event join above on event.id = above.id where event.parent_id is not null
        )
        select id from above)`,
    )
    .orderBy(events.startedAt, events.id)
  const places = await loadPlaces(
    db,
    rows.flatMap(({ placeId }) => placeId ?? []),
    viewpoint,
    crisis.namingPreference,
  )
  return rows.map(({ id, title, placeId, startedAt, endedAt, parentId }) => ({
    id,
    title,
    place: placeId === null ? null : { id: placeId, name: places.get(placeId)?.name ?? placeId },
    from: startedAt,
    to: endedAt,
    parent: parentId,
  }))
}
