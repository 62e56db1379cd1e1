import { eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger } from '@/db/repositories/figure-visibility'
import { isClosed, latestOfClaimants, withRelays } from '@/db/repositories/read-figure-selection'
import { isAmong, type LoadedFigures, loadFigures } from '@/db/repositories/read-figures'
import { type CrisisReading, textArray } from '@/db/repositories/read-visibility'
import { hideNamesOf, loadMaskedTexts } from '@/db/repositories/withheld-names'
import { figureVersions } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import type { Figure } from '@/domain/figure/figure'
import type { ClosedVersion } from '@/domain/ledger/ledger-slice'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

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
  return await tellClosed(db, reading.viewpoint, closed, successors)
}

/** What the ledger holds now of figures of which a version was closed. */
export function succeeds(reading: CrisisReading, ids: string[]): SQL {
  return sql`(${isInLedger(reading)} and ${figureVersions.figureId} = any(${textArray(new Set(ids))}))`
}

/** Closed versions with what stands in their place and why, newest closing first. */
export async function tellClosed(
  db: Queryable,
  viewpoint: Viewpoint,
  closed: Figure[],
  successors: Figure[],
): Promise<ClosedVersion[]> {
  if (closed.length === 0) return []
  const later = new Map<string, Figure>(successors.map((figure) => [figure.id, figure]))
  const documentsOf = ({ citations }: Figure) => citations.map(({ document }) => document.id)
  const [reasons, masks] = await Promise.all([
    loadClosingReasons(db, new Set(closed.map(({ id }) => id))),
    loadMaskedTexts(db, closed.flatMap(documentsOf), viewpoint),
  ])
  return closed
    .flatMap((was): ClosedVersion[] => {
      if (was.knownTo === null) return []
      const next = closed.find(({ id, version }) => id === was.id && version === was.version + 1) ?? later.get(was.id)
      const now = was.state === 'withdrawn' ? null : (next ?? null)
      return [
        {
          was,
          now,
          reason: hideNamesOf(masks, documentsOf(was))(reasons.get(`${was.id}:${was.version}`) ?? ''),
          at: was.knownTo,
        },
      ]
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

/** Who closed versions of these figures, by name, by figure and version ("id:version"). */
export async function loadClosers(db: Queryable, figures: Iterable<string>): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: figureVersions.figureId, version: figureVersions.version, name: people.name })
    .from(figureVersions)
    .innerJoin(people, eq(people.id, figureVersions.closerId))
    .where(sql`${figureVersions.figureId} = any(${textArray(figures)})`)
  return new Map(rows.map(({ id, version, name }) => [`${id}:${version}`, name]))
}
