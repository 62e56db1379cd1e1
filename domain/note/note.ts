import { z } from 'zod'
import { citationSchema, claimantSchema, figureStates, placeRefSchema } from '@/domain/figure/figure'
import { asOfSchema, instantSchema } from '@/domain/time/instant'
import { audiences } from '@/domain/viewpoint/viewpoint'

export const noteKinds = ['displacement', 'protection', 'access', 'needs', 'response', 'chronology'] as const

/** A cited piece of prose: what a source described, beside what it counted. May carry places (from, to) and link figures. */
export const noteSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  crisis: z.string(),
  kind: z.enum(noteKinds),
  text: z.string().min(1).max(2000),
  saidBy: claimantSchema,
  speaker: z.string().nullable(),
  asOf: asOfSchema.nullable(),
  places: z.array(placeRefSchema),
  figures: z.array(z.string()),
  citations: z.array(citationSchema).min(1),
  sensitivity: z.enum(audiences),
  state: z.enum(figureStates),
  reason: z.string().nullable(),
  knownFrom: instantSchema.nullable(),
  knownTo: instantSchema.nullable(),
})
export type Note = z.infer<typeof noteSchema>
