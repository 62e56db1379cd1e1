import { z } from 'zod'

export const measures = ['running-total', 'flow', 'stock', 'event-count'] as const
export const units = ['persons', 'households', 'children', 'settlements', 'objects', 'complaints'] as const
export const unitSchema = z.enum(units)
export type Unit = z.infer<typeof unitSchema>
export const indicatorGroups = ['casualties', 'displacement', 'protection', 'ombudsman'] as const
export type IndicatorGroup = (typeof indicatorGroups)[number]

/**
 * One row of the codelist. `windowHours`: a running-total position older than the newest by more than this, and not above it, is
 * "earlier". `staleHours`: older than this at the viewpoint is stale. `labels`: by locale, English at least.
 */
export interface Indicator {
  key: string
  group: IndicatorGroup
  unit: Unit
  measure: (typeof measures)[number]
  windowHours: number
  staleHours: number
  labels: { en: string } & Partial<Record<'hy' | 'ru' | 'ar', string>>
  definition: string
}

/** A row of the codelist as the API lists it. `version`: what a change of it is sent with (If-Match). */
export const listedIndicatorSchema = z.object({
  key: z.string(),
  group: z.enum(indicatorGroups),
  unit: unitSchema,
  measure: z.enum(measures),
  windowHours: z.number(),
  staleHours: z.number(),
  labels: z.object({ en: z.string() }).catchall(z.string()),
  definition: z.string(),
  version: z.number().int(),
})
export type ListedIndicator = Indicator & { version: number }
