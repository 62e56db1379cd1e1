import { loadGazetteer, updatePlace } from '@/db/repositories/change-ground'
import { matchFeature, type ReadBoundaries } from '@/domain/place/boundary-import'
import type { KnownPlace } from '@/domain/place/place-import'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/** A feature of the file: the place its boundary is of by P-code, or null where a person has to choose. */
export interface FeatureMatch {
  index: number
  name: string
  positions: number
  place: { id: string; name: string } | null
  /** Why its boundary cannot be used, or a thing to know. */
  message: string | null
}

/** What a file of boundaries holds, and which places they are of. Writes nothing. @throws ServiceError `forbidden`, `invalid` (unreadable) */
export async function previewBoundaryImport({
  ctx,
  input: { crisis, read },
}: {
  ctx: Context
  input: { crisis: string; read: ReadBoundaries }
}): Promise<{ features: FeatureMatch[] }> {
  requireRole(ctx, crisis, 'administrator')
  requireReadable(read)
  const known = await asServiceErrors(() => loadGazetteer(ctx.db, crisis))
  const features = read.features.map((feature): FeatureMatch => {
    const place = matchFeature(feature, known)
    const { index, name, boundary } = feature
    const positions = boundary?.coordinates.flat(2).length ?? 0
    const message = feature.message ?? (place && place.crisis !== crisis ? sharedPlace : null)
    return { index, name, positions, place: place && { id: place.id, name: nameOf(place) }, message }
  })
  return { features }
}

/**
 * Attaches boundaries of a file to places of the crisis, as one batch: each to the place a person chose for it, or agreed to. Choices that name no
 * feature, no place or one feature's missing boundary are refused, all together. What a place has already is replaced, and the log says so.
 * @throws ServiceError `forbidden`, `invalid`
 */
export async function importBoundaries({
  ctx,
  input: { crisis, read, choices },
}: {
  ctx: Context
  input: { crisis: string; read: ReadBoundaries; choices: { feature: number; place: string }[] }
}): Promise<{ attached: number }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  requireReadable(read)
  return await runUseCase({ ctx, actor, action: 'import-boundaries', crisis }, async (tx) => {
    const places = new Map((await loadGazetteer(tx, crisis)).map((place) => [place.id, place]))
    const errors = choices.flatMap(({ feature, place }, index) => {
      const found = read.features.find((one) => one.index === feature)
      const target = places.get(place)
      const message = !found
        ? 'The file has no such boundary.'
        : !found.boundary
          ? (found.message ?? 'It has no boundary.')
          : !target
            ? 'There is no such place.'
            : target.crisis !== crisis
              ? sharedPlace
              : choices.findIndex((one) => one.place === place) !== index
                ? 'The place has two boundaries here: choose one.'
                : null
      return message === null ? [] : [{ pointer: `/choices/${index}`, message }]
    })
    if (errors.length > 0) throw new ServiceError('invalid', 'Some boundaries cannot be attached.', errors)
    for (const { feature, place } of choices) {
      const boundary = read.features.find(({ index }) => index === feature)?.boundary
      if (boundary) await updatePlace(tx, place, { boundary })
    }
    const named = choices.map(({ place }) => nameOf(places.get(place)))
    const details = { attached: choices.length, places: named.slice(0, 50) }
    return {
      result: { attached: choices.length },
      subject: `crisis:${crisis}`,
      details,
      rows: [choices, read.features],
    }
  })
}

const sharedPlace = 'The place serves all crises: change it there.'

const nameOf = (place: KnownPlace | undefined) => place?.names[0]?.name ?? place?.pcode ?? ''

function requireReadable({ message }: ReadBoundaries): void {
  if (message !== null) throw new ServiceError('invalid', message, [{ pointer: '/text', message }])
}
