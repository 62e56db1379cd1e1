import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { readAccountByEmail, readOpenInvitations } from '@/db/repositories/read-accounts'
import { revokeInvitationRow, writeInvitation } from '@/db/repositories/write-invitations'
import { invitationLifetime } from '@/services/accounts/limits'
import { makeToken } from '@/services/accounts/make-token'
import { namesOfRoles } from '@/services/accounts/names-of-roles'
import { personSchema } from '@/services/accounts/person-input'
import { type Sent, sendMail } from '@/services/accounts/send-mail'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Invites a person by a link that opens once, within 72 hours; one that waits for the same address is ended. Answers the link's path, for the
 * administrator to hand on where the mail was not sent.
 * @throws ServiceError `forbidden`, `invalid`, `conflict` (the address has an account)
 */
export async function invitePerson({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof personSchema>
}): Promise<{ path: string; mail: Sent }> {
  const actor = requireRole(ctx, null, 'administrator')
  const { name, email, roles } = parseInput(personSchema, input)
  const { token, tokenHash } = makeToken()
  const now = ctx.now()
  const id = newId()
  await runUseCase({ ctx, actor, action: 'invite-person', crisis: null, isOfAccounts: true }, async (tx) => {
    if (await readAccountByEmail(tx, email)) {
      throw new ServiceError('conflict', `${email} has an account already: change its roles instead.`)
    }
    const waiting = (await readOpenInvitations(tx, now.toISOString())).filter((other) => other.email === email)
    for (const other of waiting) await revokeInvitationRow(tx, { id: other.id, by: actor.id, at: now.toISOString() })
    const expiresAt = new Date(now.getTime() + invitationLifetime).toISOString()
    const invited = { invitedBy: actor.id, invitedAt: now.toISOString(), expiresAt }
    await writeInvitation(tx, { id, email, name, roles, tokenHash, ...invited })
    const details = { name, email, roles: namesOfRoles(roles) }
    return { result: undefined, subject: `invitation:${id}`, details, rows: { ...details, id, ...invited } }
  })
  const path = `/invitations/${token}`
  // After the transaction: an invitation stands whatever the mail server does.
  const mail = await sendMail({
    to: email,
    subject: `${actor.name} invites you to Attest`,
    paragraphs: [
      `Dear ${name},`,
      `${actor.name} invites you to Attest, where the figures of a crisis are kept with who said them, as ${namesOfRoles(roles).join(', ')}.`,
    ],
    link: { path, label: 'Choose a password and begin' },
    footer: 'The link opens once, within 72 hours. If you did not expect it, do nothing.',
  })
  return { path, mail }
}

/**
 * Ends an invitation that waits.
 * @throws ServiceError `forbidden`, `not-found`
 */
export async function revokeInvitation({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  const { id } = input
  await runUseCase({ ctx, actor, action: 'revoke-invitation', crisis: null, isOfAccounts: true }, async (tx) => {
    const at = ctx.now().toISOString()
    if (!(await revokeInvitationRow(tx, { id, by: actor.id, at }))) {
      throw new ServiceError('not-found', 'No such invitation waits: it was used, ended or has expired.')
    }
    return { result: undefined, subject: `invitation:${id}`, details: {}, rows: [id] }
  })
}
