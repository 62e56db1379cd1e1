import { type Audience, audiences } from '@/domain/viewpoint/viewpoint'
import type { Actor, HeldRole } from '@/domain/workflow/actor'

/**
 * How much someone may see of a crisis (null: of every one), by the roles they hold: nobody signed in sees what is public, a reader what
 * partners see, and whoever enters, reviews, composes or administers everything.
 */
export function clearanceOf(actor: Actor | null, crisis: string | null): Audience {
  const held = (actor?.roles ?? []).filter((role) => role.crisis === null || role.crisis === crisis)
  return held.reduce<Audience>((clearance, role) => higher(clearance, clearanceOfRole(role)), 'public')
}

/** The higher of two clearances. */
export function higher(a: Audience, b: Audience): Audience {
  return audiences.indexOf(a) > audiences.indexOf(b) ? a : b
}

const clearanceOfRole = ({ role }: HeldRole): Audience => (role === 'reader' ? 'partners' : 'internal')
