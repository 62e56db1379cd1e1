import { publicAddress } from '@/config/env'
import { newId } from '@/db/new-id'
import { loadCrises, loadLedgerRevision } from '@/db/repositories/read-crises'
import {
  endWebhook,
  listStanding,
  listUntoldEditions,
  noteLooked,
  settleDelivery,
  takeDelivery,
  type WebhookRow,
  writeDelivery,
} from '@/db/repositories/webhooks'
import type { LedgerCorrection } from '@/domain/correction/correction'
import type { Crisis } from '@/domain/crisis/crisis'
import { nextDeliveryTry, type WebhookEvent } from '@/domain/sending/webhook'
import type { ListedSitrep } from '@/domain/sitrep/listed-sitrep'
import { noFilter } from '@/domain/viewpoint/figure-filter'
import type { Context } from '@/services/context'
import { readCorrectionsLedger } from '@/services/read-corrections'
import { listEditions } from '@/services/read-sitreps'
import { postWebhook } from '@/services/sending/post-webhook'
import { signMessage } from '@/services/sending/webhook-secret'

const minute = 60_000
/** What happened longer ago is told no more, where nobody was there to tell it. */
const newsLasts = 72 * 60 * minute
/** Longer than any try takes. */
const interruptedAfter = 2 * minute
const atOnce = 8

/**
 * Tells every webhook of what was published and corrected since it was registered, and tries again what did not arrive. An event is kept once for
 * each webhook; where a process ends while it sends, it may be sent twice under one id. Answers how many messages arrived.
 */
export async function deliverWebhooks({ ctx }: { ctx: Context }): Promise<number> {
  await keepNewEvents(ctx)
  const work = async () => {
    let delivered = 0
    for (;;) {
      const now = ctx.now()
      const interrupted = new Date(now.getTime() - interruptedAfter).toISOString()
      const delivery = await takeDelivery(ctx.db, { now: now.toISOString(), interrupted })
      if (!delivery) return delivered
      if (await deliverOne(ctx, delivery)) delivered += 1
    }
  }
  const counts = await Promise.all(Array.from({ length: atOnce }, work))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function deliverOne(
  ctx: Context,
  delivery: NonNullable<Awaited<ReturnType<typeof takeDelivery>>>,
): Promise<boolean> {
  const { id, webhookId, crisisId, payload: body, url, attempts } = delivery
  const headers = await signMessage(ctx.db, { webhookId, id, body, now: ctx.now() })
  const tried = await postWebhook({ url, headers, body })
  const now = ctx.now()
  const { status } = tried
  if (status !== null && status >= 200 && status < 300) {
    await settleDelivery(ctx.db, delivery, { state: 'delivered', doneAt: now.toISOString(), ...tried })
    return true
  }
  const wait = status === 410 ? null : nextDeliveryTry(attempts)
  const outcome =
    wait === null
      ? { state: 'failed' as const, doneAt: now.toISOString() }
      : { state: 'waiting' as const, nextAt: new Date(now.getTime() + wait).toISOString() }
  const isRedirect = status !== null && status >= 300 && status < 400
  const error = isRedirect ? 'The address leads on to another, which is not followed.' : tried.error
  await settleDelivery(ctx.db, delivery, { ...outcome, ...tried, error })
  // Standard Webhooks: who answers 410 wants no more.
  if (status === 410) {
    const why = 'Its address answered that it is gone (410).'
    await endWebhook(ctx.db, { id: webhookId, crisisId, at: now.toISOString(), why })
  }
  return false
}

async function keepNewEvents(given: Context): Promise<void> {
  // Whoever does this, what other programs are told is what everybody may see.
  const ctx: Context = { ...given, actor: null, audience: 'public' }
  const [ofSitreps, ofCorrections] = await Promise.all([
    listStanding(ctx.db, 'sitrep.published'),
    listStanding(ctx.db, 'correction.published'),
  ])
  if (ofSitreps.length + ofCorrections.length === 0) return
  const crises = new Map((await loadCrises(ctx.db)).map((crisis) => [crisis.id, crisis]))
  const ledger = await loadLedgerRevision(ctx.db)
  for (const webhook of ofSitreps) {
    const crisis = crises.get(webhook.crisisId)
    if (crisis) await keepEditions(ctx, crisis, webhook)
  }
  for (const webhook of ofCorrections) {
    const crisis = crises.get(webhook.crisisId)
    // Once an hour also where nothing changed: an embargo may have ended.
    const state = `${crisis?.revision}.${ledger}.${ctx.now().toISOString().slice(0, 13)}`
    if (!crisis || webhook.lookedAt === state) continue
    await keepCorrections(ctx, crisis, webhook)
    await noteLooked(ctx.db, webhook.id, state)
  }
}

async function keepEditions(ctx: Context, crisis: Crisis, webhook: WebhookRow): Promise<void> {
  const now = ctx.now()
  const since = new Date(now.getTime() - newsLasts).toISOString()
  const untold = await listUntoldEditions(ctx.db, webhook, { now: now.toISOString(), since })
  if (untold.length === 0) return
  const editions = await listEditions({ ctx, crisis })
  for (const { sitrepId, edition } of untold) {
    const listed = editions.find((one) => one.id === sitrepId && one.edition === edition)
    if (!listed) continue
    const subject = `sitrep:${sitrepId}:${edition}`
    await keep(ctx, webhook, 'sitrep.published', { subject, at: listed.publishedAt, data: tellEdition(crisis, listed) })
  }
}

async function keepCorrections(ctx: Context, crisis: Crisis, webhook: WebhookRow): Promise<void> {
  const moment = ctx.now().toISOString()
  const viewpoint = { asOf: moment, knownAt: moment, audience: 'public', locale: ctx.locale } as const
  const corrections = await readCorrectionsLedger({ ctx, crisis, viewpoint, filter: noFilter })
  for (const one of corrections.filter(({ at }) => at > webhook.createdAt)) {
    const subject =
      one.kind === 'figure' ? `figure:${one.figure}:${one.was.version}` : `sitrep:${one.sitrep}:${one.edition}`
    await keep(ctx, webhook, 'correction.published', { subject, at: one.at, data: tellCorrection(crisis, one) })
  }
}

async function keep(
  ctx: Context,
  { id: webhookId, crisisId }: WebhookRow,
  event: WebhookEvent,
  { subject, at, data }: { subject: string; at: string; data: object },
): Promise<void> {
  const payload = JSON.stringify({ type: event, timestamp: at, data })
  const row = { id: `msg_${newId()}`, webhookId, crisisId, event, subject, payload }
  await writeDelivery(ctx.db, { ...row, createdAt: ctx.now().toISOString() })
}

/** An address others can follow, or its path where the installation does not know its own. */
const addressOf = (path: string) => publicAddress(path) ?? path

function tellEdition({ slug }: Crisis, listed: ListedSitrep): object {
  const { number, kind, edition, title, asOf, knownAt, period, languages, publishedAt, contentHash, pdfSha256 } = listed
  const path = `/crises/${slug}/sitreps/${number}`
  return {
    crisis: slug,
    number,
    kind,
    edition,
    title,
    asOf,
    knownAt,
    period,
    languages,
    publishedAt,
    contentHash,
    pdfSha256,
    erratum: listed.erratum,
    url: addressOf(`${path}?edition=${edition}`),
    pdf: addressOf(`/api/v1${path}/pdf?edition=${edition}`),
  }
}

function tellCorrection({ slug }: Crisis, correction: LedgerCorrection): object {
  if (correction.kind === 'erratum') {
    const { kind, number, edition, mends, what, why, at } = correction
    const url = addressOf(`/crises/${slug}/sitreps/${number}?edition=${edition}`)
    return { crisis: slug, kind, number, edition, mends, what, why, at, url }
  }
  const { kind, figure, was, now, reason, at, editions } = correction
  const { indicator, population, claimant, unit } = was
  return {
    crisis: slug,
    kind,
    figure,
    indicator,
    population,
    claimant: { id: claimant.id, name: claimant.name },
    unit,
    was: { version: was.version, quantity: was.quantity },
    now: now && { version: now.version, quantity: now.quantity },
    reason,
    at,
    editions,
    url: addressOf(`/crises/${slug}/figures/${figure}`),
  }
}
