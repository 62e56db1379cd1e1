import { z } from 'zod'

/** Longitude, then latitude, in degrees (RFC 7946). */
export const lonLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type LonLat = z.infer<typeof lonLatSchema>

/** Closed: its last position is its first. */
const ringSchema = z
  .array(lonLatSchema)
  .min(4, 'A ring has at least four positions.')
  .refine((ring) => {
    const [first, last] = [ring[0], ring.at(-1)]
    return first?.[0] === last?.[0] && first?.[1] === last?.[1]
  }, 'A ring ends where it begins.')

/** Where a place lies: polygons, each an outer ring and the rings of its holes. A GeoJSON geometry. */
export const boundarySchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ringSchema).min(1)).min(1),
})
export type Boundary = z.infer<typeof boundarySchema>

/** So many positions draw a place of any size on a page. */
export const mostPositions = 2000
