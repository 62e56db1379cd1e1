import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { people } from '@/db/schema/people'
import { editionFigures, editionLanguages, editions, sitreps } from '@/db/schema/sitreps'
import { groupBy } from '@/domain/collection/group-by'
import type { EditionRef } from '@/domain/figure/figure-detail'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

const editionRow = {
  id: sitreps.id,
  number: sitreps.number,
  kind: sitreps.kind,
  edition: editions.edition,
  contentHash: editions.contentHash,
  pdfSha256: editions.pdfSha256,
  dataPdfSha256: editions.dataPdfSha256,
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
      language: sql<Locale>`${editions.content} ->> 'language'`,
      further: sql<Locale[]>`array(
        select ${editionLanguages.language} from ${editionLanguages}
        where ${editionLanguages.sitrepId} = ${editions.sitrepId} and ${editionLanguages.edition} = ${editions.edition}
        order by 1)`,
    })
    .from(editions)
    .innerJoin(sitreps, eq(sitreps.id, editions.sitrepId))
    .where(and(eq(sitreps.crisisId, crisisId), number === undefined ? undefined : eq(sitreps.number, number)))
    .orderBy(desc(sitreps.number), desc(editions.edition))
}

/** One edition, in the language it was written in (`further` null) or in one it was published in beside. */
export interface EditionKey {
  sitrepId: string
  edition: number
  further: Locale | null
}

/** The composed content of one edition with its hashes, or undefined. */
export async function loadEditionContent(db: Queryable, key: EditionKey) {
  const from = tableOf(key)
  const { content, contentHash, pdfSha256, dataPdfSha256 } = from
  const [row] = await db.select({ content, contentHash, pdfSha256, dataPdfSha256 }).from(from).where(isNamed(key))
  return row
}

/** The PDF bytes of one edition, those with its data inside where `isWithData`; null where there are none. */
export async function loadEditionPdf(db: Queryable, key: EditionKey, isWithData: boolean): Promise<Buffer | null> {
  const from = tableOf(key)
  const [row] = await db
    .select({ pdf: isWithData ? from.dataPdf : from.pdf })
    .from(from)
    .where(isNamed(key))
  return row?.pdf ?? null
}

const tableOf = ({ further }: EditionKey) => (further === null ? editions : editionLanguages)

function isNamed({ sitrepId, edition, further }: EditionKey) {
  const table = tableOf({ sitrepId, edition, further })
  const isEdition = and(eq(table.sitrepId, sitrepId), eq(table.edition, edition))
  return further === null ? isEdition : and(isEdition, eq(editionLanguages.language, further))
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
