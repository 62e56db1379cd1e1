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

/** A name as it is compared: small letters, without accents and other marks. */
export const foldName = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Of these, what goes by a name that holds all words typed, at most 20. */
export function findByName(items: readonly LookupItem[], typed: string): LookupItem[] {
  const words = foldName(typed).split(/\s+/u).filter(Boolean)
  const names = (item: LookupItem) => [item.name, ...item.names.map(({ name }) => name)].map(foldName)
  return items.filter((item) => names(item).some((name) => words.every((word) => name.includes(word)))).slice(0, 20)
}
