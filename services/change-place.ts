import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { lockPlace, readWithin, updatePlace } from '@/db/repositories/change-ground'
import { changePlaceNames } from '@/db/repositories/change-names'
import { beforeAfter } from '@/domain/audit/before-after'
import { type Boundary, boundarySchema } from '@/domain/place/boundary'
import { placeSchema } from '@/services/add-places'
import type { Context } from '@/services/context'
import { requireServing } from '@/services/entry/require-serving'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { requireVersion } from '@/services/require-version'
import { runUseCase } from '@/services/run-use-case'

export const placeChangeSchema = placeSchema.extend({ boundary: boundarySchema.nullable() }).partial()

/**
 * Changes a place; what the change leaves out stays. Its names of before stay known for then. `crisis`: the one it was entered for, null where
 * it serves all.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version stands, the P-code is taken), `invalid`
 */
export async function changePlace({
  ctx,
  input: { crisis, place, version, reason: given, change },
}: {
  ctx: Context
  input: {
    crisis: string | null
    place: string
    version: number
    reason: string
    change: z.input<typeof placeChangeSchema>
  }
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  const reason = requireReason(given)
  const { names, ...changed } = parseInput(placeChangeSchema, change)
  return await runUseCase({ ctx, actor, action: 'change-place', crisis }, async (tx) => {
    const was = await lockPlace(tx, place)
    if (!was || was.crisisId !== crisis) throw new ServiceError('not-found', 'There is no such place.')
    requireVersion(was, version)
    if (changed.parent) await requireParent(tx, crisis, { place, parent: changed.parent })
    const row = toRow(changed)
    const next = await updatePlace(tx, place, row)
    if (names) await changePlaceNames(tx, place, names, { crisisId: crisis, authorId: actor.id, reason })
    const told = beforeAfter(
      { ...was, boundary: sizeOf(was.boundary) },
      {
        ...was,
        ...row,
        boundary: sizeOf(row.boundary === undefined ? was.boundary : row.boundary),
        ...(names ? { names } : {}),
      },
    )
    const details = { version: next, reason, ...told }
    return {
      result: { id: place, version: next },
      subject: `place:${place}`,
      details,
      rows: { row, names: names ?? null },
    }
  })
}

/** Only what the change names: a member that is left out leaves its column alone. */
function toRow({ parent, point, ...same }: Omit<z.output<typeof placeChangeSchema>, 'names'>) {
  return {
    ...same,
    ...(parent === undefined ? {} : { parentId: parent }),
    ...(point === undefined ? {} : { lat: point?.lat ?? null, lon: point?.lon ?? null }),
  }
}

/** A boundary as the log tells of it: its thousands of positions stand in the digest. */
const sizeOf = (boundary: Boundary | null) =>
  boundary && { polygons: boundary.coordinates.length, positions: boundary.coordinates.flat(2).length }

async function requireParent(
  tx: Transaction,
  crisis: string | null,
  { place, parent }: { place: string; parent: string },
): Promise<void> {
  await requireServing(tx, 'place', crisis, [{ pointer: '/parent', id: parent }])
  if (!(await readWithin(tx, 'place', place)).has(parent)) return
  const message = 'A place cannot lie in itself.'
  throw new ServiceError('invalid', message, [{ pointer: '/parent', message }])
}
