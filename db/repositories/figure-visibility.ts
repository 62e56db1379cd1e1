import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { hasVisibleCitation } from '@/db/repositories/read-citations'
import { suppressedFigures } from '@/db/repositories/read-suppression'
import { type CrisisReading, isCleared, isInView, isKnown, textArray } from '@/db/repositories/read-visibility'
import { figureVersions } from '@/db/schema/figures'

/** The condition that every public, partner or internal reading of figure versions begins with, whatever their clocks. */
export function mayBeSeen(reading: CrisisReading): SQL {
  return sql`(${figureVersions.crisisId} = ${reading.crisis.id} and ${isShown(reading)})`
}

function isShown(reading: CrisisReading): SQL {
  const { crisis, viewpoint } = reading
  const { figureId: id, version } = figureVersions
  const suppressed = suppressedFigures(reading)
  const isOpen = suppressed ? sql`${id} not in ${suppressed}` : sql`true`
  return sql`(${isCleared(figureVersions, viewpoint)} and ${hasVisibleCitation('figure', { crisisId: crisis.id, id, version }, viewpoint)} and ${isOpen})`
}

/** Visible, known at `knownAt`, and with an as-of that ended by `asOf` or none. */
export function isInLedger(reading: CrisisReading): SQL {
  return sql`(${mayBeSeen(reading)} and ${isKnown(figureVersions, reading.viewpoint)} and ${isInView(figureVersions.asOfEnd, reading.viewpoint)})`
}

/**
 * Visible and known at `knownAt`, whatever it is as of, for figures of a scope of the crisis: the scope says which crisis, and to say it
 * again would tempt the planner to walk through the whole crisis.
 */
export function isKnownInScope(reading: CrisisReading): SQL {
  return sql`(${isShown(reading)} and ${isKnown(figureVersions, reading.viewpoint)})`
}

/** The same, with an as-of that ended by `asOf` or none. */
export function isInLedgerOfScope(reading: CrisisReading): SQL {
  return sql`(${isKnownInScope(reading)} and ${isInView(figureVersions.asOfEnd, reading.viewpoint)})`
}

/** Those of the ids whose figures the reader may know of at the viewpoint. */
export async function keepVisible(db: Queryable, reading: CrisisReading, ids: Iterable<string>): Promise<Set<string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Set()
  // One look for each: beside a condition on the whole crisis the planner would walk through all of it.
  const rows = await db.execute<{ id: string }>(sql`
    select wanted.id from unnest(${textArray(wanted)}) as wanted(id)
    where exists (select from ${figureVersions} where ${figureVersions.figureId} = wanted.id and ${isInLedger(reading)} offset 0)`)
  return new Set([...rows].map(({ id }) => id))
}
