import type { Transaction } from '@/db/client'
import { writeRows } from '@/db/repositories/write-rows'
import { citations } from '@/db/schema/citations'
import type { Citation } from '@/domain/figure/figure'

export interface CitedVersion {
  id: string
  version: number
  citations: readonly Citation[]
}

/** Inserts the citations of versions. To be called before an approved version is inserted: afterwards they are refused. */
export async function writeCitations(
  tx: Transaction,
  owner: 'figureId' | 'noteId' | 'disputeId',
  versions: readonly CitedVersion[],
  crisisId: string,
): Promise<void> {
  const rows = versions.flatMap(({ id: ownerId, version, citations }) =>
    citations.map(({ id, document, quote, language, relation, position }, index) => ({
      id,
      crisisId,
      [owner]: ownerId,
      version,
      position: index,
      documentId: document.id,
      quote,
      language,
      relation,
      quoteStart: position?.start ?? null,
      quoteEnd: position?.end ?? null,
    })),
  )
  await writeRows(tx, citations, rows)
}
