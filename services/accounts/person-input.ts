import { z } from 'zod'
import { roles } from '@/domain/workflow/actor'
import { emailSchema } from '@/services/accounts/auth-steps'

/** A name as the ledger and the audit log show it. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'A name is needed: it is shown beside what this person enters and approves.')
  .max(120, 'Use at most 120 characters.')

/** Roles, each for one crisis or (null) for all; a role for all takes in the same for one. */
export const rolesSchema = z
  .array(z.object({ role: z.enum(roles), crisis: z.string().max(80).nullable() }))
  .max(200)
  .transform((held) => {
    const everywhere = new Set(held.filter(({ crisis }) => crisis === null).map(({ role }) => role))
    const kept = held.filter(({ role, crisis }) => crisis === null || !everywhere.has(role))
    return [...new Map(kept.map((one) => [`${one.role} ${one.crisis}`, one])).values()]
  })

export const personSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  roles: rolesSchema.refine((held) => held.length > 0, 'Choose at least one role.'),
})
