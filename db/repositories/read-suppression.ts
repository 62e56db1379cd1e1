import { type SQL, sql } from 'drizzle-orm'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { figures, figureVersions } from '@/db/schema/figures'
import { places } from '@/db/schema/places'
import { scopes } from '@/db/schema/scopes'
import { withheldLevels } from '@/domain/place/coarsen-place'

/** Whether figures of the crisis can be suppressed for this reader. */
export function isSuppressing({ crisis, viewpoint }: CrisisReading): boolean {
  return viewpoint.audience === 'public' && crisis.suppressBelow !== null
}

/**
 * Figures whose small number could point at people, with all from which it could be worked out; null where nothing is suppressed. Small is
 * a figure at a place finer than the crisis's level (at any place where there is none), of which a version known by then lies below the
 * threshold: by its stated high, its low where it is open above, or the households it was derived from. With it go every version of the
 * figure, the other relays of its statement, its sibling parts where it alone of them is small, and the parts of all these.
 */
export function suppressedFigures(reading: CrisisReading): SQL | null {
  const { crisis, viewpoint } = reading
  if (!isSuppressing(reading)) return null
  const finer = withheldLevels(crisis, viewpoint.audience)
  const isFine =
    crisis.publicPlaceLevel === null
      ? sql`jsonb_array_length(scope.places) > 0`
      : sql`exists (select from jsonb_array_elements(scope.places) as named join ${places} as place on place.id = named ->> 'id'
          where place.level = any(${textArray(finer)}))`
  const below = (end: SQL) => sql`${end} < ${crisis.suppressBelow}`
  return sql`(
    with recursive known as (
      select version.figure_id, version.scope_id, version.part_of, figure.statement_id,
        ${below(sql`coalesce(version.high - (version.qualifier = 'fewer-than')::int, version.low + (version.qualifier = 'more-than')::int)`)}
          or ${below(sql`coalesce((version.derived -> 'from' ->> 'high')::bigint, (version.derived -> 'from' ->> 'low')::bigint)`)} as is_small
      from ${figureVersions} as version join ${figures} as figure on figure.id = version.figure_id
      where version.crisis_id = ${crisis.id} and version.known_from <= ${viewpoint.knownAt}::timestamptz
    ),
    small as (
      select distinct known.statement_id, known.scope_id from known join ${scopes} as scope on scope.id = known.scope_id
      where known.is_small and ${isFine}
    ),
    relayed as (
      select known.* from known join small on small.statement_id = known.statement_id and small.scope_id = known.scope_id
    ),
    lone as (
      select part_of, statement_id from relayed where part_of is not null
      group by part_of, statement_id having count(distinct scope_id) = 1
    ),
    hidden(figure_id) as (
      select figure_id from relayed
      union
      select known.figure_id from known join lone on lone.part_of = known.part_of and lone.statement_id = known.statement_id
      union
      select known.figure_id from hidden join known on known.part_of = hidden.figure_id
    )
    select figure_id from hidden)`
}
