import { z } from 'zod'
import { newId } from '@/db/new-id'
import { type NewPlace, writePlaces } from '@/db/repositories/write-places'
import { placeLevels } from '@/domain/place/listed-place'
import type { Context } from '@/services/context'
import { requireServing } from '@/services/entry/require-serving'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

export const placeSchema = z.object({
  level: z.enum(placeLevels),
  parent: z.string().nullable(),
  pcode: z.string().trim().min(1).max(40).nullable(),
  point: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
  /** First the name to fall back on. */
  names: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(300),
        language: z.string().trim().min(2).max(35),
        usedBy: z.string().trim().min(1).max(80),
      }),
    )
    .min(1)
    .max(50),
})

export const addPlacesSchema = z.object({
  /** Null: for all crises. */
  crisis: z.string().nullable(),
  places: z.array(placeSchema).min(1).max(5000),
})

/**
 * Adds places with their names to the gazetteer. Answers their ids, in order. Whoever enters figures of a crisis may add
 * the places they speak of.
 * @throws ServiceError `forbidden`, `invalid`
 */
export async function addPlaces({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof addPlacesSchema>
}): Promise<{ ids: string[] }> {
  const actor = requireRole(
    ctx,
    input.crisis,
    ...(input.crisis === null ? [] : ['contributor' as const]),
    'administrator',
  )
  const { crisis, places } = parseInput(addPlacesSchema, input)
  const rows = places.map((place): NewPlace => ({ ...place, id: newId(), key: null }))
  return await runUseCase({ ctx, actor, action: 'add-places', crisis }, async (tx) => {
    await requireServing(
      tx,
      'place',
      crisis,
      rows.map(({ parent }, index) => ({ pointer: `/places/${index}/parent`, id: parent })),
    )
    await writePlaces(tx, rows, { crisisId: crisis, authorId: actor.id, knownFrom: null })
    const ids = rows.map(({ id }) => id)
    return {
      result: { ids },
      subject: `place:${ids[0]}`,
      details: { count: ids.length, names: rows.map(({ names }) => names[0]?.name ?? '').slice(0, 20) },
      rows,
    }
  })
}
