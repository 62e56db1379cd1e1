import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadSources } from '@/db/repositories/read-names'
import { type CrisisReading, levelsOpenTo, textArray } from '@/db/repositories/read-visibility'
import { loadMaskedTexts } from '@/db/repositories/withheld-names'
import { documents } from '@/db/schema/documents'
import type { ListedDocument } from '@/domain/document/listed-document'
import type { Instant } from '@/domain/time/instant'

/** Documents the reader may know of, archived by `knownAt` and published, where a day is known, by `asOf`. */
export function isDocumentInLedger({ crisis, viewpoint }: CrisisReading): SQL {
  return sql`(${documents.crisisId} = ${crisis.id} and ${documents.sensitivity} = any(${textArray(levelsOpenTo(viewpoint.audience))}) and ${documents.knownFrom} <= ${viewpoint.knownAt}::timestamptz and (${documents.publishedAt} is null or ${documents.publishedAt} <= ${viewpoint.asOf}::timestamptz))`
}

/** Documents, newest published first, undated ones last. */
export async function loadDocuments(
  db: Queryable,
  reading: CrisisReading,
  { where = sql`true`, limit }: { where?: SQL; limit?: number } = {},
): Promise<ListedDocument[]> {
  const query = db
    .select({
      id: documents.id,
      title: documents.title,
      url: documents.url,
      publisherId: documents.publisherId,
      publishedAt: documents.publishedAt,
      publishedPrecision: documents.publishedPrecision,
      language: documents.language,
      retrievedAt: documents.retrievedAt,
      sha256: documents.sha256,
    })
    .from(documents)
    .where(sql`${isDocumentInLedger(reading)} and ${where}`)
    .orderBy(sql`${documents.publishedAt} desc nulls last`, documents.id)
  const rows = await (limit === undefined ? query : query.limit(limit))
  const [publishers, masks] = await Promise.all([
    loadSources(
      db,
      rows.map(({ publisherId }) => publisherId),
      reading.viewpoint,
    ),
    loadMaskedTexts(
      db,
      rows.map(({ id }) => id),
      reading.viewpoint,
    ),
  ])
  return rows.map(({ publisherId, ...document }) => ({
    ...document,
    title: masks.get(document.id)?.maskWords(document.title) ?? document.title,
    publisher: { id: publisherId, name: publishers.get(publisherId)?.name ?? publisherId },
  }))
}

/** The archived text of a document and who may read it, for a reader who may know of the document; else null. */
export async function loadDocumentText(db: Queryable, reading: CrisisReading, id: string) {
  const [row] = await db
    .select({ text: documents.text, sensitivity: documents.sensitivity, fullText: documents.fullText })
    .from(documents)
    .where(sql`${documents.id} = ${id} and ${isDocumentInLedger(reading)}`)
  return row ?? null
}

/** Documents after a place in the order of `loadDocuments`. */
export function isDocumentAfter(after: { publishedAt: Instant | null; id: string } | null): SQL {
  if (after === null) return sql`true`
  const { publishedAt, id } = after
  if (publishedAt === null) return sql`(${documents.publishedAt} is null and ${documents.id} > ${id})`
  return sql`(${documents.publishedAt} < ${publishedAt}::timestamptz or ${documents.publishedAt} is null
    or (${documents.publishedAt} = ${publishedAt}::timestamptz and ${documents.id} > ${id}))`
}

/** The document with this id. */
export const isDocument = (id: string): SQL => sql`${documents.id} = ${id}`
