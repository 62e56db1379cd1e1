import { z } from 'zod'
import { unitSchema } from '@/domain/indicator/indicator'
import { populationSchema } from '@/domain/population/population'
import { derivationSchema } from '@/domain/quantity/derive-persons'
import { quantitySchema } from '@/domain/quantity/quantity'
import { asOfSchema, instantSchema, precisions } from '@/domain/time/instant'
import { audiences } from '@/domain/viewpoint/viewpoint'

const id = z.string().min(1).max(80)
const name = z.string().min(1).max(500)

export const placeRoles = ['at', 'from', 'to'] as const
export const placeRefSchema = z.object({ role: z.enum(placeRoles), id, name })
export type PlaceRef = z.infer<typeof placeRefSchema>
export const eventRefSchema = z.object({ id, title: name })

export const basisKinds = ['running-total', 'period', 'stock'] as const
export type BasisKind = (typeof basisKinds)[number]
/** A running total keeps its start where stated; a period has both ends; `assumed` marks a period the source did not spell out. */
export const basisSchema = z.object({
  kind: z.enum(basisKinds),
  start: instantSchema.nullable(),
  end: instantSchema.nullable(),
  assumed: z.boolean(),
})

export const natures = ['count', 'estimate', 'projection', 'baseline', 'rate'] as const
export const figureStates = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const
export const citationRelations = ['direct', 'relayed', 'unattributed'] as const
export const grades = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Who stated it. `party`: the side it belongs to, or null. `reliability`: A-F, F = cannot be judged. */
export const claimantSchema = z.object({
  id,
  name,
  kind: z.string(),
  party: z.string().nullable(),
  reliability: z.enum(grades),
})
export type Claimant = z.infer<typeof claimantSchema>

/** Where a figure can be read. `position`: character offsets in the archived text, where the document has one. */
export const citationSchema = z.object({
  id,
  document: z.object({
    id,
    title: name,
    url: z.string().nullable(),
    publisher: z.object({ id, name }),
    publishedAt: instantSchema.nullable(),
    publishedPrecision: z.enum(precisions).nullable(),
    language: z.string(),
  }),
  quote: z.string().min(1).max(2000),
  language: z.string(),
  relation: z.enum(citationRelations),
  position: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
})
export type Citation = z.infer<typeof citationSchema>

export const findingSchema = z.object({
  code: z.string(),
  grave: z.boolean(),
  message: z.string(),
  figures: z.array(id),
  acknowledged: z.object({ reason: z.string(), by: z.string(), at: instantSchema }).nullable(),
})
export type Finding = z.infer<typeof findingSchema>

export const disputeAspects = ['number', 'occurrence', 'responsibility', 'unspecified'] as const
export type DisputeAspect = (typeof disputeAspects)[number]
/** A source denies or questions a figure. */
export const disputeSchema = z.object({
  id,
  version: z.number().int(),
  figure: id,
  by: claimantSchema,
  aspect: z.enum(disputeAspects),
  statedAt: asOfSchema.nullable(),
  words: z.string(),
  citations: z.array(citationSchema),
  state: z.enum(figureStates),
  /** Why this version replaced the last; null for a first version. */
  reason: z.string().nullable(),
  knownFrom: instantSchema.nullable(),
  knownTo: instantSchema.nullable(),
})
export type Dispute = z.infer<typeof disputeSchema>

/** One version of what one statement says: the shape of the ledger, of the API and of everything computed. */
export const figureSchema = z.object({
  id,
  version: z.number().int().min(1),
  crisis: z.string(),
  indicator: z.string(),
  population: populationSchema,
  populationWords: z.string().nullable(),
  places: z.array(placeRefSchema),
  events: z.array(eventRefSchema),
  quantity: quantitySchema,
  unit: unitSchema,
  basis: basisSchema,
  nature: z.enum(natures),
  asOf: asOfSchema.nullable(),
  claimant: claimantSchema,
  statement: z.object({
    id,
    saidAt: asOfSchema.nullable(),
    speaker: z.string().nullable(),
    occasion: z.string().nullable(),
  }),
  officeCheck: z.object({ method: z.string(), by: z.string(), at: instantSchema }).nullable(),
  credibility: z.enum(['1', '2', '3', '4', '5', '6']),
  sensitivity: z.enum(audiences),
  state: z.enum(figureStates),
  partOf: id.nullable(),
  coverage: z.string().nullable(),
  /** Set where the number was not published but derived from another unit; null for everything a source counted in this unit. */
  derived: derivationSchema.nullable(),
  citations: z.array(citationSchema),
  disputes: z.array(disputeSchema),
  findings: z.array(findingSchema),
  /** Why this version replaced the last, or was withdrawn; null for a first version. */
  reason: z.string().nullable(),
  knownFrom: instantSchema.nullable(),
  knownTo: instantSchema.nullable(),
})
export type Figure = z.infer<typeof figureSchema>
