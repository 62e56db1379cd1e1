import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedgerOfScope, mayBeSeen } from '@/db/repositories/figure-visibility'
import { loadEventsWithin, loadPlacesWithin } from '@/db/repositories/read-names'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { figures, figureVersions } from '@/db/schema/figures'
import { relayedStatements, scopeClaimants, scopes } from '@/db/schema/scopes'
import { withheldLevels } from '@/domain/place/coarsen-place'
import type { Instant } from '@/domain/time/instant'
import { type FigureFilter, noFilter } from '@/domain/viewpoint/figure-filter'

/** Figures that a filter lets through; `place` reaches the places below it, `event` the events that are its parts. */
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
  if (filter.event.length > 0) {
    const within = await loadEventsWithin(db, filter.event)
    scopeConditions.push(sql`${scopes.events} ?| ${textArray(within)}`)
  }
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

/** The figures of the crisis that a scope's and claimant's line is drawn from. */
interface PairSelection {
  /** Which scopes, over the table `scopes`. */
  scopeCondition: SQL
  /** What a filter lets through. */
  where: SQL
}

/**
 * What positions are made from, as a SELECT of scope, figure and version: for each scope and claimant its newest figure and every figure whose
 * as-of interval reaches up to the newest's start, so that their order is unknown. One index walk for each scope and claimant, never a
 * sort of all: `offset 0` keeps the planner from looking at all figures before it knows the newest.
 */
export function latestOfClaimants(reading: CrisisReading, { scopeCondition, where }: PairSelection): SQL {
  const takesPart = sql`${pairTakesPart(reading)} and ${where}`
  return sql`
    select pair.scope_id, candidate.figure_id, candidate.version
    from ${pairs(reading, scopeCondition)}
    cross join lateral (
      select ${figureVersions.asOfStart} as begins from ${figureVersions}
      where ${takesPart}
      order by ${figureVersions.asOfEnd} desc nulls last limit 1
    ) as newest
    cross join lateral (
      select ${figureVersions.figureId} as figure_id, ${figureVersions.version} as version from ${figureVersions}
      where ${takesPart} and ${figureVersions.asOfEnd} >= newest.begins
      offset 0
    ) as candidate`
}

/** A scope with one of these keys, as the database keeps them. */
export const hasKey = (keys: Iterable<string>): SQL => sql`${scopes.key} = any(${textArray(keys)})`

/**
 * The keys of the crisis's scopes in which somebody has a position that a filter lets through, in their order: at most `limit` after `after`.
 * Keys hold the places' real ids.
 */
export async function findScopesWithPositions(
  db: Queryable,
  reading: CrisisReading,
  { where, after, limit }: { where: SQL; after: string | null; limit: number },
): Promise<string[]> {
  const isAfter = after === null ? sql`true` : sql`${scopes.key} collate "C" > ${after}`
  const rows = await db.execute<{ key: string }>(sql`
    select ${scopes.key} from ${scopes}
    where ${scopes.crisisId} = ${reading.crisis.id} and ${isAfter} and exists (
      select from ${scopeClaimants} as pair where pair.scope_id = ${scopes.id}
        and exists (select from ${figureVersions} where ${pairTakesPart(reading)} and ${where} offset 0)
      offset 0)
    order by ${scopes.key} collate "C" limit ${limit}`)
  return [...rows].map(({ key }) => key)
}

/**
 * A scope's course in few figures, as a SELECT of scope, figure and version: the time from `from` to the viewpoint is cut into equal stretches,
 * the first of which has no beginning, and of each claimant the last figure of each stretch but the last is taken: that one is its newest,
 * which `latestOfClaimants` finds.
 */
export function lastOfStretches(
  reading: CrisisReading,
  { scopeCondition, where, from, stretches }: PairSelection & { from: Instant; stretches: number },
): SQL {
  const first = sql`least(${from}::timestamptz, ${reading.viewpoint.asOf}::timestamptz)`
  const edge = (n: SQL) =>
    sql`${first} + (${reading.viewpoint.asOf}::timestamptz - ${first}) * ${n} / ${sql.raw(String(stretches))}`
  return sql`
    select pair.scope_id, last.figure_id, last.version
    from ${pairs(reading, scopeCondition)}
    cross join generate_series(1, ${sql.raw(String(stretches - 1))}) as stretch(n)
    cross join lateral (
      select ${figureVersions.figureId} as figure_id, ${figureVersions.version} as version from ${figureVersions}
      where ${pairTakesPart(reading)} and ${where}
        and ${figureVersions.asOfEnd} > case when stretch.n = 1 then '-infinity' else ${edge(sql`(stretch.n - 1)`)} end
        and ${figureVersions.asOfEnd} <= ${edge(sql`stretch.n`)}
      order by ${figureVersions.asOfEnd} desc nulls last limit 1
    ) as last`
}

/**
 * Chosen figures with the other relays of their statements in the same scope, as a SELECT of figure and version. Only statements that are
 * known to have relays are looked up; `offset 0` has that done figure by figure, never by a walk through the scope.
 */
export function withRelays(reading: CrisisReading, { chosen, where }: { chosen: SQL; where: SQL }): SQL {
  return sql`
    with chosen as materialized (${chosen})
    select chosen.figure_id, chosen.version from chosen
    union
    select relay.figure_id, relay.version
    from chosen
    join ${figures} on ${figures.id} = chosen.figure_id
    join ${relayedStatements} on ${relayedStatements.crisisId} = ${reading.crisis.id}
      and ${relayedStatements.scopeId} = chosen.scope_id and ${relayedStatements.statementId} = ${figures.statementId}
    join figures as other on other.statement_id = ${relayedStatements.statementId}
    cross join lateral (
      select ${figureVersions.figureId} as figure_id, ${figureVersions.version} as version from ${figureVersions}
      where ${figureVersions.figureId} = other.id and ${figureVersions.scopeId} = chosen.scope_id
        and ${isInLedgerOfScope(reading)} and ${where}
      offset 0
    ) as relay`
}

const pairs = ({ crisis }: CrisisReading, scopeCondition: SQL) => sql`(
  select ${scopeClaimants.scopeId} as scope_id, ${scopeClaimants.claimantId} as claimant_id
  from ${scopes} join ${scopeClaimants} on ${scopeClaimants.scopeId} = ${scopes.id}
  where ${scopes.crisisId} = ${crisis.id} and ${scopeCondition}
) as pair`

const pairTakesPart = (reading: CrisisReading) => sql`${figureVersions.scopeId} = pair.scope_id
  and ${figureVersions.claimantId} = pair.claimant_id and ${isInLedgerOfScope(reading)}
  and ${figureVersions.asOfEnd} <= ${reading.viewpoint.asOf}::timestamptz and ${figureVersions.nature} in ('count', 'estimate')`

/** Versions that were corrected or withdrawn by `knownAt`. */
export function isClosed(reading: CrisisReading): SQL {
  return sql`(${mayBeSeen(reading)} and ${figureVersions.knownTo} <= ${reading.viewpoint.knownAt}::timestamptz)`
}
