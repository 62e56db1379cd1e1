import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { figureVersions } from '@/db/schema/figures'
import type { Crisis } from '@/domain/crisis/crisis'
import { type Audience, audiences, canSee, type Viewpoint } from '@/domain/viewpoint/viewpoint'

/** What reading the ledger of a crisis depends on. */
export interface CrisisReading {
  crisis: Pick<Crisis, 'id' | 'slug' | 'namingPreference' | 'publicPlaceLevel' | 'suppressBelow'>
  viewpoint: Viewpoint
}

/** Texts as one PostgreSQL array parameter: a list of thousands stays one parameter, and the query's text the same. */
export function textArray(values: Iterable<string>): SQL {
  const quoted = [...values].map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`)
  return sql`${`{${quoted.join(',')}}`}::text[]`
}

/**
 * A version approved by `knownAt` and not yet corrected or withdrawn then. Written without OR, which would keep the planner from walking
 * one index in order.
 */
export function isKnown(version: { knownFrom: AnyColumn; knownTo: AnyColumn }, { knownAt }: Viewpoint): SQL {
  return sql`(${version.knownFrom} <= ${knownAt}::timestamptz and coalesce(${version.knownTo}, 'infinity') > ${knownAt}::timestamptz)`
}

/** The first wording of a figure that nobody approved or took back yet, in its newest version. */
export function isWaiting(): SQL {
  return sql`(${figureVersions.knownFrom} is null and not exists (select from figure_versions as other
    where other.figure_id = ${figureVersions.figureId} and (other.version > ${figureVersions.version} or other.known_from is not null))
    and not exists (select from workflow_events as taken where taken.subject = 'figure' and taken.subject_id = ${figureVersions.figureId}
      and taken.version = ${figureVersions.version} and taken.state = 'withdrawn'))`
}

/**
 * Something a reader of this clearance may see. An embargo is compared with the moment looked at and with the clock on the wall: asking
 * for a moment to come lifts nothing.
 */
export function isCleared(
  content: { sensitivity: AnyColumn; embargoUntil: AnyColumn },
  { audience, knownAt }: Viewpoint,
): SQL {
  return sql`(${content.sensitivity} = any(${textArray(levelsOpenTo(audience))}) and (${content.embargoUntil} is null or ${content.embargoUntil} <= least(${knownAt}::timestamptz, now())))`
}

/** An interval that ended by `asOf`, or none. */
export function isInView(asOfEnd: AnyColumn, { asOf }: Viewpoint): SQL {
  return sql`(${asOfEnd} is null or ${asOfEnd} <= ${asOf}::timestamptz)`
}

/** The sensitivities a reader may see. */
export function levelsOpenTo(audience: Audience): Audience[] {
  return audiences.filter((level) => canSee(audience, level))
}
