import { asc, desc, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger, mayBeSeen } from '@/db/repositories/figure-visibility'
import { type LoadedFigures, loadFigures } from '@/db/repositories/read-figures'
import { loadLatestFigures, loadLedgerFigures } from '@/db/repositories/read-ledger'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { figures, figureVersions } from '@/db/schema/figures'
import { scopes } from '@/db/schema/scopes'
import type { Figure } from '@/domain/figure/figure'
import type { Instant } from '@/domain/time/instant'

/** Figures at the viewpoint, newest as-of first, undated ones last, from after the place that `after` names. */
export async function loadFigurePage(
  db: Queryable,
  reading: CrisisReading,
  { where, after, limit }: { where: SQL; after: { asOfEnd: Instant | null; id: string } | null; limit: number },
): Promise<LoadedFigures> {
  const isAfter =
    after === null
      ? sql`true`
      : after.asOfEnd === null
        ? sql`${figureVersions.asOfEnd} is null and ${figureVersions.figureId} > ${after.id}`
        : sql`(${figureVersions.asOfEnd} < ${after.asOfEnd}::timestamptz or ${figureVersions.asOfEnd} is null
            or (${figureVersions.asOfEnd} = ${after.asOfEnd}::timestamptz and ${figureVersions.figureId} > ${after.id}))`
  return await loadFigures(db, reading, {
    where: sql`${isInLedger(reading)} and ${isAfter} and ${where}`,
    order: [sql`${figureVersions.asOfEnd} desc nulls last`, asc(figureVersions.figureId)],
    limit,
  })
}

/** When the newest figure that the reader may see was approved, or null. */
export async function loadNewestSeen(db: Queryable, reading: CrisisReading): Promise<Instant | null> {
  const [row] = await db
    .select({ at: figureVersions.knownFrom })
    .from(figureVersions)
    .where(sql`${mayBeSeen(reading)} and ${figureVersions.knownFrom} <= ${reading.viewpoint.knownAt}::timestamptz`)
    .orderBy(desc(figureVersions.knownFrom))
    .limit(1)
  return row?.at ?? null
}

/** Every version of a figure that was known by the viewpoint, the first one first. */
export async function loadFigureVersions(db: Queryable, reading: CrisisReading, id: string): Promise<LoadedFigures> {
  return await loadFigures(db, reading, {
    where: sql`${figureVersions.figureId} = ${id} and ${mayBeSeen(reading)} and ${figureVersions.knownFrom} <= ${reading.viewpoint.knownAt}::timestamptz`,
  })
}

/** The versions of a figure that were approved by a second person: one who wrote neither them nor an unapproved wording before them. */
export async function loadTwiceSeen(db: Queryable, id: string): Promise<Set<number>> {
  const rows = await db
    .select({ version: figureVersions.version })
    .from(figureVersions)
    .where(
      sql`${figureVersions.figureId} = ${id} and ${figureVersions.approverId} <> ${figureVersions.authorId} and not exists (
        select from figure_versions as draft where draft.figure_id = ${id} and draft.version < ${figureVersions.version}
          and draft.known_from is null and draft.author_id = ${figureVersions.approverId})`,
    )
  return new Set(rows.map(({ version }) => version))
}

/** The figures one is read beside: of its statement, its whole, its parts, and the latest of each claimant in its scope. */
export async function loadFigureSurroundings(
  db: Queryable,
  reading: CrisisReading,
  figure: Figure,
): Promise<LoadedFigures> {
  const near = sql`${figureVersions.figureId} in (
    select ${figures.id} from ${figures} where ${figures.statementId} = ${figure.statement.id}
    union select unnest(${textArray([figure.id, ...(figure.partOf ? [figure.partOf] : [])])})
    union select part.figure_id from figure_versions as part where part.part_of = ${figure.id})`
  // By the version's own scope: the key of the figure in hand names places as the reader is shown them.
  const isScope = sql`${scopes.id} = (select scope_id from figure_versions as own where own.figure_id = ${figure.id} and own.version = ${figure.version})`
  const [close, rivals] = await Promise.all([
    loadLedgerFigures(db, reading, near),
    loadLatestFigures(db, reading, isScope, sql`true`),
  ])
  const byId = new Map([...close.figures, ...rivals.figures].map((one) => [one.id, one]))
  return { figures: [...byId.values()], hashes: { ...close.hashes, ...rivals.hashes } }
}

/** The newest dated figures of the same claimant in the scope of this version, at most so many, in the order of time. */
export async function loadOfClaimant(
  db: Queryable,
  reading: CrisisReading,
  { id, version, claimant }: Figure,
  most = 60,
): Promise<Figure[]> {
  const found = await loadFigures(db, reading, {
    where: sql`${isInLedger(reading)} and ${figureVersions.asOfEnd} is not null and ${figureVersions.claimantId} = ${claimant.id}
      and ${figureVersions.scopeId} = (select own.scope_id from figure_versions as own where own.figure_id = ${id} and own.version = ${version})`,
    order: [desc(figureVersions.asOfEnd), asc(figureVersions.figureId)],
    limit: most,
  })
  return found.figures.reverse()
}
