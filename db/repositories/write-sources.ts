import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { parentsFirst } from '@/db/repositories/parents-first'
import type { EnteredBy } from '@/db/repositories/write-places'
import { writeRows } from '@/db/repositories/write-rows'
import { sourceIndependences, sourceNames, sources } from '@/db/schema/sources'

export interface NewSource {
  id: string
  key: string | null
  /** The first is its name, the others are names in other languages. */
  names: { name: string; language: string }[]
  kind: string
  party: string | null
  parent: string | null
}

/** Inserts sources with their names. A new source has no grade, which reads as F. */
export async function writeSources(tx: Transaction, rows: readonly NewSource[], by: EnteredBy): Promise<void> {
  const ordered = parentsFirst(rows)
  await writeRows(
    tx,
    sources,
    ordered.map(({ id, key, kind, party, parent }) => ({
      id,
      crisisId: by.crisisId,
      key,
      kind,
      party,
      parentId: parent,
    })),
  )
  const names = ordered.flatMap(({ id, names }) =>
    names.map((name, position) => ({ id: newId(), sourceId: id, position, ...name, ...by })),
  )
  await writeRows(tx, sourceNames, names)
}

/** Records two sources as independent of each other, with the reason; the pair is kept in one order. Answers the record's id. */
export async function writeIndependence(
  tx: Transaction,
  { a, b, reason }: { a: string; b: string; reason: string },
  by: EnteredBy,
): Promise<string> {
  const id = newId()
  const [first, second] = a < b ? [a, b] : [b, a]
  await tx.insert(sourceIndependences).values({ id, a: first, b: second, reason, ...by })
  return id
}

/** Closes a record of independence made for this crisis. Answers one of its sources, or undefined where it does not hold. */
export async function withdrawIndependenceRow(
  tx: Transaction,
  { id, crisisId, reason, closerId }: { id: string; crisisId: string; reason: string; closerId: string },
): Promise<string | undefined> {
  const [row] = await tx.execute<{ a: string }>(sql`
    update source_independences set known_to = ledger_clock(), closed_by = 'withdrawn', closed_reason = ${reason}, closer_id = ${closerId}
    where id = ${id} and crisis_id = ${crisisId} and known_to is null returning a`)
  return row?.a
}
