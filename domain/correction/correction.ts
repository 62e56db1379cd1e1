import { z } from 'zod'
import { figureSchema } from '@/domain/figure/figure'
import { editionRefSchema } from '@/domain/figure/figure-detail'
import { instantSchema } from '@/domain/time/instant'

/** A published number that changed: what it was, what it is (null: withdrawn), why, who stands behind it, and the editions it stood in. */
export const correctionSchema = z.object({
  kind: z.literal('figure'),
  figure: z.string(),
  was: figureSchema,
  now: figureSchema.nullable(),
  reason: z.string(),
  at: instantSchema,
  /** Who approved the new version; null for a withdrawal, which takes effect without approval. */
  approvedBy: z.string().nullable(),
  /** Who withdrew it, and the second person who confirmed that; null where nobody has yet, and for a correction. */
  withdrawnBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  editions: z.array(editionRefSchema),
})
export type Correction = z.infer<typeof correctionSchema>

/** A published edition that mends the one before it: what was wrong, why, who approved it, and when it appeared. */
export const erratumSchema = z.object({
  kind: z.literal('erratum'),
  sitrep: z.string(),
  title: z.string(),
  number: z.number().int(),
  /** The edition that mends, and the one it mends. */
  edition: z.number().int(),
  mends: z.number().int(),
  what: z.string(),
  why: z.string(),
  at: instantSchema,
  approvedBy: z.string(),
})
export type Erratum = z.infer<typeof erratumSchema>

/** One entry of the corrections ledger: of a figure, or of an edition. */
export const ledgerCorrectionSchema = z.discriminatedUnion('kind', [correctionSchema, erratumSchema])
export type LedgerCorrection = z.infer<typeof ledgerCorrectionSchema>
