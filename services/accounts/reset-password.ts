import { type Account, readAccount, readAccountByEmail } from '@/db/repositories/read-accounts'
import { openAuth } from '@/services/accounts/auth'
import { emailSchema } from '@/services/accounts/auth-steps'
import { countTries, triesOf } from '@/services/accounts/count-tries'
import { handedResetLifetime, resetLifetime } from '@/services/accounts/limits'
import { makeToken } from '@/services/accounts/make-token'
import { recordAct } from '@/services/accounts/record-act'
import { canSendMail, sendMail } from '@/services/accounts/send-mail'
import type { Context } from '@/services/context'
import { toServiceError } from '@/services/database-errors'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'

/**
 * Makes a link by which a person chooses a new password, once, within 24 hours, for an administrator to hand on. Answers its path.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (the person is disabled)
 */
export async function makeResetLink({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ path: string }> {
  const actor = requireRole(ctx, null, 'administrator')
  try {
    const account = await readAccount(ctx.db, input.id)
    if (!account) throw new ServiceError('not-found', 'There is no such person.')
    if (account.disabledAt) throw new ServiceError('invalid', `${account.name} is disabled: enable the account first.`)
    const path = await beginReset(ctx, account, handedResetLifetime)
    await recordAct(ctx.db, { actor, action: 'make-reset-link', subject: `user:${account.id}` })
    return { path }
  } catch (error) {
    throw toServiceError(error)
  }
}

/**
 * Mails a link for a new password to whoever has this address. Answers alike whether or not anybody has; at most a few for one address of the
 * network or of mail.
 * @throws ServiceError `invalid`, `too-many`, `unavailable`
 */
export async function requestReset({
  ctx,
  headers,
  email: given,
}: {
  ctx: Context
  headers: Headers
  email: string
}): Promise<{ canSend: boolean }> {
  const parsed = emailSchema.safeParse(given)
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? ''
    throw new ServiceError('invalid', 'Some fields cannot be used.', [{ pointer: '/email', message }])
  }
  if (!canSendMail()) return { canSend: false }
  try {
    const wait = await countTries(ctx.db, triesOf(headers, 'request-reset', `reset ${parsed.data}`), ctx.now())
    if (wait !== null)
      throw new ServiceError('too-many', 'Too many requests for this address. Wait a quarter of an hour.')
    const account = await readAccountByEmail(ctx.db, parsed.data)
    // Not waited for: how long the mail server takes would tell whether there is an account.
    if (account && !account.disabledAt) void mailReset(ctx, account).catch((error) => console.error(error))
    return { canSend: true }
  } catch (error) {
    throw toServiceError(error)
  }
}

async function mailReset(ctx: Context, account: Account): Promise<void> {
  const path = await beginReset(ctx, account, resetLifetime)
  await recordAct(ctx.db, { actor: account, action: 'ask-for-reset', subject: `user:${account.id}` })
  await sendMail({
    to: account.email,
    subject: 'A new password for Attest',
    paragraphs: [
      `Dear ${account.name},`,
      'somebody, most likely you, asked for a new password for your account at Attest.',
    ],
    link: { path, label: 'Choose a new password' },
    footer: 'The link opens once, within an hour. If you did not ask for it, do nothing: your password stays as it is.',
  })
}

async function beginReset({ db, now }: Context, { id }: Account, lifetime: number): Promise<string> {
  const { token } = makeToken()
  const { internalAdapter } = await (await openAuth(db, false)).$context
  const expiresAt = new Date(now().getTime() + lifetime)
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: id, expiresAt })
  return `/reset-password/${token}`
}
