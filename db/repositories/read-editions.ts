import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { people } from '@/db/schema/people'
import { editionFigures, editions, sitreps } from '@/db/schema/sitreps'
import { groupBy } from '@/domain/collection/group-by'
import type { EditionRef } from '@/domain/figure/figure-detail'
import type { Instant } from '@/domain/time/instant'

const editionRow = {
  id: sitreps.id,
  number: sitreps.number,
  kind: sitreps.kind,
  edition: editions.edition,
  contentHash: editions.contentHash,
  pdfSha256: editions.pdfSha256,
  auditHead: editions.auditHead,
  asOf: editions.asOf,
  knownAt: editions.knownAt,
  periodFrom: editions.periodFrom,
  periodTo: editions.periodTo,
  expiresAt: editions.expiresAt,
  publishedAt: editions.publishedAt,
  erratumWhat: editions.erratumWhat,
  erratumWhy: editions.erratumWhy,
}

/** Published editions of a crisis without their content, newest number and edition first; of one number where it is given. */
export async function loadEditions(db: Queryable, crisisId: string, number?: number) {
  return await db
    .select({
      ...editionRow,
      title: sql<string>`${editions.content} ->> 'title'`,
      language: sql<string>`${editions.content} ->> 'language'`,
    })
    .from(editions)
    .innerJoin(sitreps, eq(sitreps.id, editions.sitrepId))
    .where(and(eq(sitreps.crisisId, crisisId), number === undefined ? undefined : eq(sitreps.number, number)))
    .orderBy(desc(sitreps.number), desc(editions.edition))
}

/** The composed content of one edition, or null. */
export async function loadEditionContent(db: Queryable, sitrepId: string, edition: number) {
  const [row] = await db
    .select({ content: editions.content })
    .from(editions)
    .where(and(eq(editions.sitrepId, sitrepId), eq(editions.edition, edition)))
  return row?.content ?? null
}

/** The PDF bytes of one edition, or null. */
export async function loadEditionPdf(db: Queryable, sitrepId: string, edition: number): Promise<Buffer | null> {
  const [row] = await db
    .select({ pdf: editions.pdf })
    .from(editions)
    .where(and(eq(editions.sitrepId, sitrepId), eq(editions.edition, edition)))
  return row?.pdf ?? null
}

/** The editions published by an instant in which versions of these figures stood, by figure and version ("id:version"). */
export async function loadEditionsOfFigures(
  db: Queryable,
  figures: Iterable<string>,
  publishedBy: Instant,
): Promise<Map<string, EditionRef[]>> {
  const rows = await db
    .select({
      figure: editionFigures.figureId,
      version: editionFigures.version,
      number: sitreps.number,
      edition: editions.edition,
    })
    .from(editionFigures)
    .innerJoin(sitreps, eq(sitreps.id, editionFigures.sitrepId))
    .innerJoin(
      editions,
      and(eq(editions.sitrepId, editionFigures.sitrepId), eq(editions.edition, editionFigures.edition)),
    )
    .where(
      sql`${editionFigures.figureId} = any(${textArray(figures)}) and ${editions.publishedAt} <= ${publishedBy}::timestamptz`,
    )
    .orderBy(asc(sitreps.number), asc(editions.edition))
  const byVersion = groupBy(rows, ({ figure, version }) => `${figure}:${version}`)
  return new Map([...byVersion].map(([key, own]) => [key, own.map(({ number, edition }) => ({ number, edition }))]))
}

/** What editions of a crisis published by an instant say they mend, newest first, with who approved them. */
export async function loadErrata(db: Queryable, crisisId: string, publishedBy: Instant) {
  return await db
    .select({
      sitrep: sitreps.id,
      title: sql<string>`${editions.content} ->> 'title'`,
      number: sitreps.number,
      edition: editions.edition,
      what: sql<string>`${editions.erratumWhat}`,
      why: sql<string>`coalesce(${editions.erratumWhy}, '')`,
      at: editions.publishedAt,
      approvedBy: people.name,
    })
    .from(editions)
    .innerJoin(sitreps, eq(sitreps.id, editions.sitrepId))
    .innerJoin(people, eq(people.id, editions.approverId))
    .where(
      sql`${editions.crisisId} = ${crisisId} and ${editions.erratumWhat} is not null and ${editions.publishedAt} <= ${publishedBy}::timestamptz`,
    )
    .orderBy(desc(editions.publishedAt), desc(sitreps.number))
}
