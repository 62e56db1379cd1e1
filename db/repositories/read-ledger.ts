import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isDisputeInLedger } from '@/db/repositories/read-disputes'
import { isClosed, lastOfStretches, latestOfClaimants, withRelays } from '@/db/repositories/read-figure-selection'
import {
  isInLedger,
  isInLedgerOfScope,
  type LoadedFigures,
  loadFigures,
  mayBeSeen,
} from '@/db/repositories/read-figures'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { figures, figureVersions } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import { relayedStatements, scopes } from '@/db/schema/scopes'
import type { Figure } from '@/domain/figure/figure'
import type { ClosedVersion } from '@/domain/ledger/ledger-slice'
import type { Instant } from '@/domain/time/instant'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/**
 * How much of a crisis a dashboard reads. A crisis whose drawn scopes hold more than `mostWhole` figures is read thinned: nobody could tell
 * the marks apart, or read a table of thousands of rows.
 */
const mostWhole = 300
/** So many of the newest figures are looked at for scopes with news: in a crisis that is read whole, and in a thinned one. */
const mostNews = { whole: 60, thinned: 8 }
/** Of a thinned scope each claimant's last figure in each of so many stretches of time. */
const stretches = 5

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
  /** Where the drawn scopes hold too many figures to be read whole: when the crisis began. Null: read whole. */
  thinnedFrom: Instant | null
}

interface Wanted {
  /** Keys of the scopes of charts' lines. */
  charted: string[]
  /** Keys of the scopes of key figures and their parts. */
  keyed: string[]
  /** The viewpoint that changes are told from. */
  before: Pick<Viewpoint, 'asOf' | 'knownAt'>
  /** When the crisis began. */
  since: Instant
}

/**
 * The scopes a dashboard is made from: those it draws; those of which the latest figure of a claimant is disputed or has differing relays;
 * and the newest of those where something became known or held true after `before`.
 */
export async function findDashboardScopes(
  db: Queryable,
  reading: CrisisReading,
  { charted, keyed, before, since }: Wanted,
): Promise<DashboardScopes> {
  const isWanted = sql`${scopes.crisisId} = ${reading.crisis.id} and ${scopes.key} = any(${textArray([...charted, ...keyed])})`
  const [known, isThinned] = await Promise.all([
    db.select({ id: scopes.id, key: scopes.key }).from(scopes).where(isWanted),
    holdsMoreThan(db, reading, isWanted, mostWhole),
  ])
  const isCharted = new Set(charted)
  const all = known.map(({ id }) => id)
  const drawn = isThinned ? known.filter(({ key }) => isCharted.has(key)).map(({ id }) => id) : all
  const others = await findNoticedScopes(db, reading, before, isThinned ? mostNews.thinned : mostNews.whole)
  const glanced = new Set([...(isThinned ? all : []), ...others])
  for (const id of drawn) glanced.delete(id)
  return { drawn, glanced: [...glanced], thinnedFrom: isThinned ? since : null }
}

/** Whether the reader may see more than so many figures of the scopes. */
async function holdsMoreThan(db: Queryable, reading: CrisisReading, where: SQL, most: number): Promise<boolean> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from ${figureVersions}
      where ${figureVersions.scopeId} in (select ${scopes.id} from ${scopes} where ${where}) and ${isInLedger(reading)} limit ${most + 1}) as held`)
  return Number(row?.count) > most
}

async function findNoticedScopes(
  db: Queryable,
  reading: CrisisReading,
  before: Wanted['before'],
  most: number,
): Promise<string[]> {
  const { viewpoint } = reading
  const disputed = sql`
    select ${figureVersions.scopeId}, ${figureVersions.claimantId}, ${figures.statementId}, ${figureVersions.asOfEnd}
    from ${disputeVersions}
    join ${disputes} on ${disputes.id} = ${disputeVersions.disputeId}
    join ${figures} on ${figures.id} = ${disputes.figureId}
    join ${figureVersions} on ${figureVersions.figureId} = ${disputes.figureId}
    where ${isDisputeInLedger(reading)} and ${isInLedger(reading)}`
  const differing = sql`
    select ${figureVersions.scopeId}, ${figureVersions.claimantId}, ${figures.statementId}, min(${figureVersions.asOfEnd})
    from ${relayedStatements}
    join ${figures} on ${figures.statementId} = ${relayedStatements.statementId}
    join ${figureVersions} on ${figureVersions.figureId} = ${figures.id} and ${figureVersions.scopeId} = ${relayedStatements.scopeId}
    where ${relayedStatements.crisisId} = ${reading.crisis.id} and ${isInLedger(reading)}
    group by ${figures.statementId}, ${figureVersions.scopeId}, ${figureVersions.claimantId}
    having min(coalesce(${figureVersions.low}, -1)) <> max(coalesce(${figureVersions.low}, -1))
      or min(coalesce(${figureVersions.high}, -1)) <> max(coalesce(${figureVersions.high}, -1))`
  // What a later statement of its claimant surely stands behind is no position any more. LIMIT makes it one look for each.
  const contested = sql`
    select contested.scope_id from (${disputed} union ${differing}) as contested(scope_id, claimant_id, statement_id, ends)
    left join lateral (
      select true as is_there from ${figureVersions} join ${figures} on ${figures.id} = ${figureVersions.figureId}
      where ${figureVersions.scopeId} = contested.scope_id and ${figureVersions.claimantId} = contested.claimant_id
        and ${figureVersions.asOfStart} >= contested.ends and ${figureVersions.asOfEnd} > contested.ends
        and ${figures.statementId} <> contested.statement_id and ${figureVersions.nature} in ('count', 'estimate')
        and ${isInLedgerOfScope(reading)}
      limit 1
    ) as later on true
    where later.is_there is null`
  const newest = (column: AnyColumn, from: Instant, to: Instant) => sql`
    (select ${figureVersions.scopeId} from ${figureVersions}
    where ${mayBeSeen(reading)} and ${figureVersions.knownFrom} <= ${viewpoint.knownAt}::timestamptz
      and ${column} > ${from}::timestamptz and ${column} <= ${to}::timestamptz
    order by ${column} desc limit ${most})`
  const rows = await db.execute<{ id: string }>(sql`
    select scope_id as id from (
      ${contested}
      union ${newest(figureVersions.knownFrom, before.knownAt, viewpoint.knownAt)}
      union ${newest(figureVersions.knownTo, before.knownAt, viewpoint.knownAt)}
      union ${newest(figureVersions.asOfEnd, before.asOf, viewpoint.asOf)}
    ) as wanted`)
  return [...rows].map(({ id }) => id)
}

/** All figures of the drawn scopes, or their course where they are thinned, and of the glanced ones what positions are made from. */
export async function loadDashboardFigures(
  db: Queryable,
  reading: CrisisReading,
  { drawn, glanced, thinnedFrom }: DashboardScopes,
  where: SQL,
): Promise<LoadedFigures> {
  if (thinnedFrom !== null) {
    const among = (ids: string[]) => sql`${scopes.id} = any(${textArray(ids)})`
    const latest = latestOfClaimants(reading, { scopeCondition: among([...drawn, ...glanced]), where })
    const course = lastOfStretches(reading, { scopeCondition: among(drawn), where, from: thinnedFrom, stretches })
    return await loadChosenFigures(db, reading, withRelays(reading, { chosen: sql`${latest} union ${course}`, where }))
  }
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
  const chosen = latestOfClaimants(reading, { scopeCondition: isScope, where })
  const latest = await loadChosenFigures(
    db,
    reading,
    sql`select chosen.figure_id, chosen.version from (${chosen}) as chosen`,
  )
  if (latest.figures.length === 0) return latest
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

/** The figures a SELECT of figure and version names, which must hold `mayBeSeen` itself. */
async function loadChosenFigures(db: Queryable, reading: CrisisReading, chosen: SQL): Promise<LoadedFigures> {
  return await loadFigures(db, reading, {
    where: sql`(${figureVersions.figureId}, ${figureVersions.version}) in (${chosen})`,
  })
}

/** Versions closed by `knownAt` that `where` lets through, with what stands in their place now, newest closing first. */
export async function loadClosedVersions(
  db: Queryable,
  reading: CrisisReading,
  where: SQL = sql`true`,
): Promise<ClosedVersion[]> {
  const { figures: closed } = await loadFigures(db, reading, { where: sql`${isClosed(reading)} and ${where}` })
  if (closed.length === 0) return []
  const { figures: successors } = await loadFigures(db, reading, {
    where: sql`${isInLedger(reading)} and ${figureVersions.figureId} = any(${textArray(new Set(closed.map(({ id }) => id)))})`,
  })
  const later = new Map<string, Figure>(successors.map((figure) => [figure.id, figure]))
  const reasons = await loadClosingReasons(db, new Set(closed.map(({ id }) => id)))
  return closed
    .flatMap((was): ClosedVersion[] => {
      if (was.knownTo === null) return []
      const next = closed.find(({ id, version }) => id === was.id && version === was.version + 1) ?? later.get(was.id)
      const now = was.state === 'withdrawn' ? null : (next ?? null)
      return [{ was, now, reason: reasons.get(`${was.id}:${was.version}`) ?? '', at: was.knownTo }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Why versions of these figures were closed, by figure and version: a successor that was withdrawn since tells of its own end. */
async function loadClosingReasons(db: Queryable, figures: Iterable<string>): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: figureVersions.figureId, version: figureVersions.version, reason: figureVersions.closedReason })
    .from(figureVersions)
    .where(sql`${figureVersions.figureId} = any(${textArray(figures)}) and ${figureVersions.knownTo} is not null`)
  return new Map(rows.map(({ id, version, reason }) => [`${id}:${version}`, reason ?? '']))
}

/** The same, of a dashboard's scopes alone: where they are thinned, what was closed since `from`. */
export async function loadClosedVersionsOf(
  db: Queryable,
  reading: CrisisReading,
  { drawn, glanced, thinnedFrom }: DashboardScopes,
  { where, from }: { where: SQL; from: Instant },
): Promise<ClosedVersion[]> {
  const ids = textArray([...drawn, ...glanced])
  const isRecent = thinnedFrom === null ? sql`true` : sql`${figureVersions.knownTo} > ${from}::timestamptz`
  return await loadClosedVersions(
    db,
    reading,
    sql`${figureVersions.scopeId} = any(${ids}) and ${isRecent} and ${where}`,
  )
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
