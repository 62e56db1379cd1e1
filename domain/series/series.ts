import { z } from 'zod'
import { claimantSchema } from '@/domain/figure/figure'
import { scopeSchema } from '@/domain/figure/scope'
import { quantitySchema } from '@/domain/quantity/quantity'
import { asOfSchema, daySchema } from '@/domain/time/instant'

/** What one statement set the line to. Where relays of it differ, each value is a step of its own with the same statement. */
export const seriesStepSchema = z.object({
  figure: z.string(),
  statement: z.string(),
  asOf: asOfSchema,
  quantity: quantitySchema,
  coverage: z.string().nullable(),
  disputed: z.boolean(),
})
export type SeriesStep = z.infer<typeof seriesStepSchema>

/** A day's closing: the last step that stood by the end of the day in the crisis's zone. A day before the first step has none: a gap. */
export const closingSchema = z.object({
  day: daySchema,
  steps: z.array(seriesStepSchema),
  /** Whether nothing was said that day and the value is an earlier day's. */
  carriedForward: z.boolean(),
})
export type Closing = z.infer<typeof closingSchema>

/** What one claimant said of one scope over time, earliest first. `closings` is there where days were asked for. */
export const seriesSchema = z.object({
  scope: scopeSchema,
  claimant: claimantSchema,
  steps: z.array(seriesStepSchema),
  closings: z.array(closingSchema).nullable(),
})
export type Series = z.infer<typeof seriesSchema>
