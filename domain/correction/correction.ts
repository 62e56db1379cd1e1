import { z } from 'zod'
import { figureSchema } from '@/domain/figure/figure'
import { editionRefSchema } from '@/domain/figure/figure-detail'
import { instantSchema } from '@/domain/time/instant'

/** A published number that changed: what it was, what it is (null: withdrawn), why, who approved it, and the editions it stood in. */
export const correctionSchema = z.object({
  figure: z.string(),
  was: figureSchema,
  now: figureSchema.nullable(),
  reason: z.string(),
  at: instantSchema,
  approvedBy: z.string().nullable(),
  editions: z.array(editionRefSchema),
})
export type Correction = z.infer<typeof correctionSchema>
