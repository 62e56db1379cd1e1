import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger, mayBeSeen } from '@/db/repositories/read-figures'
import { loadPlacesWithin } from '@/db/repositories/read-names'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { figureVersions } from '@/db/schema/figures'
import { scopeClaimants, scopes } from '@/db/schema/scopes'
import { withheldLevels } from '@/domain/place/coarsen-place'
import { type FigureFilter, noFilter } from '@/domain/viewpoint/figure-filter'

/** Figures that a filter lets through; `place` reaches the places below it. */
export async function matchesFilter(
  db: Queryable,
  { crisis, viewpoint }: CrisisReading,
  filter: FigureFilter = noFilter,
): Promise<SQL> {
  const conditions: SQL[] = []
  const scopeConditions: SQL[] = []
  if (filter.indicator.length > 0) {
    scopeConditions.push(sql`${scopes.indicator} = any(${textArray(filter.indicator)})`)
  }
  if (filter.basis.length > 0) scopeConditions.push(sql`${scopes.basis} = any(${textArray(filter.basis)})`)
  for (const facet of ['status', 'age', 'sex', 'role', 'group'] as const) {
    if (filter[facet].length === 0) continue
    scopeConditions.push(sql`${scopes.population} ->> ${facet}::text = any(${textArray(filter[facet])})`)
  }
  if (filter.event.length > 0) scopeConditions.push(sql`${scopes.events} ?| ${textArray(filter.event)}`)
  if (filter.place.length > 0) {
    const within = textArray(await loadPlacesWithin(db, filter.place, withheldLevels(crisis, viewpoint.audience)))
    scopeConditions.push(
      sql`exists (select 1 from jsonb_array_elements(${scopes.places}) as place where place ->> 'id' = any(${within}))`,
    )
  }
  if (scopeConditions.length > 0) {
    const all = sql.join([sql`${scopes.crisisId} = ${crisis.id}`, ...scopeConditions], sql` and `)
    conditions.push(sql`${figureVersions.scopeId} in (select ${scopes.id} from ${scopes} where ${all})`)
  }
  if (filter.claimant.length > 0)
    conditions.push(sql`${figureVersions.claimantId} = any(${textArray(filter.claimant)})`)
  if (filter.from !== null) conditions.push(sql`${figureVersions.asOfEnd} >= ${filter.from}::timestamptz`)
  if (filter.to !== null) conditions.push(sql`${figureVersions.asOfEnd} <= ${filter.to}::timestamptz`)
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`
}

/**
 * What positions are made from: for each scope and claimant its newest figure and every figure whose as-of interval reaches up to the
 * newest's start, so that their order is unknown. One index walk for each scope and claimant, never a sort of all.
 */
export function isLatestOfClaimant(reading: CrisisReading, scopeCondition: SQL): SQL {
  const { crisis, viewpoint } = reading
  const takesPart = sql`${isInLedger(reading)} and ${figureVersions.asOfEnd} <= ${viewpoint.asOf}::timestamptz and ${figureVersions.nature} in ('count', 'estimate')`
  const ofPair = sql`${figureVersions.scopeId} = pair.scope_id and ${figureVersions.claimantId} = pair.claimant_id`
  return sql`(${figureVersions.figureId}, ${figureVersions.version}) in (
    select candidate.figure_id, candidate.version
    from (
      select ${scopeClaimants.scopeId} as scope_id, ${scopeClaimants.claimantId} as claimant_id
      from ${scopes} join ${scopeClaimants} on ${scopeClaimants.scopeId} = ${scopes.id}
      where ${scopes.crisisId} = ${crisis.id} and ${scopeCondition}
    ) as pair
    cross join lateral (
      select ${figureVersions.asOfStart} as begins from ${figureVersions}
      where ${ofPair} and ${takesPart}
      order by ${figureVersions.asOfEnd} desc nulls last limit 1
    ) as newest
    cross join lateral (
      select ${figureVersions.figureId} as figure_id, ${figureVersions.version} as version from ${figureVersions}
      where ${ofPair} and ${takesPart} and ${figureVersions.asOfEnd} >= newest.begins
    ) as candidate
  )`
}

/** Versions that were corrected or withdrawn by `knownAt`. */
export function isClosed(reading: CrisisReading): SQL {
  return sql`(${mayBeSeen(reading)} and ${figureVersions.knownTo} <= ${reading.viewpoint.knownAt}::timestamptz)`
}
