import { z } from 'zod'
import type { Transaction } from '@/db/client'
import { type Account, readAccount } from '@/db/repositories/read-accounts'
import { endRoles, grantRoles, removeAuthenticator, setDisabled } from '@/db/repositories/write-accounts'
import { endSessions } from '@/db/repositories/write-sessions'
import type { Json } from '@/domain/canonical/canonical-json'
import type { Actor, HeldRole } from '@/domain/workflow/actor'
import { namesOfRoles } from '@/services/accounts/names-of-roles'
import { rolesSchema } from '@/services/accounts/person-input'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/*
 * What an administrator of all crises does with a person's account. Each throws ServiceError `forbidden`, `not-found`, `invalid` (the last
 * administrator would be lost), and takes effect with the person's next request.
 */

interface OfPerson {
  ctx: Context
  input: { id: string }
}

/** Lets a person sign in no longer, and ends their sessions and what their keys open. */
export async function disablePerson({ ctx, input }: OfPerson): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  await change(ctx, actor, 'disable-person', input.id, async (tx, account) => {
    if (account.disabledAt) throw new ServiceError('conflict', `${account.name} is disabled already.`)
    await setDisabled(tx, account.id, { by: actor.id, at: ctx.now().toISOString() })
    return { sessions: await endSessions(tx, account.id) }
  })
}

/** Lets a person who was disabled sign in again, with the roles they hold. */
export async function enablePerson({ ctx, input }: OfPerson): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  await change(ctx, actor, 'enable-person', input.id, async (tx, account) => {
    if (!account.disabledAt) throw new ServiceError('conflict', `${account.name} is not disabled.`)
    await setDisabled(tx, account.id, null)
    return {}
  })
}

/** Ends every session of a person. */
export async function signOutPerson({ ctx, input }: OfPerson): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  await change(ctx, actor, 'sign-out-person', input.id, async (tx, account) => ({
    sessions: await endSessions(tx, account.id),
  }))
}

/** Takes the authenticator away from somebody who lost it, and ends their sessions: the password alone opens, until they set up another. */
export async function removeSecondFactor({ ctx, input }: OfPerson): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  await change(ctx, actor, 'remove-second-factor', input.id, async (tx, account) => {
    if (!account.hasSecondFactor) throw new ServiceError('conflict', `${account.name} has no second step.`)
    await removeAuthenticator(tx, account.id)
    return { sessions: await endSessions(tx, account.id) }
  })
}

const changeSchema = z.object({ id: z.string().max(80), roles: rolesSchema })

/** Gives a person these roles and no others. What they held stays on record. */
export async function changeRoles({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof changeSchema>
}): Promise<void> {
  const actor = requireRole(ctx, null, 'administrator')
  const { id, roles } = parseInput(changeSchema, input)
  await change(ctx, actor, 'change-roles', id, async (tx, account) => {
    const stamp = { by: actor.id, at: ctx.now().toISOString() }
    const given = roles.filter((role) => !holds(account.roles, role))
    const ended = account.roles.filter((role) => !holds(roles, role))
    await grantRoles(tx, id, given, stamp)
    await endRoles(tx, id, ended, stamp)
    const told = { before: { roles: namesOfRoles(account.roles) }, after: { roles: namesOfRoles(roles) } }
    return { given: namesOfRoles(given), ended: namesOfRoles(ended), ...told }
  })
}

const holds = (held: readonly HeldRole[], { role, crisis }: HeldRole) =>
  held.some((one) => one.role === role && one.crisis === crisis)

/** Runs a change to an account; what it answers is told in the audit log. */
async function change(
  ctx: Context,
  actor: Actor,
  action: string,
  id: string,
  work: (tx: Transaction, account: Account) => Promise<{ [key: string]: Json }>,
): Promise<void> {
  await runUseCase({ ctx, actor, action, crisis: null, isOfAccounts: true }, async (tx) => {
    const account = await readAccount(tx, id)
    if (!account) throw new ServiceError('not-found', 'There is no such person.')
    const details = { name: account.name, ...(await work(tx, account)) }
    return { result: undefined, subject: `user:${id}`, details, rows: details }
  })
}
