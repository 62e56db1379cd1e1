import { z } from 'zod'
import { instantSchema } from '@/domain/time/instant'

export const webhookEvents = ['sitrep.published', 'correction.published'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

export const deliveryStates = ['waiting', 'sending', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What an administrator registers. Where it may lead is checked against the network when it is registered and with every delivery. */
export const newWebhookSchema = z.object({
  url: z.url('Write an address that begins with https://').max(2000),
  events: z.array(z.enum(webhookEvents)).min(1, 'Choose at least one event.').max(webhookEvents.length),
})

export const webhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  createdAt: instantSchema,
  createdBy: z.string(),
  endedAt: instantSchema.nullable(),
  endedWhy: z.string().nullable(),
})
export type Webhook = z.infer<typeof webhookSchema>

/** One event to one address, as the log shows it. */
export const deliverySchema = z.object({
  id: z.string(),
  webhook: z.string(),
  url: z.string(),
  event: z.enum(webhookEvents),
  subject: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  createdAt: instantSchema,
  nextAt: instantSchema,
  doneAt: instantSchema.nullable(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  milliseconds: z.number().int().nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** Seconds until a delivery is tried again after so many failures: what Standard Webhooks recommends, up to three days in all. */
const webhookBackoff = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** When to try again after `attempts` tries that failed, in milliseconds from now; null: no more. */
export function nextDeliveryTry(attempts: number): number | null {
  const seconds = webhookBackoff[attempts - 1]
  return seconds === undefined ? null : seconds * 1000
}

/** What is signed of a message (Standard Webhooks 1.0): its id, the seconds it is sent at, its body. */
export const signedContent = (id: string, seconds: number, body: string) => `${id}.${seconds}.${body}`
