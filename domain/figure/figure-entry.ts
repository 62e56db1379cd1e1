import { z } from 'zod'
import {
  basisSchema,
  citationRelations,
  disputeAspects,
  figureSchema,
  natures,
  placeRoles,
} from '@/domain/figure/figure'
import { noteKinds } from '@/domain/note/note'
import { populationSchema } from '@/domain/population/population'
import { derivationSchema } from '@/domain/quantity/derive-persons'
import { quantitySchema } from '@/domain/quantity/quantity'
import { asOfSchema, instantSchema } from '@/domain/time/instant'
import { audiences } from '@/domain/viewpoint/viewpoint'

/*
 * What a person enters. Everything else is named by its id. U+0000 is refused, since PostgreSQL cannot hold it.
 */

const id = z.string().min(1).max(80)
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\0]*$/u, 'A character that cannot be kept.')
const placeEntries = z.array(z.object({ role: z.enum(placeRoles), id })).max(100)

export const citationEntrySchema = z.object({
  document: id,
  quote: text(2000),
  /** The document's where left out. */
  language: z.string().max(35).optional(),
  relation: z.enum(citationRelations),
  /** Which of several places with these words is meant, UTF-16 offsets in the archived text; the first where left out. */
  position: z
    .object({ start: z.number().int().min(0), end: z.number().int().min(0) })
    .nullable()
    .optional(),
})
export type CitationEntry = z.infer<typeof citationEntrySchema>
const citationEntries = z.array(citationEntrySchema).min(1, 'At least one citation is needed.').max(50)

export const figureEntrySchema = z.object({
  indicator: z.string().max(80),
  population: populationSchema,
  populationWords: text(300).nullable().default(null),
  places: placeEntries,
  events: z.array(id).max(100),
  quantity: quantitySchema,
  unit: figureSchema.shape.unit,
  basis: basisSchema,
  nature: z.enum(natures).default('count'),
  asOf: asOfSchema.nullable(),
  coverage: text(500).nullable().default(null),
  /** Where the number was derived: from which other, by which factor. `quantity` must be what that gives. */
  derived: derivationSchema.nullable().default(null),
  /** The figure it is a part of: one that was entered before, or the n-th (from 0) of the same statement. */
  partOf: z
    .union([id, z.object({ entry: z.number().int().min(0) })])
    .nullable()
    .default(null),
  credibility: figureSchema.shape.credibility.default('6'),
  sensitivity: z.enum(audiences).default('public'),
  embargoUntil: instantSchema.nullable().default(null),
  citations: citationEntries,
  /** Findings that are accepted, with the reason, which is kept. */
  acknowledged: z.array(z.object({ code: z.string().max(80), reason: text(1000) })).default([]),
})
export type FigureEntry = z.infer<typeof figureEntrySchema>

export const statementEntrySchema = z.object({
  crisis: id,
  claimant: id,
  speaker: text(300).nullable().default(null),
  occasion: text(500).nullable().default(null),
  saidAt: asOfSchema.nullable(),
  figures: z.array(figureEntrySchema).min(1).max(200),
})

export const disputeEntrySchema = z.object({
  crisis: id,
  figure: id,
  by: id,
  aspect: z.enum(disputeAspects),
  statedAt: asOfSchema.nullable(),
  words: text(1000),
  citations: citationEntries,
})

export const noteEntrySchema = z.object({
  crisis: id,
  kind: z.enum(noteKinds),
  text: text(2000),
  saidBy: id,
  speaker: text(300).nullable().default(null),
  asOf: asOfSchema.nullable(),
  places: placeEntries,
  figures: z.array(id).max(200),
  citations: citationEntries,
  sensitivity: z.enum(audiences).default('public'),
  embargoUntil: instantSchema.nullable().default(null),
})

/*
 * Corrections: the fields that change, and why. What is left out stays as it is, so that nothing has a default; a name that is none is
 * refused, or a misspelled field would be lost unseen.
 */

export const figureCorrectionSchema = correctionOf(figureEntrySchema)
export const noteCorrectionSchema = correctionOf(noteEntrySchema.omit({ crisis: true }))
/** A dispute stays with its figure. */
export const disputeCorrectionSchema = correctionOf(disputeEntrySchema.omit({ crisis: true, figure: true }))

type Changes<Shape extends z.ZodRawShape> = Partial<z.input<z.ZodObject<Shape>>> & { reason: string }

function correctionOf<Shape extends z.ZodRawShape>(entry: z.ZodObject<Shape>) {
  const fields = Object.entries(entry.shape).map(([name, field]) => {
    const own = field instanceof z.ZodDefault ? field.unwrap() : field
    return [name, z.optional(own as z.ZodType)] as const
  })
  const changes: unknown = z.strictObject({ ...Object.fromEntries(fields), reason: text(1000) })
  return changes as z.ZodType<Changes<Shape>, Changes<Shape>>
}
