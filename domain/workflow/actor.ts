export const roles = ['reader', 'contributor', 'reviewer', 'editor', 'administrator'] as const
/** Contributors enter, reviewers approve and return, editors compose and publish, administrators keep users, sources and policy. */
export type Role = (typeof roles)[number]

/** A role, for one crisis or (null) for all. */
export interface HeldRole {
  role: Role
  crisis: string | null
}

/** Who acts, by the name under which the ledger shows it. */
export interface Actor {
  id: string
  name: string
  roles: HeldRole[]
}

/** The crises for which the actor holds one of the roles; null: all of them. */
export function crisesOf(actor: Actor, roles: readonly Role[]): string[] | null {
  const held = actor.roles.filter(({ role }) => roles.includes(role))
  return held.some(({ crisis }) => crisis === null) ? null : [...new Set(held.flatMap(({ crisis }) => crisis ?? []))]
}

/** Whether the actor holds the role for this crisis; `crisis` null asks for all crises. Roles do not contain one another. */
export function holdsRole(actor: Actor, role: Role, crisis: string | null): boolean {
  return actor.roles.some((held) => held.role === role && (held.crisis === null || held.crisis === crisis))
}
