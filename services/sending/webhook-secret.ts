import { createHmac, hkdfSync } from 'node:crypto'
import type { Queryable } from '@/db/client'
import { readOrCreateSecret } from '@/db/repositories/installation-secrets'
import { signedContent } from '@/domain/sending/webhook'

/** The bytes a webhook's messages are signed with: derived from a secret of the installation, so that none is kept. */
async function secretOf(db: Queryable, webhookId: string): Promise<Buffer> {
  const secret = await readOrCreateSecret(db, 'webhooks', 32)
  return Buffer.from(hkdfSync('sha256', secret, webhookId, 'attest webhook', 32))
}

/** The same as whoever receives the messages is given it: `whsec_` and base64 (Standard Webhooks 1.0). */
export async function webhookSecret(db: Queryable, webhookId: string): Promise<string> {
  return `whsec_${(await secretOf(db, webhookId)).toString('base64')}`
}

/** The headers of a message that is sent now, signed by HMAC-SHA256 (Standard Webhooks 1.0). */
export async function signMessage(
  db: Queryable,
  { webhookId, id, body, now }: { webhookId: string; id: string; body: string; now: Date },
): Promise<Record<string, string>> {
  const seconds = Math.floor(now.getTime() / 1000)
  const mac = createHmac('sha256', await secretOf(db, webhookId)).update(signedContent(id, seconds, body))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${mac.digest('base64')}`,
  }
}
