import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger } from '@/db/repositories/figure-visibility'
import { versionKey } from '@/db/repositories/read-citations'
import { isClosed, latestOfClaimants, withRelays } from '@/db/repositories/read-figure-selection'
import { isAmong, type LoadedFigures, loadFigures } from '@/db/repositories/read-figures'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { hideNamesOf, loadMaskedTexts } from '@/db/repositories/withheld-names'
import { figureVersions } from '@/db/schema/figures'
import type { Correction } from '@/domain/correction/correction'
import type { MaskedText } from '@/domain/document/mask-document'
import type { Figure } from '@/domain/figure/figure'
import type { ClosedVersion } from '@/domain/ledger/ledger-slice'
import type { Instant } from '@/domain/time/instant'

/** Everything the ledger holds for the viewpoint that `where` lets through. */
export async function loadLedgerFigures(db: Queryable, reading: CrisisReading, where: SQL): Promise<LoadedFigures> {
  return await loadFigures(db, reading, { where: sql`${isInLedger(reading)} and ${where}` })
}

/**
 * The latest figures of each claimant in the scopes for which `scopeCondition` holds (null: all), with the other relays of their statements
 * there and what is stated as a part of them: what positions, headlines and their sentences are made from.
 */
export async function loadLatestFigures(
  db: Queryable,
  reading: CrisisReading,
  scopeCondition: SQL | null,
  where: SQL,
): Promise<LoadedFigures> {
  const chosen = latestOfClaimants(reading, { scopeCondition: scopeCondition ?? sql`true`, where })
  const latest = await loadFigures(db, reading, { where: isAmong(withRelays(reading, { chosen, where })) })
  if (latest.figures.length === 0) return latest
  const ids = textArray(latest.figures.map(({ id }) => id))
  const parts = await loadLedgerFigures(
    db,
    reading,
    sql`${figureVersions.partOf} = any(${ids}) and ${figureVersions.figureId} <> all(${ids}) and ${where}`,
  )
  return { figures: [...latest.figures, ...parts.figures], hashes: { ...latest.hashes, ...parts.hashes } }
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
    where: succeeds(
      reading,
      closed.map(({ id }) => id),
    ),
  })
  const [reasons, masks] = await Promise.all([
    loadClosingReasons(db, new Set(closed.map(({ id }) => id))),
    loadMaskedTexts(db, closed.flatMap(documentsOf), reading.viewpoint),
  ])
  return tellClosed(closed, successors, { reasons, masks })
}

/** What the ledger holds now of figures of which a version was closed. */
export function succeeds(reading: CrisisReading, ids: string[]): SQL {
  return sql`(${isInLedger(reading)} and ${figureVersions.figureId} = any(${textArray(new Set(ids))}))`
}

const documentsOf = ({ citations }: Figure) => citations.map(({ document }) => document.id)

/**
 * Closed versions with what stands in their place and why, newest closing first. `reasons` by `versionKey`; `masks` of the documents in which
 * names are withheld from the reader.
 */
export function tellClosed(
  closed: Figure[],
  successors: Figure[],
  { reasons, masks }: { reasons: ReadonlyMap<string, string | null>; masks: ReadonlyMap<string, MaskedText> },
): ClosedVersion[] {
  const later = new Map<string, Figure>(successors.map((figure) => [figure.id, figure]))
  return closed
    .flatMap((was): ClosedVersion[] => {
      if (was.knownTo === null) return []
      // Wordings that nobody approved may lie between: what corrects a version is known from the very instant it ends.
      const next = closed.find(({ id, knownFrom }) => id === was.id && knownFrom === was.knownTo) ?? later.get(was.id)
      const now = was.state === 'withdrawn' ? null : (next ?? null)
      return [
        {
          was,
          now,
          reason: hideNamesOf(masks, documentsOf(was))(reasons.get(versionKey(was)) ?? ''),
          at: was.knownTo,
        },
      ]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Why versions of these figures were closed, by figure and version: a successor that was withdrawn since tells of its own end. */
async function loadClosingReasons(db: Queryable, figures: Iterable<string>): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ id: figureVersions.figureId, version: figureVersions.version, reason: figureVersions.closedReason })
    .from(figureVersions)
    .where(sql`${figureVersions.figureId} = any(${textArray(figures)}) and ${figureVersions.knownTo} is not null`)
  return new Map(rows.map(({ reason, ...version }) => [versionKey(version), reason]))
}

/** Who stands behind the end of a version, by name. Of a correction `approvedBy` alone; of a withdrawal the others, unconfirmed: null. */
export type Enders = Pick<Correction, 'approvedBy' | 'withdrawnBy' | 'confirmedBy'>

/**
 * By figure and version ("id:version"), of versions that were closed: who approved the one that corrects it, or who withdrew it and who had
 * confirmed that by `knownAt`.
 */
export async function loadEnders(
  db: Queryable,
  figures: Iterable<string>,
  knownAt: Instant,
): Promise<Map<string, Enders>> {
  const rows = await db.execute<{
    key: string
    approved_by: string | null
    withdrawn_by: string | null
    confirmed_by: string | null
  }>(sql`
    select closed.figure_id || ':' || closed.version as key, approver.name as approved_by, closer.name as withdrawn_by,
      (select person.name from workflow_events as event join people as person on person.id = event.person_id
        where event.subject = 'figure' and event.subject_id = closed.figure_id and event.version = closed.version
          and event.state = 'withdrawal-confirmed' and event.at <= ${knownAt}::timestamptz) as confirmed_by
    from figure_versions as closed
    left join figure_versions as next on closed.closed_by = 'corrected' and next.figure_id = closed.figure_id
      and next.known_from = closed.known_to
    left join people as approver on approver.id = next.approver_id
    left join people as closer on closed.closed_by = 'withdrawn' and closer.id = closed.closer_id
    where closed.figure_id = any(${textArray(figures)}) and closed.known_to is not null`)
  return new Map(
    [...rows].map((row) => [
      row.key,
      { approvedBy: row.approved_by, withdrawnBy: row.withdrawn_by, confirmedBy: row.confirmed_by },
    ]),
  )
}
