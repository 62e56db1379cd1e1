import type { Queryable } from '@/db/client'
import type { Audience, Locale } from '@/domain/viewpoint/viewpoint'
import type { Actor } from '@/domain/workflow/actor'
import { clearanceOf, higher } from '@/domain/workflow/clearance'

/** What every use case is given: the ledger (or a transaction on it), who asks (null: nobody signed in), how much they may see, their language, the time. */
export interface Context {
  db: Queryable
  actor: Actor | null
  /** Of whatever crisis; roles held for one crisis may raise it there (`inCrisis`). */
  audience: Audience
  locale: Locale
  now: () => Date
}

/** The context for what concerns one crisis: with the clearance that the actor's roles give there. */
export function inCrisis(ctx: Context, crisis: string): Context {
  return { ...ctx, audience: higher(ctx.audience, clearanceOf(ctx.actor, crisis)) }
}
