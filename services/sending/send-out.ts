import type { Context } from '@/services/context'
import { deliverWebhooks } from '@/services/sending/deliver-webhooks'
import { sendMailings } from '@/services/sending/send-mailings'

/** Sends out what was published: by mail and to other programs, side by side, so that neither waits for the other's servers. */
export async function sendOut({ ctx }: { ctx: Context }): Promise<void> {
  const outcomes = await Promise.allSettled([sendMailings({ ctx }), deliverWebhooks({ ctx })])
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
