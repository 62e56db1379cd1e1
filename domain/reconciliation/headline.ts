import { z } from 'zod'
import { headlineRules } from '@/domain/crisis/crisis'
import { claimantSchema, disputeSchema, findingSchema } from '@/domain/figure/figure'
import { scopeSchema } from '@/domain/figure/scope'
import { quantitySchema } from '@/domain/quantity/quantity'
import { asOfSchema, instantSchema } from '@/domain/time/instant'

export const agreements = ['none', 'single', 'agree', 'compatible', 'differ', 'contested'] as const
export type Agreement = (typeof agreements)[number]

/**
 * By which rule an editor decided: one of those by which headlines are chosen, the most direct of several relays, or the editor's own judgement,
 * for what no rule gives.
 */
export const resolutionRules = ['preferred-sources', 'majority', 'most-recent', 'most-direct', 'judgement'] as const
export type ResolutionRule = (typeof resolutionRules)[number]

/** What one claimant stands by in a scope: its latest figure in view and known, in the most direct wording. */
export const positionSchema = z.object({
  figure: z.string(),
  /** Other figures that say the same: relays of the same statement that fit together. */
  relays: z.array(z.string()),
  statement: z.string(),
  claimant: claimantSchema,
  quantity: quantitySchema,
  asOf: asOfSchema,
  /** Older than the newest by more than the indicator's window and not above it: shown, but outside range and agreement. */
  earlier: z.boolean(),
  /** Order of two statements unknown, read as not falling. */
  orderAssumed: z.boolean(),
  coverage: z.string().nullable(),
  /** The arithmetic of a derived number: "412 households x 4.1". */
  derived: z.string().nullable(),
  disputes: z.array(disputeSchema),
})
export type Position = z.infer<typeof positionSchema>

/** The reconciled answer for one scope at one viewpoint. */
export const headlineSchema = z.object({
  scope: scopeSchema,
  agreement: z.enum(agreements),
  /** Null where nobody has a position, and while relays of one statement differ unresolved. */
  quantity: quantitySchema.nullable(),
  rule: z.enum(headlineRules),
  rationale: z.string(),
  /** Of a headline that is `resolved`: the rule by which the editor decided. */
  decidedBy: z.enum(resolutionRules).nullable(),
  corroborated: z.boolean(),
  independentClaimants: z.number().int(),
  asOf: asOfSchema.nullable(),
  stale: z.boolean(),
  /** Hours from the as-of to the viewpoint. */
  ageHours: z.number().nullable(),
  findings: z.array(findingSchema),
  positions: z.array(positionSchema),
  sentence: z.string(),
})
export type Headline = z.infer<typeof headlineSchema>

/** An editor's recorded decision for a scope: which figure stands, or which of differing relays is right, by which rule, and why. */
export interface Resolution {
  id: string
  scopeKey: string
  figure: string
  /** Set where it settles differing relays of one statement. */
  statement: string | null
  rule: ResolutionRule
  reason: string
  by: string
  knownFrom: string
}

/** Two claimants recorded by a reviewer as independent, with the reason. Order of the pair does not matter. */
export interface Independence {
  a: string
  b: string
  reason: string
}

/** The same as the desk sees it: by whom and when it was recorded; `isOfAll`: for all crises. */
export const recordedIndependenceSchema = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
  isOfAll: z.boolean(),
})
export type RecordedIndependence = z.infer<typeof recordedIndependenceSchema>
