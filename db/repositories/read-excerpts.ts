import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isInLedger } from '@/db/repositories/figure-visibility'
import { isDisputeInLedger } from '@/db/repositories/read-disputes'
import { isNoteInLedger } from '@/db/repositories/read-notes'
import { suppressedFigures } from '@/db/repositories/read-suppression'
import type { CrisisReading } from '@/db/repositories/read-visibility'
import { citations } from '@/db/schema/citations'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { figureVersions } from '@/db/schema/figures'
import { noteVersions } from '@/db/schema/notes'

/** What is quoted from a document by figures, notes and disputes in the ledger at the viewpoint, in the order of the text. */
export async function loadQuotesOf(db: Queryable, reading: CrisisReading, documentId: string) {
  return await db
    .select({
      citation: citations.id,
      figure: citations.figureId,
      note: citations.noteId,
      dispute: citations.disputeId,
      quote: citations.quote,
      language: citations.language,
      relation: citations.relation,
      start: citations.quoteStart,
      end: citations.quoteEnd,
    })
    .from(citations)
    .leftJoin(
      figureVersions,
      sql`${figureVersions.figureId} = ${citations.figureId} and ${figureVersions.version} = ${citations.version}`,
    )
    .leftJoin(
      noteVersions,
      sql`${noteVersions.noteId} = ${citations.noteId} and ${noteVersions.version} = ${citations.version}`,
    )
    .leftJoin(
      disputeVersions,
      sql`${disputeVersions.disputeId} = ${citations.disputeId} and ${disputeVersions.version} = ${citations.version}`,
    )
    .leftJoin(disputes, eq(disputes.id, citations.disputeId))
    .where(
      sql`${citations.documentId} = ${documentId} and (
        ${isInLedger(reading)} or ${isNoteInLedger(reading)} or (${isDisputeInLedger(reading)} and exists (
          select 1 from ${figureVersions} where ${figureVersions.figureId} = ${disputes.figureId} and ${isInLedger(reading)})))`,
    )
    .orderBy(sql`${citations.quoteStart} nulls last`, citations.id)
}

/** Whether the document is cited by a figure whose small number is suppressed for the reader: the words around others may tell it. */
export async function citesSuppressed(db: Queryable, reading: CrisisReading, documentId: string): Promise<boolean> {
  const suppressed = suppressedFigures(reading)
  if (!suppressed) return false
  const rows = await db
    .select({ id: citations.id })
    .from(citations)
    .where(sql`${citations.documentId} = ${documentId} and ${citations.figureId} in ${suppressed}`)
    .limit(1)
  return rows.length > 0
}
