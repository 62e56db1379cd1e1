import { z } from 'zod'
import { instantSchema } from '@/domain/time/instant'

/** Something that happened at a place in a span of time. `to`: null while it goes on or where nobody said. */
export const listedEventSchema = z.object({
  id: z.string(),
  title: z.string(),
  place: z.object({ id: z.string(), name: z.string() }).nullable(),
  from: instantSchema,
  to: instantSchema.nullable(),
  parent: z.string().nullable(),
})
export type ListedEvent = z.infer<typeof listedEventSchema>
