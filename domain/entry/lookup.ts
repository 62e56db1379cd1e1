import { z } from 'zod'

/** What a form can search for by one name or another. */
export const lookupKinds = ['source', 'place', 'event', 'figure', 'document'] as const
export type LookupKind = (typeof lookupKinds)[number]

/** Something a picker offers. `detail`: what tells it from others of its name; `names`: every name it goes by, with who uses it (places). */
export const lookupItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  detail: z.string(),
  names: z.array(z.object({ name: z.string(), language: z.string(), usedBy: z.string().nullable() })),
})
export type LookupItem = z.infer<typeof lookupItemSchema>
