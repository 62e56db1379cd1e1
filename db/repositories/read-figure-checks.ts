import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { versionKey } from '@/db/repositories/read-citations'
import { isKnown, textArray } from '@/db/repositories/read-visibility'
import { figureChecks, figureVersions, findingAcknowledgements } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import { groupBy } from '@/domain/collection/group-by'
import type { Finding } from '@/domain/figure/figure'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** The office's own checks, the newest of each figure, as known at the viewpoint. */
export async function loadChecks(db: Queryable, ids: Set<string>, viewpoint: Viewpoint) {
  if (ids.size === 0) return new Map()
  const rows = await db
    .select({
      figure: figureChecks.figureId,
      method: figureChecks.method,
      by: figureChecks.checkedBy,
      at: figureChecks.checkedAt,
    })
    .from(figureChecks)
    .where(and(sql`${figureChecks.figureId} = any(${textArray(ids)})`, isKnown(figureChecks, viewpoint)))
    .orderBy(asc(figureChecks.knownFrom))
  return new Map(rows.map(({ figure, ...check }) => [figure, check]))
}

/** Findings a person accepted when the version was entered, by `versionKey`; with a viewpoint, of versions known by then. */
export async function loadAcknowledgements(db: Queryable, ids: Set<string>, viewpoint: Viewpoint | null) {
  if (ids.size === 0) return new Map<string, Finding[]>()
  const isKnownBy = viewpoint ? sql`${figureVersions.knownFrom} <= ${viewpoint.knownAt}::timestamptz` : sql`true`
  const rows = await db
    .select({
      id: findingAcknowledgements.figureId,
      version: findingAcknowledgements.version,
      code: findingAcknowledgements.code,
      reason: findingAcknowledgements.reason,
      by: people.name,
      at: findingAcknowledgements.at,
    })
    .from(findingAcknowledgements)
    .innerJoin(people, eq(people.id, findingAcknowledgements.personId))
    .innerJoin(
      figureVersions,
      and(
        eq(figureVersions.figureId, findingAcknowledgements.figureId),
        eq(figureVersions.version, findingAcknowledgements.version),
      ),
    )
    .where(sql`${findingAcknowledgements.figureId} = any(${textArray(ids)}) and ${isKnownBy}`)
  const findings = rows.map(({ id, version, code, reason, by, at }): [string, Finding] => [
    versionKey({ id, version }),
    { code, grave: false, message: reason, figures: [id], acknowledged: { reason, by, at } },
  ])
  const byVersion = groupBy(findings, ([key]) => key)
  return new Map([...byVersion].map(([key, own]) => [key, own.map(([, finding]) => finding)]))
}
