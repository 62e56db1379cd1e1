import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { endWebhook, listDeliveryRows, listWebhookRows, redeliverRow, writeWebhook } from '@/db/repositories/webhooks'
import type { Crisis } from '@/domain/crisis/crisis'
import { type Delivery, newWebhookSchema, type Webhook } from '@/domain/sending/webhook'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'
import { checkWebhookAddress } from '@/services/sending/post-webhook'
import { webhookSecret } from '@/services/sending/webhook-secret'

const mostWebhooks = 20
const mostDeliveries = 100

/** The webhooks of a crisis and the newest of what was sent to them. @throws ServiceError `forbidden` */
export async function listWebhooks({
  ctx,
  crisis,
}: {
  ctx: Context
  crisis: Crisis
}): Promise<{ webhooks: Webhook[]; deliveries: Delivery[] }> {
  requireRole(ctx, crisis.id, 'administrator')
  return await asServiceErrors(async () => {
    const [webhooks, deliveries] = await Promise.all([
      listWebhookRows(ctx.db, crisis.id),
      listDeliveryRows(ctx.db, crisis.id, mostDeliveries),
    ])
    return { webhooks, deliveries }
  })
}

/**
 * Registers an address that is told of a crisis's events from now on.
 * @throws ServiceError `forbidden`, `invalid` (an address that messages may not be sent to), `conflict` (enough are registered)
 */
export async function registerWebhook({
  ctx,
  crisis,
  input,
}: {
  ctx: Context
  crisis: Crisis
  input: z.input<typeof newWebhookSchema>
}): Promise<{ id: string }> {
  const actor = requireRole(ctx, crisis.id, 'administrator')
  const { url, events } = parseInput(newWebhookSchema, input)
  await checkWebhookAddress(url)
  return await runUseCase({ ctx, actor, action: 'register-webhook', crisis: crisis.id }, async (tx) => {
    const standing = (await listWebhookRows(tx, crisis.id)).filter(({ endedAt }) => endedAt === null)
    if (standing.length >= mostWebhooks) {
      throw new ServiceError('conflict', `A crisis has ${mostWebhooks} webhooks at most: remove one first.`)
    }
    const row = { id: newId(), crisisId: crisis.id, url, events: [...new Set(events)] }
    await writeWebhook(tx, { ...row, createdAt: ctx.now().toISOString(), createdBy: actor.id })
    // What follows the host may be somebody's secret.
    const details = { host: new URL(url).host, events: row.events }
    return { result: { id: row.id }, subject: `webhook:${row.id}`, details, rows: row }
  })
}

/** The secret by which a webhook's messages are signed, for whoever just registered it. @throws ServiceError `forbidden` */
export async function revealWebhookSecret({
  ctx,
  crisis,
  id,
}: {
  ctx: Context
  crisis: Crisis
  id: string
}): Promise<string> {
  requireRole(ctx, crisis.id, 'administrator')
  return await asServiceErrors(() => webhookSecret(ctx.db, id))
}

/** Ends a webhook. @throws ServiceError `forbidden`, `not-found` */
export async function removeWebhook({ ctx, crisis, id }: { ctx: Context; crisis: Crisis; id: string }): Promise<void> {
  const actor = requireRole(ctx, crisis.id, 'administrator')
  await runUseCase({ ctx, actor, action: 'remove-webhook', crisis: crisis.id }, async (tx) => {
    const at = ctx.now().toISOString()
    if (!(await endWebhook(tx, { id, crisisId: crisis.id, at, why: `Removed by ${actor.name}.` }))) {
      throw new ServiceError('not-found', 'There is no such webhook, or it was removed.')
    }
    return { result: undefined, subject: `webhook:${id}`, details: {}, rows: [id] }
  })
}

/** Sends an event once more, whatever came of it before. @throws ServiceError `forbidden`, `not-found` */
export async function redeliver({ ctx, crisis, id }: { ctx: Context; crisis: Crisis; id: string }): Promise<void> {
  const actor = requireRole(ctx, crisis.id, 'administrator')
  await runUseCase({ ctx, actor, action: 'redeliver-webhook', crisis: crisis.id }, async (tx) => {
    if (!(await redeliverRow(tx, { id, crisisId: crisis.id, now: ctx.now().toISOString() }))) {
      throw new ServiceError('not-found', 'There is no such delivery, it is under way, or its webhook was removed.')
    }
    return { result: undefined, subject: `webhook-delivery:${id}`, details: {}, rows: [id] }
  })
}
