import { z } from 'zod'
import { newId } from '@/db/new-id'
import { forgetSecret } from '@/db/repositories/installation-secrets'
import { readAccount, readApiKeys, readSessions } from '@/db/repositories/read-accounts'
import { renamePerson, revokeApiKeyRow, writeApiKey } from '@/db/repositories/write-accounts'
import { endSessions } from '@/db/repositories/write-sessions'
import type { Actor } from '@/domain/workflow/actor'
import { absoluteLimit } from '@/services/accounts/limits'
import { makeToken } from '@/services/accounts/make-token'
import { nameSchema } from '@/services/accounts/person-input'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { saltOf } from '@/services/draft-key'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { runUseCase } from '@/services/run-use-case'

/** What a person does with their own account. @throws ServiceError `unauthenticated` for nobody */
function requireSelf(ctx: Context): Actor {
  if (ctx.actor) return ctx.actor
  throw new ServiceError('unauthenticated', 'Sign in to see your account.')
}

/** The account of whoever asks, with the sessions and keys that stand. */
export async function readOwnAccount({ ctx }: { ctx: Context }) {
  const actor = requireSelf(ctx)
  const now = ctx.now()
  return await asServiceErrors(async () => {
    const [account, sessions, keys] = await Promise.all([
      readAccount(ctx.db, actor.id),
      readSessions(ctx.db, { userId: actor.id, now, signedInAfter: new Date(now.getTime() - absoluteLimit) }),
      readApiKeys(ctx.db, actor.id),
    ])
    if (!account) throw new ServiceError('unauthenticated', 'Sign in to see your account.')
    return { account, sessions, keys }
  })
}

/** Names oneself anew. @throws ServiceError `invalid` */
export async function changeOwnName({ ctx, input }: { ctx: Context; input: { name: string } }): Promise<void> {
  const actor = requireSelf(ctx)
  const { name } = parseInput(z.object({ name: nameSchema }), input)
  await runUseCase({ ctx, actor, action: 'change-name', crisis: null, isOfAccounts: true }, async (tx) => {
    await renamePerson(tx, actor.id, name)
    const details = { before: actor.name, after: name }
    return { result: undefined, subject: `user:${actor.id}`, details, rows: details }
  })
}

/** A checkbox sends "on". */
const signOutSchema = z.object({ forgetDrafts: z.union([z.boolean(), z.literal('on')]).default(false) })

/**
 * Ends all own sessions, this one too. With `forgetDrafts` the key of the person's drafts is changed as well: what is kept on any device, a lost
 * one above all, opens no more.
 * @throws ServiceError `invalid`
 */
export async function signOutEverywhere({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof signOutSchema>
}): Promise<void> {
  const actor = requireSelf(ctx)
  const forgetDrafts = parseInput(signOutSchema, input).forgetDrafts !== false
  await runUseCase({ ctx, actor, action: 'sign-out-everywhere', crisis: null, isOfAccounts: true }, async (tx) => {
    if (forgetDrafts) await forgetSecret(tx, saltOf(actor.id))
    const details = { sessions: await endSessions(tx, actor.id), forgetDrafts }
    return { result: undefined, subject: `user:${actor.id}`, details, rows: details }
  })
}

const day = 24 * 60 * 60_000
/** For how many days a key may hold. */
export const keyLifetimes = [30, 90, 365] as const
const keySchema = z.object({
  label: z.string().trim().min(1, 'Say what the key is for.').max(80, 'Use at most 80 characters.'),
  days: z.coerce
    .number()
    .refine((days) => (keyLifetimes as readonly number[]).includes(days), `Choose ${keyLifetimes.join(', ')} days.`),
})

/** Makes a key by which a program acts with one's own roles. Answers it: it is kept as its hash, and never shown again. */
export async function createApiKey({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof keySchema>
}): Promise<{ key: string }> {
  const actor = requireSelf(ctx)
  const { label, days } = parseInput(keySchema, input)
  const { token: key, tokenHash: keyHash } = makeToken('attest_')
  const now = ctx.now()
  return await runUseCase({ ctx, actor, action: 'create-api-key', crisis: null, isOfAccounts: true }, async (tx) => {
    const expiresAt = new Date(now.getTime() + days * day).toISOString()
    const row = { id: newId(), userId: actor.id, label, prefix: key.slice(0, 12), expiresAt }
    await writeApiKey(tx, { ...row, keyHash, createdAt: now.toISOString() })
    return { result: { key }, subject: `api-key:${row.id}`, details: { label, expiresAt }, rows: row }
  })
}

/** Ends a key of one's own. @throws ServiceError `not-found` */
export async function revokeApiKey({ ctx, input: { id } }: { ctx: Context; input: { id: string } }): Promise<void> {
  const actor = requireSelf(ctx)
  await runUseCase({ ctx, actor, action: 'revoke-api-key', crisis: null, isOfAccounts: true }, async (tx) => {
    const at = ctx.now().toISOString()
    if (!(await revokeApiKeyRow(tx, { id, userId: actor.id, at }))) {
      throw new ServiceError('not-found', 'There is no such key of yours, or it was ended.')
    }
    return { result: undefined, subject: `api-key:${id}`, details: {}, rows: [id] }
  })
}
