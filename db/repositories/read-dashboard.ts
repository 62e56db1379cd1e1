import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger, isInLedgerOfScope, isKnownInScope, mayBeSeen } from '@/db/repositories/figure-visibility'
import { citedBy, type KeptVersion, keepVersions } from '@/db/repositories/kept-versions'
import { showCitations, type VersionId, versionKey } from '@/db/repositories/read-citations'
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
  type KeptScopes,
  type LoadedFigures,
  loadScopes,
  scopesOf,
  selectNamed,
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
  /** What `findNoticedScopes` finds, which need not wait for the others. */
  noticed: Promise<NoticedScope[]>
  /** When the crisis began. */
  since: Instant
}

/** The scopes a dashboard is made from: those it draws, and those that are noticed beside them. */
export async function findDashboardScopes(
  db: Queryable,
  reading: CrisisReading,
  { charted, keyed, noticed, since }: Wanted,
): Promise<DashboardScopes> {
  const known = await db.execute<{ id: string; key: string; held: number }>(sql`
    with wanted as materialized (
      select ${scopes.id}, ${scopes.key} from ${scopes}
      where ${scopes.crisisId} = ${reading.crisis.id} and ${hasKey([...charted, ...keyed])}
    )
    select id, key, (
      select count(*)::int from (
        select from wanted as drawn join ${figureVersions} on ${figureVersions.scopeId} = drawn.id
        where ${isInLedgerOfScope(reading)} limit ${mostWhole + 1}) as figures_held
    ) as held
    from wanted`)
  const isThinned = Number(known[0]?.held ?? 0) > mostWhole
  const isCharted = new Set(charted)
  const all = [...known].map(({ id }) => id)
  const drawn = isThinned ? [...known].filter(({ key }) => isCharted.has(key)).map(({ id }) => id) : all
  const glanced = isThinned ? [...known].filter(({ key }) => !isCharted.has(key)).map(({ id }) => id) : []
  const most = isThinned ? mostNews.thinned : mostNews.whole
  const others = noticed.then((found) => {
    const ids = new Set(found.filter(({ rank }) => rank <= most).map(({ id }) => id))
    for (const id of all) ids.delete(id)
    return [...ids]
  })
  // Whoever waits for it hears of a failure; until then it is nobody's.
  others.catch(() => {})
  return { drawn, glanced, noticed: others, thinnedFrom: isThinned ? since : null }
}

/** A scope with its place among those with the newest news of its kind, from 1; 0 where it is contested. */
interface NoticedScope {
  id: string
  rank: number
}

/**
 * The scopes of which the latest figure of a claimant is disputed or has differing relays, and the newest of those where something became
 * known or held true after `before`, the viewpoint that changes are told from.
 */
export async function findNoticedScopes(
  db: Queryable,
  reading: CrisisReading,
  before: Pick<Viewpoint, 'asOf' | 'knownAt'>,
): Promise<NoticedScope[]> {
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
    select contested.scope_id, 0 from (${disputed} union ${differing}) as contested(scope_id, claimant_id, statement_id, ends)
    left join lateral (
      select true as is_there from ${figureVersions} join ${figures} on ${figures.id} = ${figureVersions.figureId}
      where ${figureVersions.scopeId} = contested.scope_id and ${figureVersions.claimantId} = contested.claimant_id
        and ${figureVersions.asOfStart} >= contested.ends and ${figureVersions.asOfEnd} > contested.ends
        and ${figureVersions.asOfEnd} <= ${viewpoint.asOf}::timestamptz
        and ${figures.statementId} <> contested.statement_id and ${figureVersions.nature} in ('count', 'estimate')
        and ${isKnownInScope(reading)}
      limit 1
    ) as later on true
    where later.is_there is null`
  const newest = (column: AnyColumn, from: Instant, to: Instant) => sql`
    (select ${figureVersions.scopeId}, row_number() over (order by ${column} desc) from ${figureVersions}
    where ${mayBeSeen(reading)} and ${figureVersions.knownFrom} <= ${viewpoint.knownAt}::timestamptz
      and ${column} > ${from}::timestamptz and ${column} <= ${to}::timestamptz
    order by ${column} desc limit ${mostNews.whole})`
  const rows = await db.execute<{ id: string; rank: number }>(sql`
    select scope_id as id, min(rank)::int as rank from (
      ${contested}
      union all ${newest(figureVersions.knownFrom, before.knownAt, viewpoint.knownAt)}
      union all ${newest(figureVersions.knownTo, before.knownAt, viewpoint.knownAt)}
      union all ${newest(figureVersions.asOfEnd, before.asOf, viewpoint.asOf)}
    ) as wanted(scope_id, rank) group by scope_id`)
  return [...rows]
}

/** The ledger of a dashboard at its viewpoint, and a day before. */
export interface DashboardReadings {
  now: CrisisReading
  before: CrisisReading
}

/**
 * Of now: all figures of the drawn scopes, or their course where they are thinned; of the others what positions are made from; and what was
 * closed, where they are thinned since `before`. Of before: what positions are made from alone. Most of it is the same at both, so a version
 * is read once; and in parts side by side.
 */
export async function loadDashboardFigures(
  db: Queryable,
  { now, before }: DashboardReadings,
  { drawn, glanced, noticed, thinnedFrom }: DashboardScopes,
  where: SQL,
): Promise<{ now: LoadedFigures & { closed: ClosedVersion[] }; before: LoadedFigures }> {
  const among = (column: AnyColumn, ids: Iterable<string>) => sql`${column} = any(${textArray(ids)})`
  const namedBy = (condition: SQL) =>
    sql`select ${figureVersions.figureId}, ${figureVersions.version} from ${figureVersions} where ${condition}`
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
    const closed = await keepVersions(db, namedBy(sql`${isClosed(now)} and ${all} and ${isRecent} and ${where}`))
    const ids = closed.map(({ row }) => row.id)
    return { closed, successors: ids.length > 0 ? await keepVersions(db, namedBy(succeeds(now, ids))) : [] }
  }
  const known = [...drawn, ...glanced]
  const [current, { closed, successors }, ofScopes, ...earlier] = await Promise.all([
    Promise.all([
      ...(thinnedFrom === null
        ? [keepVersions(db, namedBy(sql`${among(figureVersions.scopeId, drawn)} and ${isInLedger(now)} and ${where}`))]
        : [keepVersions(db, positionsOf(now, known)), keepVersions(db, courseOf(thinnedFrom))]),
      noticed.then((ids) => (ids.length > 0 ? keepVersions(db, positionsOf(now, ids)) : [])),
    ]),
    findClosed(),
    Promise.all([loadScopes(db, known), noticed.then((ids) => loadScopes(db, ids))]),
    findIds(db, positionsOf(before, known)),
    noticed.then((ids) => findIds(db, positionsOf(before, ids))),
  ])
  const told = byKey([...current.flat(), ...closed, ...successors])
  const wanted = new Map(earlier.flat().map((version) => [versionKey(version), version]))
  const gone = [...wanted].flatMap(([key, version]) => (told.has(key) ? [] : [version]))
  const lost = gone.length > 0 ? await keepVersions(db, selectNamed(gone)) : []
  const all = byKey([...told.values(), ...lost])
  // A correction may have moved a figure to a scope that nothing else is read of.
  const kept = loadScopes(db, scopesOf(successors.map(({ row }) => row))).then((more) =>
    joinScopes([...ofScopes, more]),
  )
  const shown = showCitations(db, citedBy(all.values()), now.viewpoint)
  const complete = (reading: CrisisReading, versions: KeptVersion[]) =>
    completeFigures(db, reading, {
      rows: versions.map(({ row }) => row),
      scopes: kept,
      cited: shown.then((cited) => ({ ...cited, rows: citedBy(versions).rows })),
    })
  const [ofNow, ofBefore] = await Promise.all([
    complete(now, [...told.values()]),
    complete(
      before,
      [...wanted.keys()].flatMap((key) => all.get(key) ?? []),
    ),
  ])
  const whole = new Map(ofNow.figures.map((figure) => [versionKey(figure), figure]))
  const figuresOf = (versions: Iterable<KeptVersion>) =>
    [...versions].flatMap(({ row }) => whole.get(versionKey(row)) ?? [])
  return {
    now: {
      figures: figuresOf(byKey(current.flat()).values()),
      hashes: ofNow.hashes,
      closed: tellClosed(figuresOf(closed), figuresOf(successors), {
        reasons: new Map(closed.map(({ row }) => [versionKey(row), row.closedReason])),
        masks: (await shown).masks,
      }),
    },
    before: ofBefore,
  }
}

/** Versions by name, each once. */
const byKey = (versions: readonly KeptVersion[]) =>
  new Map(versions.map((version) => [versionKey(version.row), version]))

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
