import type { Queryable } from '@/db/client'
import type { Audience, Locale } from '@/domain/viewpoint/viewpoint'
import type { Actor } from '@/domain/workflow/actor'

/** What every use case is given: the ledger (or a transaction on it), who asks (null: nobody signed in), how much they may see, their language, the time. */
export interface Context {
  db: Queryable
  actor: Actor | null
  audience: Audience
  locale: Locale
  now: () => Date
}
