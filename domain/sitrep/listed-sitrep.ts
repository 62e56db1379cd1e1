import { z } from 'zod'
import type { Sitrep } from '@/domain/sitrep/sitrep'
import { instantSchema } from '@/domain/time/instant'
import { locales } from '@/domain/viewpoint/viewpoint'

/** A published edition of a sitrep, without its content. `supersededBy`: the edition that mends it, null for the latest. */
export const listedSitrepSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: z.enum(['situation-report', 'flash-update']),
  title: z.string(),
  asOf: instantSchema,
  knownAt: instantSchema,
  period: z.object({ from: instantSchema, to: instantSchema }),
  status: z.enum(['published', 'superseded', 'expired']),
  /** The first is the one it was written in. */
  languages: z.array(z.enum(locales)),
  edition: z.number().int(),
  publishedAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  contentHash: z.string(),
  pdfSha256: z.string(),
  /** Of the PDF with its data inside; null where it was published before there was one. */
  dataPdfSha256: z.string().nullable(),
  /** The audit chain's head before the publication. */
  auditHead: z.string(),
  supersededBy: z.number().int().nullable(),
  erratum: z.object({ what: z.string(), why: z.string() }).nullable(),
})
export type ListedSitrep = z.infer<typeof listedSitrepSchema>

/** One edition with its composed content, section by section and with its numbered sources, and the hashes of the language it is told in. */
export const publishedSitrepSchema = listedSitrepSchema.extend({
  language: z.enum(locales),
  sections: z.array(
    z.object({ key: z.string(), heading: z.string(), blocks: z.array(z.looseObject({ kind: z.string() })) }),
  ),
  sources: z.array(
    z.looseObject({ n: z.number().int(), document: z.string(), title: z.string(), url: z.string().nullable() }),
  ),
})

/** An edition for pages and renderers: what is listed of it (title and hashes in the language of the content), and the composed sitrep. */
export interface PublishedSitrep {
  listed: ListedSitrep
  content: Sitrep
  /** Every edition of the same number, newest first. */
  editions: ListedSitrep[]
}
