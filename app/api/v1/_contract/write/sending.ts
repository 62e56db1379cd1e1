import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { newWebhookSchema } from '@/domain/sending/webhook'

const administrator = ['administrator'] as const
const done = z.object({})

/** Telling other programs. `{id}` is a webhook's, or a delivery's. */
export const sendingOperations = {
  registerWebhook: {
    id: 'registerWebhook',
    method: 'POST',
    path: '/crises/{crisis}/webhooks',
    summary:
      'Register an address that is told of a crisis’s events; the answer alone holds the secret its messages are signed by',
    roles: administrator,
    body: newWebhookSchema,
    answer: z.object({ id: z.string(), secret: z.string() }),
    status: 201,
  },
  removeWebhook: {
    id: 'removeWebhook',
    method: 'POST',
    path: '/crises/{crisis}/webhooks/{id}/remove',
    summary: 'Tell an address of nothing more',
    roles: administrator,
    body: z.object({}),
    answer: done,
    status: 200,
  },
  redeliver: {
    id: 'redeliverWebhook',
    method: 'POST',
    path: '/crises/{crisis}/webhook-deliveries/{id}/redeliver',
    summary: 'Send an event once more, under the id it was sent by',
    roles: administrator,
    body: z.object({}),
    answer: done,
    status: 200,
  },
} as const satisfies Record<string, WriteOperation>
