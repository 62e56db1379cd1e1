import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger, isInLedgerOfScope, mayBeSeen } from '@/db/repositories/figure-visibility'
import { findCitations, type KeptCitations, type VersionId, versionKey } from '@/db/repositories/read-citations'
import { isDisputeInLedger } from '@/db/repositories/read-disputes'
import {
  hasKey,
  isClosed,
  lastOfStretches,
  latestOfClaimants,
  withRelays,
} from '@/db/repositories/read-figure-selection'
import {
  completeFigures,
  findVersions,
  isAmong,
  type KeptScopes,
  type LoadedFigures,
  loadScopes,
  scopesOf,
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
  /** Ids of scopes of which the latest of each claimant suffices. */
  glanced: string[]
  /** The same of further ones, contested or with news, which take a while to be found. */
  noticed: Promise<string[]>
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
  const isWanted = sql`${scopes.crisisId} = ${reading.crisis.id} and ${hasKey([...charted, ...keyed])}`
  const [known, isThinned] = await Promise.all([
    db.select({ id: scopes.id, key: scopes.key }).from(scopes).where(isWanted),
    holdsMoreThan(db, reading, isWanted, mostWhole),
  ])
  const isCharted = new Set(charted)
  const all = known.map(({ id }) => id)
  const drawn = isThinned ? known.filter(({ key }) => isCharted.has(key)).map(({ id }) => id) : all
  const glanced = isThinned ? known.filter(({ key }) => !isCharted.has(key)).map(({ id }) => id) : []
  const most = isThinned ? mostNews.thinned : mostNews.whole
  const noticed = findNoticedScopes(db, reading, before, most).then((ids) => ids.filter((id) => !all.includes(id)))
  // Whoever waits for it hears of a failure; until then it is nobody's.
  noticed.catch(() => {})
  return { drawn, glanced, noticed, thinnedFrom: isThinned ? since : null }
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
 * Of now: all figures of the drawn scopes, or their course where they are thinned; of the others what positions are made from; and what was
 * closed, where they are thinned since `before`. Of before: what positions are made from alone. Most of it is the same at both, so a version
 * is read once; and in parts side by side, each going on to its citations as soon as it is there.
 */
export async function loadDashboardFigures(
  db: Queryable,
  { now, before }: DashboardReadings,
  { drawn, glanced, noticed, thinnedFrom }: DashboardScopes,
  where: SQL,
): Promise<{ now: LoadedFigures & { closed: ClosedVersion[] }; before: LoadedFigures }> {
  const read = async (conditions: SQL): Promise<Part> => {
    const rows = await findVersions(db, { where: conditions })
    return { rows, cited: await findCitations(db, 'figure', rows, now.viewpoint) }
  }
  const among = (column: AnyColumn, ids: Iterable<string>) => sql`${column} = any(${textArray(ids)})`
  const positionsOf = (reading: CrisisReading, ids: string[]) =>
    withRelays(reading, { chosen: latestOfClaimants(reading, { scopeCondition: among(scopes.id, ids), where }), where })
  const courseOf = (from: Instant) =>
    withRelays(now, {
      chosen: lastOfStretches(now, { scopeCondition: among(scopes.id, drawn), where, from, stretches }),
      where,
    })
  const isRecent =
    thinnedFrom === null ? sql`true` : sql`${figureVersions.knownTo} > ${before.viewpoint.knownAt}::timestamptz`
  const findClosed = async () => {
    const all = among(figureVersions.scopeId, [...drawn, ...glanced, ...(await noticed)])
    return await read(sql`${isClosed(now)} and ${all} and ${isRecent} and ${where}`)
  }
  const known = [...drawn, ...glanced]
  const [current, closed, ofScopes, ...earlier] = await Promise.all([
    Promise.all([
      ...(thinnedFrom === null
        ? [read(sql`${among(figureVersions.scopeId, drawn)} and ${isInLedger(now)} and ${where}`)]
        : [read(isAmong(positionsOf(now, known))), read(isAmong(courseOf(thinnedFrom)))]),
      noticed.then((ids) => (ids.length > 0 ? read(isAmong(positionsOf(now, ids))) : nothing)),
    ]),
    findClosed(),
    Promise.all([loadScopes(db, known), noticed.then((ids) => loadScopes(db, ids))]),
    findIds(db, positionsOf(before, known)),
    noticed.then((ids) => findIds(db, positionsOf(before, ids))),
  ])
  const found = joinParts([...current, closed])
  const wanted = earlier.flat()
  const gone = wanted.filter((version) => !found.rows.has(versionKey(version)))
  const replaced = closed.rows.map(({ id }) => id)
  const [lost, successors] = await Promise.all([
    gone.length > 0 ? read(isNamed(gone)) : nothing,
    replaced.length > 0 ? read(succeeds(now, replaced)) : nothing,
  ])
  const told = joinParts([...current, closed, successors])
  const all = joinParts([...current, closed, successors, lost])
  // A correction may have moved a figure to a scope that nothing else is read of.
  const kept = loadScopes(db, scopesOf(successors.rows)).then((more) => joinScopes([...ofScopes, more]))
  const [shown, shownBefore] = await Promise.all([
    completeFigures(db, now, { rows: [...told.rows.values()], scopes: kept, cited: Promise.resolve(told.cited) }),
    completeFigures(db, before, {
      rows: [...new Set(wanted.map(versionKey))].flatMap((key) => all.rows.get(key) ?? []),
      scopes: kept,
      cited: Promise.resolve(all.cited),
    }),
  ])
  const whole = new Map(shown.figures.map((figure) => [versionKey(figure), figure]))
  const figuresOf = (rows: Iterable<VersionRow>) => [...rows].flatMap((row) => whole.get(versionKey(row)) ?? [])
  return {
    now: {
      figures: figuresOf(joinParts(current).rows.values()),
      hashes: shown.hashes,
      closed: await tellClosed(db, now.viewpoint, figuresOf(closed.rows), figuresOf(successors.rows)),
    },
    before: shownBefore,
  }
}

/** Versions that were read together, with what they cite. */
interface Part {
  rows: VersionRow[]
  cited: KeptCitations
}

const noneCited = (): KeptCitations => ({ rows: [], documents: [], masks: new Map() })
const nothing: Part = { rows: [], cited: noneCited() }

/** Parts as one, each version once. */
function joinParts(parts: Part[]): { rows: Map<string, VersionRow>; cited: KeptCitations } {
  const rows = new Map<string, VersionRow>()
  const cited = noneCited()
  for (const part of parts) {
    // Of a version that two parts hold, each brought the same citations.
    const own = new Set<string>()
    for (const row of part.rows) {
      const key = versionKey(row)
      if (rows.has(key)) continue
      rows.set(key, row)
      own.add(key)
    }
    for (const row of part.cited.rows)
      if (row.owner !== null && own.has(versionKey({ id: row.owner, version: row.version }))) cited.rows.push(row)
    for (const document of part.cited.documents) cited.documents.push(document)
    for (const [id, masked] of part.cited.masks) cited.masks.set(id, masked)
  }
  return { rows, cited }
}

function joinScopes(all: KeptScopes[]): KeptScopes {
  return {
    scopes: new Map(all.flatMap(({ scopes }) => [...scopes])),
    titles: new Map(all.flatMap(({ titles }) => [...titles])),
  }
}

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
