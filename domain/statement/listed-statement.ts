import { z } from 'zod'
import { claimantSchema } from '@/domain/figure/figure'
import { asOfSchema } from '@/domain/time/instant'

/** One utterance of one claimant, with the figures that were taken from it and the documents it can be read in. */
export const listedStatementSchema = z.object({
  id: z.string(),
  claimant: claimantSchema,
  speaker: z.string().nullable(),
  occasion: z.string().nullable(),
  saidAt: asOfSchema.nullable(),
  figures: z.array(z.string()),
  documents: z.array(z.string()),
})
export type ListedStatement = z.infer<typeof listedStatementSchema>
