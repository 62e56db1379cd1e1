import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { editionLanguages, editions } from '@/db/schema/sitreps'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import type { RecognisedEdition } from '@/domain/sitrep/verification'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** A file is the report itself, or the one with its data inside. */
const columns = { file: [sql`pdf_sha256`, sql`data_pdf_sha256`], content: [sql`content_hash`] }

/** The editions published by an instant, in whatever language, whose file or content has one of these hashes; newest first. */
export async function findEditionsByHash(
  db: Queryable,
  by: keyof typeof columns,
  hashes: Iterable<string>,
  publishedBy: Instant,
): Promise<RecognisedEdition[]> {
  const among = textArray(hashes)
  const wanted = sql.join(
    columns[by].map((column) => sql`${column} = any(${among})`),
    sql` or `,
  )
  const rows = await db.execute(sql`
    with found as (
      select sitrep_id, edition, content ->> 'language' as language, content ->> 'title' as title, content_hash, pdf_sha256
      from editions where ${wanted}
      union all
      select sitrep_id, edition, language, content ->> 'title', content_hash, pdf_sha256
      from edition_languages where ${wanted}
    )
    select crises.slug, crises.title as crisis_title, sitreps.number, sitreps.kind, found.*, editions.published_at,
      (select max(later.edition) from editions later
        where later.sitrep_id = found.sitrep_id and later.published_at <= ${publishedBy}::timestamptz) as latest
    from found
    join editions on editions.sitrep_id = found.sitrep_id and editions.edition = found.edition
    join sitreps on sitreps.id = found.sitrep_id
    join crises on crises.id = sitreps.crisis_id
    where editions.published_at <= ${publishedBy}::timestamptz
    order by editions.published_at desc, found.language`)
  return rows.map((row) => ({
    crisis: { slug: String(row.slug), title: String(row.crisis_title) },
    number: Number(row.number),
    kind: row.kind as RecognisedEdition['kind'],
    edition: Number(row.edition),
    language: row.language as RecognisedEdition['language'],
    title: String(row.title),
    publishedAt: new Date(String(row.published_at)).toISOString(),
    contentHash: String(row.content_hash),
    pdfSha256: String(row.pdf_sha256),
    supersededBy: Number(row.latest) > Number(row.edition) ? Number(row.latest) : null,
  }))
}

/** What stands in the newest editions of a crisis published by an instant, in the language each was written in; newest first. */
export async function loadNewestContents(db: Queryable, crisisId: string, publishedBy: Instant, most: number) {
  return await db
    .select({ sitrepId: editions.sitrepId, edition: editions.edition, content: editions.content })
    .from(editions)
    .where(and(eq(editions.crisisId, crisisId), lte(editions.publishedAt, publishedBy)))
    .orderBy(desc(editions.publishedAt), desc(editions.edition))
    .limit(most)
}

/** An edition in a language it was published in; in the one it was written in where that is not among them. */
export async function loadEditionIn(
  db: Queryable,
  { sitrepId, edition, language }: { sitrepId: string; edition: number; language: Locale },
): Promise<{ edition: number; content: Sitrep; pdf: Buffer } | null> {
  const [further] = await db
    .select({ edition: editionLanguages.edition, content: editionLanguages.content, pdf: editionLanguages.pdf })
    .from(editionLanguages)
    .where(
      and(
        eq(editionLanguages.sitrepId, sitrepId),
        eq(editionLanguages.edition, edition),
        eq(editionLanguages.language, language),
      ),
    )
  if (further) return further
  const [own] = await db
    .select({ edition: editions.edition, content: editions.content, pdf: editions.pdf })
    .from(editions)
    .where(and(eq(editions.sitrepId, sitrepId), eq(editions.edition, edition)))
  return own ?? null
}
