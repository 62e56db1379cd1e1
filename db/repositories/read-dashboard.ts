import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { type VersionId, versionKey } from '@/db/repositories/read-citations'
import { isDisputeInLedger } from '@/db/repositories/read-disputes'
import { isClosed, lastOfStretches, latestOfClaimants, withRelays } from '@/db/repositories/read-figure-selection'
import {
  completeFigures,
  findVersions,
  isAmong,
  isInLedger,
  isInLedgerOfScope,
  type LoadedFigures,
  loadKept,
  mayBeSeen,
  type VersionRow,
} from '@/db/repositories/read-figures'
import { succeeds, tellClosed } from '@/db/repositories/read-ledger'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { figures, figureVersions } from '@/db/schema/figures'
import { relayedStatements, scopes } from '@/db/schema/scopes'
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

/** The ledger of a dashboard at its viewpoint, and a day before. */
export interface DashboardReadings {
  now: CrisisReading
  before: CrisisReading
}

/**
 * Of now: all figures of the drawn scopes, or their course where they are thinned; of the glanced ones what positions are made from; and what
 * was closed, where they are thinned since `before`. Of before: what positions are made from alone. Most of it is the same at both, so a
 * version is read once.
 */
export async function loadDashboardFigures(
  db: Queryable,
  { now, before }: DashboardReadings,
  { drawn, glanced, thinnedFrom }: DashboardScopes,
  where: SQL,
): Promise<{ now: LoadedFigures & { closed: ClosedVersion[] }; before: LoadedFigures }> {
  const all = [...drawn, ...glanced]
  const positionsOf = (reading: CrisisReading, ids: string[]) =>
    latestOfClaimants(reading, { scopeCondition: among(scopes.id, ids), where })
  const chosen =
    thinnedFrom === null
      ? sql`select ${figureVersions.figureId}, ${figureVersions.version} from ${figureVersions}
          where ${among(figureVersions.scopeId, drawn)} and ${isInLedger(now)} and ${where}
          union (${withRelays(now, { chosen: positionsOf(now, glanced), where })})`
      : withRelays(now, {
          chosen: sql`${positionsOf(now, all)} union ${lastOfStretches(now, { scopeCondition: among(scopes.id, drawn), where, from: thinnedFrom, stretches })}`,
          where,
        })
  const isRecent =
    thinnedFrom === null ? sql`true` : sql`${figureVersions.knownTo} > ${before.viewpoint.knownAt}::timestamptz`
  const [current, closed, earlier] = await Promise.all([
    findVersions(db, { where: isAmong(chosen) }),
    findVersions(db, {
      where: sql`${isClosed(now)} and ${among(figureVersions.scopeId, all)} and ${isRecent} and ${where}`,
    }),
    findIds(db, withRelays(before, { chosen: positionsOf(before, all), where })),
  ])
  const found = new Map([...current, ...closed].map((row) => [versionKey(row), row]))
  const missing = earlier.filter((version) => !found.has(versionKey(version)))
  const [gone, successors] = await Promise.all([
    missing.length > 0 ? findVersions(db, { where: isNamed(missing) }) : [],
    closed.length > 0
      ? findVersions(db, {
          where: succeeds(
            now,
            closed.map(({ id }) => id),
          ),
        })
      : [],
  ])
  for (const row of [...gone, ...successors]) found.set(versionKey(row), row)
  const kept = loadKept(db, [...found.values()], now.viewpoint)
  const told = new Map([...current, ...closed, ...successors].map((row) => [versionKey(row), row]))
  const [shown, shownBefore] = await Promise.all([
    completeFigures(db, now, { rows: [...told.values()], kept }),
    completeFigures(db, before, { rows: earlier.flatMap((version) => found.get(versionKey(version)) ?? []), kept }),
  ])
  const whole = new Map(shown.figures.map((figure) => [versionKey(figure), figure]))
  const figuresOf = (rows: VersionRow[]) => rows.flatMap((row) => whole.get(versionKey(row)) ?? [])
  return {
    now: {
      figures: figuresOf(current),
      hashes: shown.hashes,
      closed: await tellClosed(db, now.viewpoint, figuresOf(closed), figuresOf(successors)),
    },
    before: shownBefore,
  }
}

const among = (column: AnyColumn, ids: Iterable<string>) => sql`${column} = any(${textArray(ids)})`

/** The versions that a SELECT of figure and version names, in order. */
async function findIds(db: Queryable, chosen: SQL): Promise<VersionId[]> {
  const rows = await db.execute<{ id: string; version: number }>(
    sql`select chosen.id, chosen.version from (${chosen}) as chosen(id, version) order by chosen.id, chosen.version`,
  )
  return [...rows]
}

/** Versions by name, which somebody who may see them has found. */
function isNamed(versions: readonly VersionId[]): SQL {
  const numbers = `{${versions.map(({ version }) => version).join(',')}}`
  return isAmong(sql`select * from unnest(${textArray(versions.map(({ id }) => id))}, ${numbers}::int[])`)
}
