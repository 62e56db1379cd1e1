import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { loadGazetteer, updatePlace } from '@/db/repositories/change-ground'
import { changePlaceNames } from '@/db/repositories/change-names'
import { type NewPlace, writePlaces } from '@/db/repositories/write-places'
import { type BadRow, matchPlaces, type PlaceMatch, type ReadPlaces } from '@/domain/place/place-import'
import type { Actor } from '@/domain/workflow/actor'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/** How many lines come to what. */
export interface ImportCounts {
  new: number
  changed: number
  same: number
  bad: number
}

/** What importing a file of places would do, line by line. Writes nothing. @throws ServiceError `forbidden` */
export async function previewPlaceImport({
  ctx,
  input: { crisis, read },
}: {
  ctx: Context
  input: { crisis: string; read: ReadPlaces }
}): Promise<{ matches: PlaceMatch[]; bad: BadRow[]; counts: ImportCounts }> {
  requireRole(ctx, crisis, 'administrator')
  const known = await asServiceErrors(() => loadGazetteer(ctx.db, crisis))
  return match(read, known, crisis)
}

/**
 * Imports a file of places into the gazetteer of a crisis as one batch: all of it, or nothing where a line is bad and `skipBad` is not set. The
 * same file twice adds nothing the second time. `usedBy`: whose usage the file's names are.
 * @throws ServiceError `forbidden`, `invalid` (bad lines, nothing to read)
 */
export async function importPlaces({
  ctx,
  input: { crisis, read, usedBy, skipBad },
}: {
  ctx: Context
  input: { crisis: string; read: ReadPlaces; usedBy: string; skipBad: boolean }
}): Promise<{ counts: ImportCounts }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  return await runUseCase({ ctx, actor, action: 'import-places', crisis }, async (tx) => {
    // Read under the lock: of two imports of one file the second finds the first's places.
    const known = await loadGazetteer(tx, crisis)
    const { matches, bad, counts } = match(read, known, crisis)
    const [first] = bad
    if (first && (!skipBad || matches.length === 0)) {
      const message = `${bad.length === 1 ? 'One line' : `${bad.length} lines`} cannot be used; the first is line ${first.line}: ${first.message}`
      throw new ServiceError('invalid', message, [{ pointer: '/text', message }])
    }
    const idOf = await writeNew(tx, matches, { crisis, usedBy, actor })
    const parentOf = ({ parent }: PlaceMatch) =>
      parent && ('id' in parent ? parent.id : (idOf.get(parent.line) ?? null))
    const names = new Map(known.map((place) => [place.id, place]))
    for (const one of matches) {
      const place = one.outcome === 'changed' && one.place !== null ? names.get(one.place) : undefined
      if (!place) continue
      const parent = parentOf(one)
      const { point } = one.row
      await updatePlace(tx, place.id, {
        ...(parent === null ? {} : { parentId: parent }),
        ...(place.point === null && point ? point : {}),
      })
      const all = [...place.names, ...one.adds.map((name) => ({ ...name, usedBy }))]
      const change = { crisisId: crisis, authorId: actor.id, reason: 'Imported.' }
      if (one.adds.length > 0) await changePlaceNames(tx, place.id, all, change)
    }
    const rows = matches.filter(({ outcome }) => outcome !== 'same')
    return { result: { counts }, subject: `crisis:${crisis}`, details: { ...counts }, rows }
  })
}

function match(read: ReadPlaces, known: Parameters<typeof matchPlaces>[1], crisis: string) {
  const { matches, bad } = matchPlaces(read.rows, known, crisis)
  const all = [...read.bad, ...bad].sort((a, b) => a.line - b.line)
  const count = (outcome: PlaceMatch['outcome']) => matches.filter((one) => one.outcome === outcome).length
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), bad: all.length }
  return { matches, bad: all, counts }
}

async function writeNew(
  tx: Transaction,
  matches: readonly PlaceMatch[],
  { crisis, usedBy, actor }: { crisis: string; usedBy: string; actor: Actor },
): Promise<Map<number, string>> {
  const fresh = matches.filter(({ outcome }) => outcome === 'new')
  const idOf = new Map(fresh.map(({ line }) => [line, newId()]))
  const rows = fresh.map(
    ({ line, row, parent }): NewPlace => ({
      id: idOf.get(line) ?? '',
      key: null,
      level: row.level,
      parent: parent && ('id' in parent ? parent.id : (idOf.get(parent.line) ?? null)),
      pcode: row.pcode,
      point: row.point,
      names: row.names.map((name) => ({ ...name, usedBy })),
    }),
  )
  await writePlaces(tx, rows, { crisisId: crisis, authorId: actor.id, knownFrom: null })
  return idOf
}
