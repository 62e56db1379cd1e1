import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { placeNames } from '@/db/schema/places'
import { sourceNames } from '@/db/schema/sources'

interface Change {
  crisisId: string | null
  authorId: string
  reason: string
}

interface Name {
  name: string
  language: string
}

/**
 * The names of a source from now on, the first the one to fall back on. A name at a position that changes is the next version of the one that
 * stood there; what falls away is withdrawn. What was known before stays known for then.
 */
export async function changeSourceNames(
  tx: Transaction,
  sourceId: string,
  names: readonly Name[],
  change: Change,
): Promise<void> {
  const open = await tx
    .select()
    .from(sourceNames)
    .where(and(eq(sourceNames.sourceId, sourceId), isNotNull(sourceNames.knownFrom), isNull(sourceNames.knownTo)))
    .orderBy(asc(sourceNames.position))
  const { gone, fresh } = compare(open, names, isSameName)
  for (const { id, closing } of gone) {
    await tx.update(sourceNames).set(closed(closing, change)).where(eq(sourceNames.id, id))
  }
  for (const { position, name } of fresh) {
    const row = { id: newId(), sourceId, position, crisisId: change.crisisId, authorId: change.authorId }
    await tx.insert(sourceNames).values({ ...row, ...name, reason: change.reason })
  }
}

/** The same for a place, whose names also tell who uses them. */
export async function changePlaceNames(
  tx: Transaction,
  placeId: string,
  names: readonly (Name & { usedBy: string })[],
  change: Change,
): Promise<void> {
  const open = await tx
    .select()
    .from(placeNames)
    .where(and(eq(placeNames.placeId, placeId), isNotNull(placeNames.knownFrom), isNull(placeNames.knownTo)))
    .orderBy(asc(placeNames.position))
  const { gone, fresh } = compare(open, names, (a, b) => isSameName(a, b) && a.usedBy === b.usedBy)
  for (const { id, closing } of gone) {
    await tx.update(placeNames).set(closed(closing, change)).where(eq(placeNames.id, id))
  }
  for (const { position, name } of fresh) {
    const row = { id: newId(), placeId, position, crisisId: change.crisisId, authorId: change.authorId }
    await tx.insert(placeNames).values({ ...row, ...name, reason: change.reason })
  }
}

const isSameName = (a: Name, b: Name) => a.name === b.name && a.language === b.language

function compare<Wanted extends Name>(
  open: readonly (Wanted & { id: string; position: number })[],
  names: readonly Wanted[],
  isSame: (a: Wanted, b: Wanted) => boolean,
) {
  const standing = new Map(open.map((row) => [row.position, row]))
  const changed = (name: Wanted | undefined, row: Wanted | undefined) => !(name && row && isSame(name, row))
  return {
    gone: open
      .filter((row) => changed(names[row.position], row))
      .map(({ id, position }) => ({ id, closing: names[position] ? ('corrected' as const) : ('withdrawn' as const) })),
    fresh: names
      .map((name, position) => ({ position, name }))
      .filter((one) => changed(one.name, standing.get(one.position))),
  }
}

const closed = (closedBy: 'corrected' | 'withdrawn', { authorId, reason }: Change) => ({
  knownTo: sql`ledger_clock()`,
  closedBy,
  closedReason: reason,
  closerId: authorId,
})
