import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isDisputeInLedger } from '@/db/repositories/read-disputes'
import { isClosed, isLatestOfClaimant } from '@/db/repositories/read-figure-selection'
import { isInLedger, type LoadedFigures, loadFigures, mayBeSeen } from '@/db/repositories/read-figures'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { figures, figureVersions } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import { scopes } from '@/db/schema/scopes'
import type { Figure } from '@/domain/figure/figure'
import type { ClosedVersion } from '@/domain/ledger/ledger-slice'
import type { Instant } from '@/domain/time/instant'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** So many of the newest figures are looked at for scopes with news. */
const mostNews = 200

/** Everything the ledger holds for the viewpoint that `where` lets through. */
export async function loadLedgerFigures(db: Queryable, reading: CrisisReading, where: SQL): Promise<LoadedFigures> {
  return await loadFigures(db, reading, { where: sql`${isInLedger(reading)} and ${where}` })
}

/** Scopes by how much of them a dashboard needs. */
export interface DashboardScopes {
  /** Ids of the scopes it draws over time. */
  drawn: string[]
  /** Ids of scopes of which the latest of each claimant suffices: contested ones and those with news. */
  glanced: string[]
}

/**
 * The scopes a dashboard is made from: those it draws (`keys`); those with a disputed figure or with relays that differ; and the newest of
 * those where something became known or held true after `before`, which is the viewpoint that changes are told from.
 */
export async function findDashboardScopes(
  db: Queryable,
  reading: CrisisReading,
  { keys, before }: { keys: Iterable<string>; before: Pick<Viewpoint, 'asOf' | 'knownAt'> },
): Promise<DashboardScopes> {
  const { crisis, viewpoint } = reading
  const disputed = sql`
    select ${figureVersions.scopeId} from ${disputeVersions}
    join ${disputes} on ${disputes.id} = ${disputeVersions.disputeId}
    join ${figureVersions} on ${figureVersions.figureId} = ${disputes.figureId}
    where ${isDisputeInLedger(reading)} and ${isInLedger(reading)}`
  const differing = sql`
    select ${figureVersions.scopeId} from ${figureVersions} join ${figures} on ${figures.id} = ${figureVersions.figureId}
    where ${isInLedger(reading)}
    group by ${figures.statementId}, ${figureVersions.scopeId}
    having min(coalesce(${figureVersions.low}, -1)) <> max(coalesce(${figureVersions.low}, -1))
      or min(coalesce(${figureVersions.high}, -1)) <> max(coalesce(${figureVersions.high}, -1))`
  const newest = (column: AnyColumn, from: Instant, to: Instant) => sql`
    (select ${figureVersions.scopeId} from ${figureVersions}
    where ${mayBeSeen(reading)} and ${figureVersions.knownFrom} <= ${viewpoint.knownAt}::timestamptz
      and ${column} > ${from}::timestamptz and ${column} <= ${to}::timestamptz
    order by ${column} desc limit ${mostNews})`
  const [drawn, others] = await Promise.all([
    db
      .select({ id: scopes.id })
      .from(scopes)
      .where(sql`${scopes.crisisId} = ${crisis.id} and ${scopes.key} = any(${textArray(keys)})`),
    db.execute<{ id: string }>(sql`
      select scope_id as id from (
        ${disputed} union ${differing}
        union ${newest(figureVersions.knownFrom, before.knownAt, viewpoint.knownAt)}
        union ${newest(figureVersions.knownTo, before.knownAt, viewpoint.knownAt)}
        union ${newest(figureVersions.asOfEnd, before.asOf, viewpoint.asOf)}
      ) as wanted`),
  ])
  const ids = new Set(drawn.map(({ id }) => id))
  return { drawn: [...ids], glanced: [...others].map(({ id }) => id).filter((id) => !ids.has(id)) }
}

/** All figures of the drawn scopes, and of the glanced ones what positions are made from. */
export async function loadDashboardFigures(
  db: Queryable,
  reading: CrisisReading,
  { drawn, glanced }: DashboardScopes,
  where: SQL,
): Promise<LoadedFigures> {
  const [whole, latest] = await Promise.all([
    loadLedgerFigures(db, reading, sql`${figureVersions.scopeId} = any(${textArray(drawn)}) and ${where}`),
    loadLatestFigures(db, reading, sql`${scopes.id} = any(${textArray(glanced)})`, where),
  ])
  return { figures: [...whole.figures, ...latest.figures], hashes: { ...whole.hashes, ...latest.hashes } }
}

/**
 * The latest figures of each claimant in the scopes for which `scopeCondition` holds (null: all), with the other relays of their statements:
 * what positions and headlines are made from.
 */
export async function loadLatestFigures(
  db: Queryable,
  reading: CrisisReading,
  scopeCondition: SQL | null,
  where: SQL,
): Promise<LoadedFigures> {
  const isScope = scopeCondition ?? sql`true`
  const latest = await loadFigures(db, reading, { where: sql`${isLatestOfClaimant(reading, isScope)} and ${where}` })
  const statements = textArray(new Set(latest.figures.map(({ statement }) => statement.id)))
  const relays = await loadLedgerFigures(
    db,
    reading,
    sql`${figureVersions.figureId} in (select ${figures.id} from ${figures} where ${figures.statementId} = any(${statements}))
      and ${figureVersions.figureId} <> all(${textArray(latest.figures.map(({ id }) => id))})
      and ${figureVersions.scopeId} in (select ${scopes.id} from ${scopes} where ${scopes.crisisId} = ${reading.crisis.id} and ${isScope}) and ${where}`,
  )
  return { figures: [...latest.figures, ...relays.figures], hashes: { ...latest.hashes, ...relays.hashes } }
}

/** Versions closed by `knownAt` that `where` lets through, with what stands in their place now, newest closing first. */
export async function loadClosedVersions(
  db: Queryable,
  reading: CrisisReading,
  where: SQL = sql`true`,
): Promise<ClosedVersion[]> {
  const { figures: closed } = await loadFigures(db, reading, { where: sql`${isClosed(reading)} and ${where}` })
  if (closed.length === 0) return []
  const ids = sql.join(
    closed.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  const { figures: successors } = await loadFigures(db, reading, {
    where: sql`${isInLedger(reading)} and ${figureVersions.figureId} in (${ids})`,
  })
  const later = new Map<string, Figure>(successors.map((figure) => [figure.id, figure]))
  return closed
    .flatMap((was): ClosedVersion[] => {
      if (was.knownTo === null) return []
      const next = closed.find(({ id, version }) => id === was.id && version === was.version + 1) ?? later.get(was.id)
      const now = was.state === 'withdrawn' ? null : (next ?? null)
      return [{ was, now, reason: (now ? now.reason : was.reason) ?? '', at: was.knownTo }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The same, of a dashboard's scopes alone. */
export async function loadClosedVersionsOf(
  db: Queryable,
  reading: CrisisReading,
  { drawn, glanced }: DashboardScopes,
  where: SQL,
): Promise<ClosedVersion[]> {
  const ids = textArray([...drawn, ...glanced])
  return await loadClosedVersions(db, reading, sql`${figureVersions.scopeId} = any(${ids}) and ${where}`)
}

/** Who closed versions of these figures, by name, by figure and version ("id:version"). */
export async function loadClosers(db: Queryable, figures: Iterable<string>): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: figureVersions.figureId, version: figureVersions.version, name: people.name })
    .from(figureVersions)
    .innerJoin(people, eq(people.id, figureVersions.closerId))
    .where(sql`${figureVersions.figureId} = any(${textArray(figures)})`)
  return new Map(rows.map(({ id, version, name }) => [`${id}:${version}`, name]))
}
