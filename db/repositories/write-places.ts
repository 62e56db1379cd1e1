import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { parentsFirst } from '@/db/repositories/parents-first'
import { writeRows } from '@/db/repositories/write-rows'
import { placeNames, places } from '@/db/schema/places'
import type { ListedPlace } from '@/domain/place/listed-place'
import type { Instant } from '@/domain/time/instant'

export interface NewPlace extends Omit<ListedPlace, 'name' | 'version'> {
  key: string | null
}

/** Who enters things that are known as soon as they are entered. `knownFrom` is kept while loading a reconstruction alone. */
export interface EnteredBy {
  /** Null: for all crises. */
  crisisId: string | null
  authorId: string
  knownFrom: Instant | null
}

/** Inserts places with their names, of which the first is the one to fall back on. */
export async function writePlaces(tx: Transaction, rows: readonly NewPlace[], by: EnteredBy): Promise<void> {
  const ordered = parentsFirst(rows)
  await writeRows(
    tx,
    places,
    ordered.map(({ id, key, level, parent, pcode, point }) => ({
      id,
      crisisId: by.crisisId,
      key,
      level,
      parentId: parent,
      pcode,
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
    })),
  )
  const names = ordered.flatMap(({ id, names }) =>
    names.map((name, position) => ({ id: newId(), placeId: id, position, ...name, ...by })),
  )
  await writeRows(tx, placeNames, names)
}
