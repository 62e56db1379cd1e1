import { z } from 'zod'
import { sectionKeys } from '@/domain/sitrep/section-keys'
import { writtenSchema } from '@/domain/sitrep/written'
import { instantSchema } from '@/domain/time/instant'
import { locales } from '@/domain/viewpoint/viewpoint'

/** What is asked for when an edition is published. */
export const editionRequestSchema = z.object({
  /** Slug of the crisis. */
  crisis: z.string(),
  asOf: instantSchema,
  knownAt: instantSchema,
  locale: z.enum(locales).default('en'),
  /** Languages it is published in beside that one. */
  further: z.array(z.enum(locales)).default([]),
  /** Who composed it; the actor who publishes approves it. */
  author: z.object({ id: z.string(), name: z.string() }),
  request: z.object({
    number: z.number().int().min(1),
    kind: z.enum(['situation-report', 'flash-update']),
    /** The edition this is to be: 1, or one more than there are. */
    edition: z.number().int().min(1),
    period: z.object({ from: instantSchema, to: instantSchema }).refine(({ from, to }) => from <= to, {
      message: 'The period must not end before it starts.',
    }),
    nextIssue: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
    written: writtenSchema,
    leftOut: z.array(z.enum(sectionKeys)).default([]),
    erratum: z
      .object({ replaces: z.number().int().min(1), what: z.string().min(1), why: z.string().min(1) })
      .nullable(),
    /** The language of what is written, where the report is in another. */
    writtenIn: z.enum(locales).optional(),
  }),
  /** Only while a reconstruction is loaded: when it was published. Otherwise the database's clock. */
  publishedAt: instantSchema.nullable().default(null),
})
