import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger } from '@/db/repositories/figure-visibility'
import { toAsOf } from '@/db/repositories/read-as-of'
import { isDisputeInLedger, loadDisputesOf } from '@/db/repositories/read-disputes'
import { isDocumentInLedger } from '@/db/repositories/read-documents'
import { loadSources } from '@/db/repositories/read-names'
import { isNoteInLedger } from '@/db/repositories/read-notes'
import { type CrisisReading, levelsOpenTo, textArray } from '@/db/repositories/read-visibility'
import { citations } from '@/db/schema/citations'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { documents } from '@/db/schema/documents'
import { figures, figureVersions } from '@/db/schema/figures'
import { noteVersions } from '@/db/schema/notes'
import { sourceGrades } from '@/db/schema/sources'
import { statements } from '@/db/schema/statements'
import { groupBy } from '@/domain/collection/group-by'
import type { Dispute } from '@/domain/figure/figure'
import type { ListedSource } from '@/domain/source/listed-source'
import type { ListedStatement } from '@/domain/statement/listed-statement'

/** Statements of which a figure is in the ledger at the viewpoint, by id, after an id; with a claimant of the filter where there is one. */
export async function loadStatements(
  db: Queryable,
  reading: CrisisReading,
  { after, limit, claimants, id }: { after: string | null; limit: number; claimants: string[]; id?: string },
): Promise<ListedStatement[]> {
  const conditions = [
    sql`${statements.crisisId} = ${reading.crisis.id}`,
    sql`exists (select 1 from ${figures} join ${figureVersions} on ${figureVersions.figureId} = ${figures.id}
      where ${figures.statementId} = ${statements.id} and ${isInLedger(reading)})`,
    ...(after === null ? [] : [sql`${statements.id} > ${after}`]),
    ...(claimants.length === 0 ? [] : [sql`${statements.claimantId} = any(${textArray(claimants)})`]),
    ...(id === undefined ? [] : [sql`${statements.id} = ${id}`]),
  ]
  const rows = await db
    .select()
    .from(statements)
    .where(sql.join(conditions, sql` and `))
    .orderBy(asc(statements.id))
    .limit(limit)
  const ids = textArray(rows.map((row) => row.id))
  const [taken, sources] = await Promise.all([
    db
      .select({ statement: figures.statementId, figure: figures.id, document: citations.documentId })
      .from(figureVersions)
      .innerJoin(figures, eq(figures.id, figureVersions.figureId))
      .innerJoin(
        citations,
        sql`${citations.figureId} = ${figureVersions.figureId} and ${citations.version} = ${figureVersions.version}`,
      )
      .innerJoin(documents, eq(documents.id, citations.documentId))
      .where(
        sql`${figures.statementId} = any(${ids}) and ${isInLedger(reading)} and ${documents.sensitivity} = any(${textArray(levelsOpenTo(reading.viewpoint.audience))})`,
      )
      .orderBy(asc(figures.id), asc(citations.position)),
    loadSources(
      db,
      rows.map(({ claimantId }) => claimantId),
      reading.viewpoint,
    ),
  ])
  const takenOf = groupBy(taken, ({ statement }) => statement)
  return rows.flatMap((row) => {
    const claimant = sources.get(row.claimantId)
    if (!claimant) return []
    const { id, name, kind, party, reliability } = claimant
    const own = takenOf.get(row.id) ?? []
    return [
      {
        id: row.id,
        claimant: { id, name, kind, party, reliability },
        speaker: row.speaker,
        occasion: row.occasion,
        saidAt: toAsOf(row.saidStart, row.saidEnd, row.saidPrecision, row.saidStated, row.saidNote),
        figures: [...new Set(own.map(({ figure }) => figure))],
        documents: [...new Set(own.map(({ document }) => document))],
      },
    ]
  })
}

/** Every dispute of a figure that is in the ledger at the viewpoint. */
export async function loadDisputes(db: Queryable, reading: CrisisReading): Promise<Dispute[]> {
  const rows = await db
    .selectDistinct({ figure: disputes.figureId })
    .from(disputeVersions)
    .innerJoin(disputes, eq(disputes.id, disputeVersions.disputeId))
    .innerJoin(figureVersions, eq(figureVersions.figureId, disputes.figureId))
    .where(sql`${isDisputeInLedger(reading)} and ${isInLedger(reading)}`)
  const found = await loadDisputesOf(db, new Set(rows.map(({ figure }) => figure)), reading)
  return [...found.disputes.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Who states, publishes, is quoted in a note or disputes something that the reader can see at the viewpoint, by name, with its grades known
 * by then and how much of it there is to see.
 */
export async function loadListedSources(db: Queryable, reading: CrisisReading): Promise<ListedSource[]> {
  const { viewpoint } = reading
  const count = sql<number>`count(*)`.mapWith(Number)
  const [claimed, published, noted, disputed] = await Promise.all([
    db
      .select({ id: figureVersions.claimantId, count })
      .from(figureVersions)
      .where(isInLedger(reading))
      .groupBy(figureVersions.claimantId),
    db
      .select({ id: documents.publisherId, count })
      .from(documents)
      .where(isDocumentInLedger(reading))
      .groupBy(documents.publisherId),
    db.selectDistinct({ id: noteVersions.saidById }).from(noteVersions).where(isNoteInLedger(reading)),
    loadDisputes(db, reading),
  ])
  const ids = new Set([...claimed, ...published, ...noted, ...disputed.map(({ by }) => by)].map(({ id }) => id))
  const [sources, grades] = await Promise.all([
    loadSources(db, ids, viewpoint),
    db
      .select({
        id: sourceGrades.sourceId,
        reliability: sourceGrades.reliability,
        reason: sourceGrades.reason,
        knownFrom: sourceGrades.knownFrom,
      })
      .from(sourceGrades)
      .where(
        sql`${sourceGrades.sourceId} = any(${textArray(ids)}) and ${sourceGrades.knownFrom} <= ${viewpoint.knownAt}::timestamptz`,
      )
      .orderBy(asc(sourceGrades.knownFrom)),
  ])
  const parents = await loadSources(
    db,
    [...sources.values()].flatMap(({ parentId }) => parentId ?? []),
    viewpoint,
  )
  const gradesOf = groupBy(grades, ({ id }) => id)
  const figuresOf = new Map(claimed.map(({ id, count }) => [id, count]))
  const documentsOf = new Map(published.map(({ id, count }) => [id, count]))
  return [...sources.values()]
    .map(({ parentId, ...source }) => ({
      ...source,
      parent: parentId === null ? null : { id: parentId, name: parents.get(parentId)?.name ?? parentId },
      gradings: (gradesOf.get(source.id) ?? []).flatMap(({ reliability, reason, knownFrom }) =>
        knownFrom === null ? [] : [{ reliability, reason, knownFrom }],
      ),
      figures: figuresOf.get(source.id) ?? 0,
      documents: documentsOf.get(source.id) ?? 0,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}
