import { z } from 'zod'

export const placeLevels = ['country', 'admin1', 'admin2', 'admin3', 'settlement', 'site'] as const

/** A place of the gazetteer. `name` follows the crisis's naming preference, with the other names in use after it. */
export const listedPlaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  names: z.array(z.object({ name: z.string(), language: z.string(), usedBy: z.string() })),
  level: z.enum(placeLevels),
  parent: z.string().nullable(),
  pcode: z.string().nullable(),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  /** What a change of the place is sent with (If-Match). */
  version: z.number().int(),
})
export type ListedPlace = z.infer<typeof listedPlaceSchema>
