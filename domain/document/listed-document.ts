import { z } from 'zod'
import { citationRelations } from '@/domain/figure/figure'
import { instantSchema, precisions } from '@/domain/time/instant'
import { audiences } from '@/domain/viewpoint/viewpoint'

/** A document as lists show it. `sha256`: of its archived text or bytes, hex. */
export const listedDocumentSchema = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  publisher: z.object({ id: z.string(), name: z.string() }),
  publishedAt: instantSchema.nullable(),
  publishedPrecision: z.enum(precisions).nullable(),
  language: z.string(),
  retrievedAt: instantSchema,
  sha256: z.string().nullable(),
})
export type ListedDocument = z.infer<typeof listedDocumentSchema>

/** A quote of a document in its surroundings: what it is cited for, and up to 30 words before and after it. */
export const excerptSchema = z.object({
  citation: z.string(),
  /** What the quote stands for: one of the three. */
  figure: z.string().nullable(),
  note: z.string().nullable(),
  dispute: z.string().nullable(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  language: z.string(),
  relation: z.enum(citationRelations),
  /** Character offsets in the archived text, where the quote was found in it. */
  position: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
})
export type Excerpt = z.infer<typeof excerptSchema>

/** One document with all that is quoted from it. `text` is the whole archived text for readers it is open to, else null. */
export const documentDetailSchema = listedDocumentSchema.extend({
  crisis: z.string(),
  sensitivity: z.enum(audiences),
  /** Who may read the whole text. */
  fullText: z.enum(audiences),
  excerpts: z.array(excerptSchema),
  text: z.string().nullable(),
})
export type DocumentDetail = z.infer<typeof documentDetailSchema>
