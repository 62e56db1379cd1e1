import { and, count, desc, eq, lt } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { writeRows } from '@/db/repositories/write-rows'
import { editionFigures, editionLanguages, editions, sitreps } from '@/db/schema/sitreps'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import type { Instant } from '@/domain/time/instant'

/** The sitrep of that number in a crisis, with how many editions it has; undefined where nobody began one. */
export async function readSitrep(db: Queryable, crisisId: string, number: number) {
  const [row] = await db
    .select({ id: sitreps.id, kind: sitreps.kind, editions: count(editions.edition) })
    .from(sitreps)
    .leftJoin(editions, eq(editions.sitrepId, sitreps.id))
    .where(and(eq(sitreps.crisisId, crisisId), eq(sitreps.number, number)))
    .groupBy(sitreps.id)
  return row
}

/** The viewpoint of the latest edition of the sitrep before that number; undefined where it is the first. */
export async function readViewpointBefore(
  db: Queryable,
  crisisId: string,
  number: number,
): Promise<{ asOf: Instant; knownAt: Instant } | undefined> {
  const [row] = await db
    .select({ asOf: editions.asOf, knownAt: editions.knownAt })
    .from(editions)
    .innerJoin(sitreps, eq(sitreps.id, editions.sitrepId))
    .where(and(eq(sitreps.crisisId, crisisId), lt(sitreps.number, number)))
    .orderBy(desc(sitreps.number), desc(editions.edition))
    .limit(1)
  return row
}

/** Begins a sitrep; answers its id, a new one where none is given. */
export async function writeSitrep(
  tx: Transaction,
  { id = newId(), ...sitrep }: { id?: string; crisisId: string; number: number; kind: Sitrep['kind'] },
): Promise<string> {
  await tx.insert(sitreps).values({ id, ...sitrep })
  return id
}

/** Writes an edition's further languages, before the edition itself. */
export async function writeEditionLanguages(
  tx: Transaction,
  languages: readonly (typeof editionLanguages.$inferInsert)[],
): Promise<void> {
  await writeRows(tx, editionLanguages, [...languages])
}

export type NewEdition = Omit<typeof editions.$inferInsert, 'publishedAt'> & {
  /** Kept while loading a reconstruction; otherwise the database's clock. */
  publishedAt: Instant
}

/** Publishes an edition with the figure versions that stand in it. Answers when it was published. */
export async function writeEdition(
  tx: Transaction,
  edition: NewEdition,
  figures: readonly { id: string; version: number }[],
): Promise<Instant> {
  const [row] = await tx.insert(editions).values(edition).returning({ publishedAt: editions.publishedAt })
  const { sitrepId, edition: number, crisisId } = edition
  await writeRows(
    tx,
    editionFigures,
    figures.map(({ id: figureId, version }) => ({ sitrepId, edition: number, crisisId, figureId, version })),
  )
  if (!row) throw new Error('The edition was not written.')
  return row.publishedAt
}
