import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { keepVisible } from '@/db/repositories/figure-visibility'
import { jsonRow } from '@/db/repositories/json-row'
import { toAsOf } from '@/db/repositories/read-as-of'
import {
  findCitations,
  type KeptCitations,
  nameCitations,
  type VersionId,
  versionKey,
} from '@/db/repositories/read-citations'
import { loadDisputesOf } from '@/db/repositories/read-disputes'
import { loadAcknowledgements, loadChecks } from '@/db/repositories/read-figure-checks'
import { loadEventTitles, loadSources } from '@/db/repositories/read-names'
import { loadShownPlaces } from '@/db/repositories/read-shown-places'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { type HideNames, keepAll } from '@/db/repositories/withheld-names'
import { disputes } from '@/db/schema/disputes'
import { figureChecks, figures, figureVersions, findingAcknowledgements } from '@/db/schema/figures'
import { scopes } from '@/db/schema/scopes'
import { statements } from '@/db/schema/statements'
import type { Claimant, Figure } from '@/domain/figure/figure'

/** Figures and the hashes of the documents they cite. */
export interface LoadedFigures {
  figures: Figure[]
  hashes: Record<string, string>
}

const { asOfStart, asOfEnd, asOfPrecision, asOfStated, asOfNote } = figureVersions
const { saidStart, saidEnd, saidPrecision, saidStated, saidNote } = statements

const versionRow = jsonRow({
  id: figureVersions.figureId,
  version: figureVersions.version,
  scopeId: figureVersions.scopeId,
  claimantId: figureVersions.claimantId,
  populationWords: figureVersions.populationWords,
  quantity: {
    low: figureVersions.low,
    high: figureVersions.high,
    qualifier: figureVersions.qualifier,
    words: figureVersions.words,
  },
  basis: { start: figureVersions.basisStart, end: figureVersions.basisEnd, assumed: figureVersions.basisAssumed },
  nature: figureVersions.nature,
  asOf: { start: asOfStart, end: asOfEnd, precision: asOfPrecision, stated: asOfStated, note: asOfNote },
  coverage: figureVersions.coverage,
  derived: figureVersions.derived,
  partOf: figureVersions.partOf,
  credibility: figureVersions.credibility,
  sensitivity: figureVersions.sensitivity,
  reason: figureVersions.reason,
  knownFrom: figureVersions.knownFrom,
  knownTo: figureVersions.knownTo,
  closedBy: figureVersions.closedBy,
  closedReason: figureVersions.closedReason,
  statement: { id: statements.id, speaker: statements.speaker, occasion: statements.occasion },
  said: { start: saidStart, end: saidEnd, precision: saidPrecision, stated: saidStated, note: saidNote },
})
const isThere = (of: PgTable, figure: PgColumn) =>
  sql<boolean>`exists (select from ${of} where ${figure} = ${figureVersions.figureId})`
/** What few figures have, so that it is sought for those alone. */
export const hasFurther = {
  disputes: isThere(disputes, disputes.figureId),
  checks: isThere(figureChecks, figureChecks.figureId),
  acknowledgements: isThere(findingAcknowledgements, findingAcknowledgements.figureId),
}

/** A version of a figure as it is kept, of which nothing depends on who looks at it and when. */
export type VersionRow = Omit<ReturnType<typeof versionRow.read>, 'asOf' | 'statement' | 'said'> &
  Pick<Figure, 'asOf' | 'statement'> & { has: Record<keyof typeof hasFurther, boolean> }

/**
 * The figure versions for which `where` holds, whole: scope, citations, disputes, checks, acknowledged findings, names and grades as known
 * at the viewpoint. `where` must contain `mayBeSeen` or `isInLedger`; `order` and `limit` as for any list. A fixed number of queries,
 * however many figures.
 */
export async function loadFigures(
  db: Queryable,
  reading: CrisisReading,
  {
    isForDesk,
    ...selection
  }: FigureSelection & {
    /** For people of the desk: wordings nobody approved yet keep their wholes and accepted findings. */
    isForDesk?: boolean
  },
): Promise<LoadedFigures> {
  const rows = await findVersions(db, selection)
  const [scopes, cited] = [loadScopes(db, scopesOf(rows)), findCitations(db, 'figure', rows, reading.viewpoint)]
  return await completeFigures(db, reading, { rows, scopes, cited, isForDesk })
}

/** The versions that a SELECT of figure and version names. */
export function isAmong(chosen: SQL): SQL {
  return sql`(${figureVersions.figureId}, ${figureVersions.version}) in (${chosen})`
}

/** A SELECT of versions by name, which somebody who may see them has found. */
export function selectNamed(versions: readonly VersionId[]): SQL {
  const numbers = `{${versions.map(({ version }) => version).join(',')}}`
  return sql`select * from unnest(${textArray(versions.map(({ id }) => id))}, ${numbers}::int[])`
}

/** The versions alone, for those who complete them at several viewpoints. */
export async function findVersions(
  db: Queryable,
  { where, order = [asc(figureVersions.figureId), asc(figureVersions.version)], limit }: FigureSelection,
): Promise<VersionRow[]> {
  const query = db
    .select({ row: versionRow.values, has: hasFurther })
    .from(figureVersions)
    .innerJoin(figures, eq(figures.id, figureVersions.figureId))
    .innerJoin(statements, eq(statements.id, figures.statementId))
    .where(where)
    .orderBy(...order)
  const rows = await (limit === undefined ? query : query.limit(limit))
  return rows.map(({ row, has }) => {
    const { asOf, said, statement, ...version } = versionRow.read(row)
    const saidAt = toAsOf(said.start, said.end, said.precision, said.stated, said.note)
    return Object.assign(version, {
      has,
      asOf: toAsOf(asOf.start, asOf.end, asOf.precision, asOf.stated, asOf.note),
      statement: { id: statement.id, saidAt, speaker: statement.speaker, occasion: statement.occasion },
    })
  })
}

export interface FigureSelection {
  where: SQL
  order?: SQL[]
  limit?: number
}

/** Scopes by id, of which nothing depends on who looks at them and when, and the titles of their events. */
export interface KeptScopes {
  scopes: Map<string, typeof scopes.$inferSelect>
  titles: Map<string, string>
}

/** The ids of their scopes, one for each. */
export const scopesOf = (rows: readonly VersionRow[]) => rows.map(({ scopeId }) => scopeId)

/** Scopes by their ids. */
export async function loadScopes(db: Queryable, ids: Iterable<string>): Promise<KeptScopes> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return { scopes: new Map(), titles: new Map() }
  const rows = await db
    .select()
    .from(scopes)
    .where(sql`${scopes.id} = any(${textArray(wanted)})`)
  const titles = await loadEventTitles(
    db,
    rows.flatMap((scope) => scope.events),
  )
  return { scopes: new Map(rows.map((row) => [row.id, row])), titles }
}

/** Versions with all that belongs to them as known at the viewpoint; `scopes` and `cited` may hold more than is theirs. */
export async function completeFigures(
  db: Queryable,
  reading: CrisisReading,
  {
    rows,
    isForDesk = false,
    ...kept
  }: {
    rows: readonly VersionRow[]
    scopes: Promise<KeptScopes>
    cited: Promise<KeptCitations>
    isForDesk?: boolean
  },
): Promise<LoadedFigures> {
  const { crisis, viewpoint } = reading
  if (rows.length === 0) return { figures: [], hashes: {} }
  const thoseWith = (one: keyof typeof hasFurther) => new Set(rows.flatMap((row) => (row.has[one] ? row.id : [])))
  const [{ used, titles, places }, { cited, sources }, disputed, checks, acknowledged, wholes] = await Promise.all([
    kept.scopes.then(async ({ scopes, titles }) => {
      const used = [...new Set(scopesOf(rows))].flatMap((id) => scopes.get(id) ?? [])
      const ids = used.flatMap((scope) => scope.places.map(({ id }) => id))
      return { used, titles, places: await loadShownPlaces(db, ids, reading) }
    }),
    kept.cited.then(async (cited) => {
      const publishers = cited.documents.map(({ publisherId }) => publisherId)
      const claimants = rows.map(({ claimantId }) => claimantId)
      const sources = await loadSources(db, [...claimants, ...publishers], viewpoint)
      return { cited: nameCitations(cited, sources), sources }
    }),
    loadDisputesOf(db, thoseWith('disputes'), reading),
    loadChecks(db, thoseWith('checks'), viewpoint),
    loadAcknowledgements(db, thoseWith('acknowledgements'), isForDesk ? null : viewpoint),
    keepVisible(
      db,
      reading,
      rows.flatMap(({ partOf }) => partOf ?? []),
    ),
  ])
  const named = new Map(
    used.map((scope) => [
      scope.id,
      {
        scope,
        places: scope.places.map(({ role, id }) => ({ role, ...(places.get(id) ?? { id, name: id }) })),
        events: scope.events.map((id) => ({ id, title: titles.get(id) ?? id })),
      },
    ]),
  )
  const claimants = new Map(
    [...sources].map(([id, { name, kind, party, reliability }]): [string, Claimant] => [
      id,
      { id, name, kind, party, reliability },
    ]),
  )
  const complete = rows.flatMap((row): Figure[] => {
    const of = named.get(row.scopeId)
    const claimant = claimants.get(row.claimantId)
    if (!of || !claimant) return []
    const { basis } = row
    const isClosed = row.knownTo !== null && row.knownTo <= viewpoint.knownAt
    const isWithdrawn = isClosed && row.closedBy === 'withdrawn'
    return [
      withoutNames(cited.hideNamesIn(row), {
        id: row.id,
        version: row.version,
        crisis: crisis.slug,
        // Named one by one: thousands of objects that begin with a spread take several times as long to make.
        indicator: of.scope.indicator,
        population: of.scope.population,
        unit: of.scope.unit,
        places: of.places,
        events: of.events,
        populationWords: row.populationWords,
        quantity: row.quantity,
        basis: { kind: of.scope.basis, start: basis.start, end: basis.end, assumed: basis.assumed },
        nature: row.nature,
        asOf: row.asOf,
        claimant,
        statement: row.statement,
        officeCheck: checks.get(row.id) ?? null,
        credibility: row.credibility,
        sensitivity: row.sensitivity,
        state: isWithdrawn ? 'withdrawn' : 'approved',
        partOf: row.partOf !== null && (isForDesk || wholes.has(row.partOf)) ? row.partOf : null,
        coverage: row.coverage,
        derived: row.derived,
        citations: cited.citations.get(versionKey(row)) ?? [],
        disputes: disputed.disputes.get(row.id) ?? [],
        findings: acknowledged.get(versionKey(row)) ?? [],
        reason: isWithdrawn ? row.closedReason : row.reason,
        knownFrom: row.knownFrom,
        // What happened to it after the moment looked at was not known then.
        knownTo: isClosed ? row.knownTo : null,
      }),
    ]
  })
  return { figures: complete, hashes: Object.assign(cited.hashes, disputed.hashes) }
}

/** A figure whose words, beside its quotes, tell no name that is withheld from the reader. */
function withoutNames(hide: HideNames, figure: Figure): Figure {
  if (hide === keepAll) return figure
  const { quantity, populationWords, coverage, reason, findings } = figure
  return {
    ...figure,
    quantity: { ...quantity, words: hide(quantity.words) },
    populationWords: hide(populationWords),
    coverage: hide(coverage),
    reason: hide(reason),
    findings: findings.map(({ message, acknowledged, ...finding }) => ({
      ...finding,
      message: hide(message),
      acknowledged: acknowledged && { ...acknowledged, reason: hide(acknowledged.reason) },
    })),
  }
}
