import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { toAsOf } from '@/db/repositories/read-as-of'
import { hasVisibleCitation, loadCitations, versionKey } from '@/db/repositories/read-citations'
import { loadSources } from '@/db/repositories/read-names'
import { type CrisisReading, isInView, isKnown, textArray } from '@/db/repositories/read-visibility'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { groupBy } from '@/domain/collection/group-by'
import type { Dispute } from '@/domain/figure/figure'

/** Disputes known and in view at the viewpoint. Who may see the disputed figure is for the caller to say. */
export function isDisputeInLedger({ crisis, viewpoint }: CrisisReading): SQL {
  const { disputeId: id, version } = disputeVersions
  return sql`(${disputeVersions.crisisId} = ${crisis.id} and ${isKnown(disputeVersions, viewpoint)} and ${isInView(disputeVersions.statedEnd, viewpoint)} and ${hasVisibleCitation('dispute', { crisisId: crisis.id, id, version }, viewpoint)})`
}

/** The disputes of many figures at once, by figure, oldest first; and the hashes of the documents they cite. */
export async function loadDisputesOf(db: Queryable, figures: Set<string>, reading: CrisisReading) {
  if (figures.size === 0) return { disputes: new Map<string, Dispute[]>(), hashes: {} }
  // As an array that is made first: else the planner walks through all disputes of the crisis.
  const own = sql`array(select own.id from ${disputes} as own where own.figure_id = any(${textArray(figures)}))`
  const where = sql`${disputeVersions.disputeId} = any(${own}) and ${isDisputeInLedger(reading)}`
  const { disputes: all, hashes } = await loadWhere(db, reading, where)
  return { disputes: groupBy(all, ({ figure }) => figure), hashes }
}

/** Versions of disputes for people of the desk, whether anybody approved them or not, in order. */
export async function loadDisputeVersions(db: Queryable, reading: CrisisReading, where: SQL): Promise<Dispute[]> {
  const found = await loadWhere(db, reading, sql`${disputeVersions.crisisId} = ${reading.crisis.id} and ${where}`)
  return found.disputes.sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
}

async function loadWhere(db: Queryable, reading: CrisisReading, where: SQL) {
  const rows = await db
    .select({ dispute: disputeVersions, figure: disputes.figureId })
    .from(disputeVersions)
    .innerJoin(disputes, eq(disputes.id, disputeVersions.disputeId))
    .where(where)
    .orderBy(asc(disputeVersions.knownFrom), asc(disputeVersions.disputeId))
  const [cited, sources] = await Promise.all([
    loadCitations(
      db,
      'dispute',
      rows.map(({ dispute: { disputeId: id, version } }) => ({ id, version })),
      reading.viewpoint,
    ),
    loadSources(
      db,
      rows.map(({ dispute }) => dispute.byId),
      reading.viewpoint,
    ),
  ])
  const all = rows.flatMap(({ dispute: row, figure }): Dispute[] => {
    const by = sources.get(row.byId)
    if (!by) return []
    const { id, name, kind, party, reliability } = by
    const isClosed = row.knownTo !== null && row.knownTo <= reading.viewpoint.knownAt
    const hide = cited.hideNamesIn({ id: row.disputeId, version: row.version })
    return [
      {
        id: row.disputeId,
        version: row.version,
        figure,
        by: { id, name, kind, party, reliability },
        aspect: row.aspect,
        statedAt: toAsOf(row.statedStart, row.statedEnd, row.statedPrecision, row.statedStated, row.statedNote),
        words: hide(row.words),
        citations: cited.citations.get(versionKey({ id: row.disputeId, version: row.version })) ?? [],
        state: 'approved',
        reason: hide(row.reason),
        knownFrom: row.knownFrom,
        knownTo: isClosed ? row.knownTo : null,
      },
    ]
  })
  return { disputes: all, hashes: cited.hashes }
}
