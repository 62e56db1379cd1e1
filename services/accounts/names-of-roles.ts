import type { HeldRole } from '@/domain/workflow/actor'

/** Roles in one line each, for the audit log and mails: "reviewer", or "reviewer of one crisis" by its id. */
export function namesOfRoles(roles: readonly HeldRole[]): string[] {
  return roles.map(({ role, crisis }) => (crisis === null ? role : `${role} (crisis ${crisis})`))
}
