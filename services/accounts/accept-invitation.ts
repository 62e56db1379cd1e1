import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { newId } from '@/db/new-id'
import { findInvitation, hasAdministrator, readAccountByEmail } from '@/db/repositories/read-accounts'
import { writeAccount } from '@/db/repositories/write-accounts'
import { useInvitation } from '@/db/repositories/write-invitations'
import { sha256 } from '@/db/sha256'
import type { HeldRole } from '@/domain/workflow/actor'
import { emailSchema, newPasswordSchema } from '@/services/accounts/auth-steps'
import { namesOfRoles } from '@/services/accounts/names-of-roles'
import { nameSchema } from '@/services/accounts/person-input'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { runUseCase } from '@/services/run-use-case'

const tokenSchema = z.string().min(1).max(200)
const acceptanceSchema = z.object({
  token: tokenSchema,
  name: nameSchema,
  /** Asked for by the link of a first start alone; an invitation says whose it is. */
  email: emailSchema.optional(),
  password: newPasswordSchema,
})

/** What whoever holds the link is told of an invitation. */
export interface Invitation {
  name: string | null
  /** Null: the link of a first start. */
  email: string | null
  roles: HeldRole[]
}

/**
 * The invitation of a link, while it can be accepted; null for every other token.
 * @throws ServiceError `unavailable`
 */
export async function readInvitation({ ctx, token }: { ctx: Context; token: string }): Promise<Invitation | null> {
  const found = await asServiceErrors(() => findOpen(ctx, token))
  return found ? { name: found.name, email: found.email, roles: found.roles } : null
}

/**
 * Makes the account an invitation is for: the right is the link itself, which opens once.
 * @throws ServiceError `not-found` (used, revoked, expired or none), `invalid`, `conflict` (the address has an account)
 */
export async function acceptInvitation({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof acceptanceSchema>
}): Promise<{ email: string }> {
  const { token, name, password, ...given } = parseInput(acceptanceSchema, input)
  const invitation = await asServiceErrors(() => findOpen(ctx, token))
  if (!invitation) throw gone()
  const email = invitation.email ?? given.email
  if (!email) {
    throw new ServiceError('invalid', 'Some fields cannot be used.', [
      { pointer: '/email', message: 'Your email address is needed to sign in with.' },
    ])
  }
  const passwordHash = await hashPassword(password)
  const actor = { id: newId(), name, roles: invitation.roles }
  const at = ctx.now().toISOString()
  await runUseCase({ ctx, actor, action: 'accept-invitation', crisis: null, isOfAccounts: true }, async (tx) => {
    if (await readAccountByEmail(tx, email)) throw new ServiceError('conflict', `${email} has an account already.`)
    const account = { ...actor, email, passwordHash, grantedBy: invitation.invitedBy }
    await writeAccount(tx, account, at)
    if (!(await useInvitation(tx, { id: invitation.id, by: actor.id, at }))) throw gone()
    const details = { email, invitation: invitation.id, roles: namesOfRoles(invitation.roles) }
    return { result: undefined, subject: `user:${actor.id}`, details, rows: { ...details, id: actor.id, name } }
  })
  return { email }
}

async function findOpen({ db, now }: Context, token: string) {
  if (!tokenSchema.safeParse(token).success) return undefined
  const found = await findInvitation(db, { tokenHash: sha256(token), now: now().toISOString() })
  // A link of a first start makes the first administrator, and no second.
  return found && found.invitedBy === null && (await hasAdministrator(db)) ? undefined : found
}

const gone = () =>
  new ServiceError('not-found', 'This invitation was used already, was ended, or has expired. Ask for another one.')
