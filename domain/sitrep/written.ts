import { z } from 'zod'

/*
 * What people write of a sitrep: small JSON documents of text and references, never HTML. A reference carries a number with its citation
 * and is computed while the sitrep is a draft.
 */

const text = z
  .string()
  .min(1)
  .max(5000)
  .regex(/^[^\0]*$/u, 'A character that cannot be kept.')
const id = z.string().min(1).max(80)

export const referenceSchema = z.union([
  z.strictObject({ figure: id }),
  z.strictObject({ headline: id }),
  z.strictObject({ sentence: id }),
  z.strictObject({ note: id }),
])
export const proseRunSchema = z.union([text, referenceSchema])
/**
 * Prose of an editor: plain text and references, which carry their number and its citation. `headline` and `sentence` name a key figure:
 * its number alone, or the whole sentence that tells it.
 */
export type ProseRun = z.infer<typeof proseRunSchema>
export type Reference = z.infer<typeof referenceSchema>

/** Names a reference, "figure:…": the same figure referred to twice is one. */
export function referenceKey(reference: Reference): string {
  return Object.entries(reference)
    .map(([kind, id]) => `${kind}:${id}`)
    .join()
}

/** As much of what a reference reads as is kept of what an editor saw. */
export const seenText = (text: string) => text.slice(0, 2000)

export const proseBlockSchema = z.object({
  kind: z.enum(['paragraph', 'bullet']),
  content: z.array(proseRunSchema).max(500),
})
export type ProseBlock = z.infer<typeof proseBlockSchema>
export const proseDocumentSchema = z.array(proseBlockSchema).max(200)
export type ProseDocument = z.infer<typeof proseDocumentSchema>

/** The clusters of the humanitarian coordination system (IASC, 2005), in the order reports name them. */
export const sectors = [
  'camp-coordination',
  'early-recovery',
  'education',
  'emergency-telecommunications',
  'food-security',
  'health',
  'logistics',
  'nutrition',
  'protection',
  'shelter',
  'water-sanitation-hygiene',
] as const
export type Sector = (typeof sectors)[number]

export const writtenSchema = z.object({
  /** Empty: suggested from the key figures. */
  highlights: z.array(z.array(proseRunSchema).max(200)).max(20),
  overview: proseDocumentSchema,
  sectors: z
    .array(
      z.object({
        sector: z.enum(sectors),
        needs: proseDocumentSchema,
        response: proseDocumentSchema,
        gaps: proseDocumentSchema,
      }),
    )
    .max(sectors.length)
    .refine((given) => new Set(given.map(({ sector }) => sector)).size === given.length, 'A sector stands once.'),
  access: proseDocumentSchema,
  protection: proseDocumentSchema,
  notes: proseDocumentSchema,
})
export type Written = z.infer<typeof writtenSchema>

/** Nothing written: everything is computed. */
export const nothingWritten: Written = {
  highlights: [],
  overview: [],
  sectors: [],
  access: [],
  protection: [],
  notes: [],
}

/** A piece of prose with where it stands, as a JSON pointer into `Written`. */
export interface PlacedProse {
  at: string
  content: ProseRun[]
}

/** Every piece of prose, in the order of reading. */
export function proseOf(written: Written): PlacedProse[] {
  const blocks = (at: string, document: ProseDocument) =>
    document.map(({ content }, index) => ({ at: `${at}/${index}`, content }))
  return [
    ...written.highlights.map((content, index) => ({ at: `/highlights/${index}`, content })),
    ...blocks('/overview', written.overview),
    ...written.sectors.flatMap(({ needs, response, gaps }, index) => [
      ...blocks(`/sectors/${index}/needs`, needs),
      ...blocks(`/sectors/${index}/response`, response),
      ...blocks(`/sectors/${index}/gaps`, gaps),
    ]),
    ...blocks('/access', written.access),
    ...blocks('/protection', written.protection),
    ...blocks('/notes', written.notes),
  ]
}

/** Tells one run of prose from another: text as it is, a reference by its key. */
export function proseRunsKey(content: readonly ProseRun[]): string {
  return content.map((run) => (typeof run === 'string' ? run : `{${referenceKey(run)}}`)).join('')
}
