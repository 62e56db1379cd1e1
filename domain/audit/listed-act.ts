import { z } from 'zod'
import type { Json } from '@/domain/canonical/canonical-json'
import type { Column } from '@/domain/export/table'
import { instantSchema } from '@/domain/time/instant'

/** One row of the audit log as administrators read it: who did what, when, on what, with what stood before and after in `details`. */
export const listedActSchema = z.object({
  seq: z.number().int(),
  at: instantSchema,
  actor: z.object({ id: z.string(), name: z.string() }),
  action: z.string(),
  /** Null where it concerns no one crisis, or one that is gone. */
  crisis: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
  /** "figure:…", "crisis:…": what it was done to. */
  subject: z.string(),
  details: z.unknown(),
  /** SHA-256 of the rows it wrote, and of this link of the chain. */
  digest: z.string(),
  hash: z.string(),
})
export type ListedAct = Omit<z.infer<typeof listedActSchema>, 'details'> & { details: Json }

/** Which acts are wanted; any of the values of a list suffices. */
export interface ActFilter {
  person?: string | undefined
  action?: string | undefined
  /** By slug. */
  crisis?: string | undefined
  /** Instants: not before `from`, not after `to`. */
  from?: string | undefined
  to?: string | undefined
}

const textOf = (value: Json | undefined): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)

const member = ({ details }: ListedAct, name: string) =>
  typeof details === 'object' && details !== null && !Array.isArray(details) ? textOf(details[name]) : null

export const actColumns: Column<ListedAct>[] = [
  { heading: 'seq', cell: ({ seq }) => seq },
  { heading: 'at', cell: ({ at }) => at },
  { heading: 'person_id', cell: ({ actor }) => actor.id },
  { heading: 'person', cell: ({ actor }) => actor.name },
  { heading: 'action', cell: ({ action }) => action },
  { heading: 'crisis', cell: ({ crisis }) => crisis?.slug ?? null },
  { heading: 'subject', cell: ({ subject }) => subject },
  { heading: 'reason', cell: (act) => member(act, 'reason') },
  { heading: 'before', cell: (act) => member(act, 'before') },
  { heading: 'after', cell: (act) => member(act, 'after') },
  { heading: 'details', cell: ({ details }) => textOf(details) },
  { heading: 'digest', cell: ({ digest }) => digest },
  { heading: 'hash', cell: ({ hash }) => hash },
]
