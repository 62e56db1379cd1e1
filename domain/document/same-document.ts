import { z } from 'zod'
import { instantSchema, precisions } from '@/domain/time/instant'

/** A document that is in the crisis already, and by what it is the same as another: content (bytes or text) or address. */
export const sameDocumentSchema = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  publishedPrecision: z.enum(precisions).nullable(),
  retrievedAt: instantSchema,
  sha256: z.string().nullable(),
  same: z.array(z.enum(['content', 'address'])).min(1),
})
export type SameDocument = z.infer<typeof sameDocumentSchema>
