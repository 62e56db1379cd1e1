import { z } from 'zod'
import { claimantSchema, grades } from '@/domain/figure/figure'
import { instantSchema } from '@/domain/time/instant'

/** A source of a crisis: who it is, how it is graded and was graded before, and how much of it the reader can see. */
export const listedSourceSchema = claimantSchema.extend({
  names: z.array(z.object({ name: z.string(), language: z.string() })),
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Grades known at the viewpoint, oldest first; the last one holds. Empty: F, cannot be judged. */
  gradings: z.array(z.object({ reliability: z.enum(grades), reason: z.string().nullable(), knownFrom: instantSchema })),
  /** Figures it states in this crisis, and documents it published. */
  figures: z.number().int(),
  documents: z.number().int(),
  /** What a change of the source is sent with (If-Match). */
  version: z.number().int(),
})
export type ListedSource = z.infer<typeof listedSourceSchema>
