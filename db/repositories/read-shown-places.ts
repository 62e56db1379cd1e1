import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadPlaces } from '@/db/repositories/read-names'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { places, placeVeil } from '@/db/schema/places'
import type { Crisis, ScopeSelector } from '@/domain/crisis/crisis'
import { selectorsOf } from '@/domain/ledger/ledger-view'
import { withheldLevels } from '@/domain/place/coarsen-place'
import { catalogueOf } from '@/domain/wording/catalogue'
import { localizeCrisis } from '@/domain/wording/localize'

/** How a reader meets a place: a withheld one under a token in place of its id, named after what it lies in. */
export interface ShownPlace {
  id: string
  name: string
}

/**
 * Places as the reader may be shown them, by their real ids. A withheld one gets a token of its own, the same in every reading of the crisis,
 * so that scopes stay apart; it is made with the database's secret and tells nothing of the id. An id of no place is left out.
 */
export async function loadShownPlaces(
  db: Queryable,
  ids: Iterable<string>,
  { crisis, viewpoint }: CrisisReading,
): Promise<Map<string, ShownPlace>> {
  const wanted = new Set(ids)
  const found = await loadPlaces(db, wanted, viewpoint, crisis.namingPreference)
  const shown = new Map<string, ShownPlace>([...found].map(([id, { name }]) => [id, { id, name }]))
  const finer = withheldLevels(crisis, viewpoint.audience)
  const withheld = [...found.values()].filter(({ level }) => finer.includes(level))
  if (withheld.length === 0) return shown
  const hidden = textArray(withheld.map(({ id }) => id))
  const veiled = await db.execute<{ id: string; ancestor: string | null; token: string }>(sql`
    with recursive above(place, ancestor, depth) as (
      select id, parent_id, 1 from ${places} where id = any(${hidden})
      union all
      select above.place, parent.parent_id, above.depth + 1
      from above join ${places} as parent on parent.id = above.ancestor
    )
    select hidden.id,
      (select above.ancestor from above join ${places} as place on place.id = above.ancestor
       where above.place = hidden.id and place.level <> all(${textArray(finer)}) order by above.depth limit 1) as ancestor,
      left(encode(sha256(convert_to(${placeVeil.secret} || ':' || ${crisis.id}::text || ':' || hidden.id, 'UTF8')), 'hex'), 20) as token
    from unnest(${hidden}) as hidden(id) cross join ${placeVeil}`)
  const rows = [...veiled]
  const ancestors = await loadPlaces(
    db,
    rows.flatMap(({ ancestor }) => ancestor ?? []),
    viewpoint,
    crisis.namingPreference,
  )
  const words = catalogueOf(viewpoint.locale)
  for (const { id, ancestor, token } of rows) {
    const name = words.placeWithheld((ancestor && ancestors.get(ancestor)?.name) || null)
    shown.set(id, { id: `${ancestor ?? ''}~${token}`, name })
  }
  return shown
}

/**
 * The crisis in the reader's language, with its key figures and charts pointing at places by the ids the reader meets in figures. A crisis that is shown already stays
 * as it is.
 */
export async function showCrisis(db: Queryable, written: Crisis, { viewpoint }: Pick<CrisisReading, 'viewpoint'>) {
  const crisis = localizeCrisis(written, viewpoint.locale)
  if (withheldLevels(crisis, viewpoint.audience).length === 0) return crisis
  const { keyFigures, charts } = crisis
  const selectors = [
    ...keyFigures.flatMap(selectorsOf),
    ...charts.flatMap(({ lines }) => lines.map(({ scope }) => scope)),
  ]
  const shown = await loadShownPlaces(
    db,
    selectors.flatMap((selector) => selector.places.map(({ id }) => id)),
    { crisis, viewpoint },
  )
  const show = <Labelled extends { scope: ScopeSelector }>(labelled: Labelled): Labelled => ({
    ...labelled,
    scope: {
      ...labelled.scope,
      places: labelled.scope.places.map(({ role, id }) => ({ role, id: shown.get(id)?.id ?? id })),
    },
  })
  return {
    ...crisis,
    keyFigures: keyFigures.map((keyFigure) => ({ ...show(keyFigure), parts: keyFigure.parts.map(show) })),
    charts: charts.map((chart) => ({ ...chart, lines: chart.lines.map(show) })),
  }
}
