import { holdsRole } from '@/domain/workflow/actor'
import { deskRoles } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'

/** Whether whoever reads a page of the crisis may work on what it shows, and is shown the way to the desk. */
export function isOfDesk({ actor }: Pick<Context, 'actor'>, crisis: { id: string }): boolean {
  return actor !== null && deskRoles.some((role) => holdsRole(actor, role, crisis.id))
}
