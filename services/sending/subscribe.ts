import { z } from 'zod'
import { newId } from '@/db/new-id'
import { countTry } from '@/db/repositories/rate-limits'
import { loadCrises } from '@/db/repositories/read-crises'
import {
  confirmSubscriber,
  endSubscriber,
  findWaiting,
  readSubscriber,
  writeSubscriber,
} from '@/db/repositories/subscribers'
import { sha256 } from '@/db/sha256'
import type { Crisis } from '@/domain/crisis/crisis'
import { wants } from '@/domain/sending/subscription'
import { locales } from '@/domain/viewpoint/viewpoint'
import { mailWordsOf } from '@/domain/wording/mail-words'
import { emailSchema } from '@/services/accounts/auth-steps'
import { triesOf } from '@/services/accounts/count-tries'
import { makeToken } from '@/services/accounts/make-token'
import { nobody, recordAct } from '@/services/accounts/record-act'
import { canSendMail, sendMail } from '@/services/accounts/send-mail'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { subscriberOf, unsubscribeToken } from '@/services/sending/unsubscribe-token'

const minute = 60_000
/** So many mails are sent to one address, whoever asks for them, and so many asked for from one address of the network. */
const asksForAddress = { most: 3, window: 15 * minute }
const asksFromAddress = { most: 20, window: 15 * minute }
const confirmLifetime = 48 * 60 * minute

const subscriptionSchema = z.object({
  email: emailSchema,
  language: z.enum(locales),
  wants: z.enum(wants),
})

/**
 * Asks for the sitreps of a crisis to be mailed to an address: a link goes to it, and nothing more until it is opened. Answers alike whether or not
 * the address is subscribed; an address that is gets a mail that says so.
 * @throws ServiceError `invalid`, `too-many`, `unavailable`, `conflict` (this installation sends no mail)
 */
export async function requestSubscription({
  ctx,
  crisis,
  headers,
  input,
}: {
  ctx: Context
  crisis: Crisis
  headers: Headers
  input: z.input<typeof subscriptionSchema>
}): Promise<void> {
  if (!canSendMail()) throw new ServiceError('conflict', 'This installation sends no mail: follow the feeds instead.')
  const given = parseInput(subscriptionSchema, input)
  await asServiceErrors(async () => {
    const { address } = triesOf(headers, 'subscribe', null)
    const limits = [
      [`subscribe:${sha256(given.email)}`, asksForAddress],
      [address, asksFromAddress],
    ] as const
    for (const [key, limit] of limits) {
      if ((await countTry(ctx.db, key, limit, ctx.now())) === null) continue
      throw new ServiceError('too-many', 'Too many requests for this address. Wait a quarter of an hour.')
    }
    const { token, tokenHash } = makeToken()
    const now = ctx.now()
    const row = { id: newId(), crisisId: crisis.id, requestedAt: now.toISOString(), ...given }
    const confirmBy = new Date(now.getTime() + confirmLifetime).toISOString()
    const known = await writeSubscriber(ctx.db, { ...row, confirmHash: tokenHash, confirmBy })
    // Not waited for: how long the mail server takes would tell which of the two mails it is.
    const mail = known === null ? mailLink(crisis, given, token) : mailKnown(ctx, crisis, given, known)
    void mail.catch((error) => console.error(error))
  })
}

type Given = z.output<typeof subscriptionSchema>

async function mailLink(crisis: Crisis, { email, language }: Given, token: string): Promise<void> {
  const words = mailWordsOf(language)
  await sendMail({
    to: email,
    language,
    subject: words.confirmSubject(crisis.title),
    paragraphs: [words.confirmBody(crisis.title)],
    link: { path: `/subscriptions/confirm/${token}`, label: words.confirm },
    footer: words.confirmFooter,
  })
}

async function mailKnown(ctx: Context, crisis: Crisis, { email, language }: Given, id: string): Promise<void> {
  const words = mailWordsOf(language)
  await sendMail({
    to: email,
    language,
    subject: words.knownSubject(crisis.title),
    paragraphs: [words.knownBody(crisis.title)],
    link: { path: `/subscriptions/end/${await unsubscribeToken(ctx.db, id)}`, label: words.unsubscribe },
    footer: words.why(crisis.title),
  })
}

/** What a link is about: the crisis. Null where it opens no longer. @throws ServiceError `unavailable` */
export async function readConfirmation({ ctx, token }: { ctx: Context; token: string }): Promise<Crisis | null> {
  return await asServiceErrors(async () => {
    const row = await findWaiting(ctx.db, sha256(token), ctx.now().toISOString())
    return row ? await crisisOf(ctx, row.crisisId) : null
  })
}

/**
 * Confirms an address by the link that was mailed to it. Answers the crisis.
 * @throws ServiceError `not-found` (the link opens no longer)
 */
export async function confirmSubscription({ ctx, token }: { ctx: Context; token: string }): Promise<Crisis> {
  return await asServiceErrors(async () => {
    const now = ctx.now().toISOString()
    const row = await ctx.db.transaction((tx) => confirmSubscriber(tx, sha256(token), now))
    if (!row) throw new ServiceError('not-found', 'This link opens no longer. Subscribe again.')
    await recordAct(ctx.db, { actor: nobody, action: 'confirm-subscription', subject: `subscriber:${row.id}` })
    return await crisisOf(ctx, row.crisisId)
  })
}

/** The crisis of a link by which a subscription is ended, and whether it still stands; null for a link that is none of ours. */
export async function readEnding({
  ctx,
  token,
}: {
  ctx: Context
  token: string
}): Promise<{ crisis: Crisis; isEnded: boolean } | null> {
  return await asServiceErrors(async () => {
    const id = await subscriberOf(ctx.db, token)
    const row = id === null ? undefined : await readSubscriber(ctx.db, id)
    return row ? { crisis: await crisisOf(ctx, row.crisisId), isEnded: row.state === 'ended' } : null
  })
}

/**
 * Ends a subscription by a link of any mail that was sent for it, and forgets the address. Once more changes nothing.
 * @throws ServiceError `not-found` (the link is none of ours)
 */
export async function endSubscription({ ctx, token }: { ctx: Context; token: string }): Promise<void> {
  await asServiceErrors(async () => {
    const id = await subscriberOf(ctx.db, token)
    if (id === null) throw new ServiceError('not-found', 'There is no such subscription.')
    const now = ctx.now().toISOString()
    const wasOpen = await ctx.db.transaction((tx) => endSubscriber(tx, id, now))
    if (wasOpen) await recordAct(ctx.db, { actor: nobody, action: 'end-subscription', subject: `subscriber:${id}` })
  })
}

async function crisisOf({ db }: Context, id: string): Promise<Crisis> {
  const crisis = (await loadCrises(db)).find((one) => one.id === id)
  if (!crisis) throw new ServiceError('not-found', 'There is no such crisis.')
  return crisis
}
