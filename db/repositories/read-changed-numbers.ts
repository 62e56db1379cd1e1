import { eq, max, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { figureVersions } from '@/db/schema/figures'
import { editionFigures, editions } from '@/db/schema/sitreps'
import type { Instant } from '@/domain/time/instant'

/** The latest moment of knowledge of a crisis's editions; null where none is published. */
export async function loadNewestEditionViewpoint(db: Queryable, crisisId: string): Promise<Instant | null> {
  const [row] = await db
    .select({ knownAt: max(editions.knownAt) })
    .from(editions)
    .where(eq(editions.crisisId, crisisId))
  return row?.knownAt ?? null
}

/** A version that stands in an edition and was closed after an instant. */
export function isOfPublishedNumber(closedAfter: Instant): SQL {
  return sql`(${figureVersions.knownTo} > ${closedAfter}::timestamptz and exists (
    select from ${editionFigures} where ${editionFigures.figureId} = ${figureVersions.figureId}
      and ${editionFigures.version} = ${figureVersions.version}))`
}
