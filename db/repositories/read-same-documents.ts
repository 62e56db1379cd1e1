import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { levelsOpenTo, textArray } from '@/db/repositories/read-visibility'
import { documents } from '@/db/schema/documents'
import { sha256 } from '@/db/sha256'
import { canonicalAddress, partsOfAddress } from '@/domain/document/canonical-address'
import type { SameDocument } from '@/domain/document/same-document'
import type { Audience } from '@/domain/viewpoint/viewpoint'

/** What a document is compared by; null where it is not known. `text` as it would be archived. */
export interface DocumentMarks {
  sha256: string | null
  url: string | null
  text: string | null
}

/** The documents of a crisis, open to `audience`, with the same bytes, text or address; earliest archived first. */
export async function loadSameDocuments(
  db: Queryable,
  { crisisId, audience, except = null }: { crisisId: string; audience: Audience; except?: string | null },
  marks: DocumentMarks,
): Promise<SameDocument[]> {
  const hashes = new Set(
    [marks.sha256, marks.text === null ? null : sha256(marks.text)].filter((hash) => hash !== null),
  )
  // The text of a document with bytes is not what its hash is of; texts of other lengths need not be read to be told apart.
  const isSameText =
    marks.text === null ? sql`false` : sql`(${documents.bytes} is not null and ${documents.text} = ${marks.text})`
  const isContent: SQL<boolean> = sql`(${documents.sha256} = any(${textArray(hashes)}) or ${isSameText})`
  const address = marks.url === null ? null : canonicalAddress(marks.url)
  // A newspaper's articles share all but a part of their addresses: whatever might be the same is compared here, the others stay there.
  const mayBeAddress =
    address === null
      ? sql`false`
      : sql.join(
          [
            sql`${documents.url} is not null`,
            ...partsOfAddress(address).map((part) => sql`strpos(lower(${documents.url}), ${part}) > 0`),
          ],
          sql` and `,
        )
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      url: documents.url,
      publishedAt: documents.publishedAt,
      publishedPrecision: documents.publishedPrecision,
      retrievedAt: documents.retrievedAt,
      sha256: documents.sha256,
      isContent: sql<boolean>`coalesce(${isContent}, false)`,
    })
    .from(documents)
    .where(
      sql`${documents.crisisId} = ${crisisId} and ${documents.id} is distinct from ${except}
        and ${documents.sensitivity} = any(${textArray(levelsOpenTo(audience))}) and (${isContent} or (${mayBeAddress}))`,
    )
    .orderBy(documents.knownFrom, documents.id)
  return rows.flatMap(({ isContent, ...document }): SameDocument[] => {
    const isAddress = address !== null && document.url !== null && canonicalAddress(document.url) === address
    const same: SameDocument['same'] = [
      ...(isContent ? ['content' as const] : []),
      ...(isAddress ? ['address' as const] : []),
    ]
    return same.length === 0 ? [] : [{ ...document, same }]
  })
}
