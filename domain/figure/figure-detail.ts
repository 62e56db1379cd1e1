import { z } from 'zod'
import { figureSchema } from '@/domain/figure/figure'
import { quantitySchema } from '@/domain/quantity/quantity'
import { headlineSchema } from '@/domain/reconciliation/headline'

/** An edition of a sitrep that something stood in. */
export const editionRefSchema = z.object({ number: z.number().int(), edition: z.number().int() })
export type EditionRef = z.infer<typeof editionRefSchema>

/** A version, with how it was approved: told without names. */
export const figureVersionSchema = figureSchema.extend({
  /** Whether whoever approved it had written neither it nor a wording before it that nobody approved. */
  bySecondPerson: z.boolean(),
})
export type FigureVersion = z.infer<typeof figureVersionSchema>

/** One figure with all that is known around it at a viewpoint. */
export const figureDetailSchema = figureSchema.extend({
  /** Every version known by then, the first one first. */
  versions: z.array(figureVersionSchema),
  /** The figure it is stated as a part of, and those stated as parts of it. */
  whole: figureSchema.nullable(),
  /** The sum of the parts where they may be added, partial where one is missing. */
  sumOfParts: z.object({ quantity: quantitySchema, partial: z.boolean() }).nullable(),
  parts: z.array(figureSchema),
  /** Other figures taken from the same statement for the same scope. */
  relays: z.array(figureSchema),
  /** Its scope's headline with the positions of everyone. */
  headline: headlineSchema,
  /** Published editions it stood in. */
  editions: z.array(editionRefSchema),
})
export type FigureDetail = z.infer<typeof figureDetailSchema>
