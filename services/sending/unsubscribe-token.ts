import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Queryable } from '@/db/client'
import { readOrCreateSecret } from '@/db/repositories/installation-secrets'

/**
 * What the links of a subscriber's mails carry: the id and a signature of it under a secret of the installation, so that every mail ever sent ends
 * the subscription and nothing needs to be kept for it.
 */
export async function unsubscribeToken(db: Queryable, id: string): Promise<string> {
  const secret = await readOrCreateSecret(db, 'unsubscribe', 32)
  return `${id}.${createHmac('sha256', secret).update(id).digest('base64url')}`
}

/** The subscriber of a token; null where it is none of ours. */
export async function subscriberOf(db: Queryable, token: string): Promise<string | null> {
  const [id = ''] = token.split('.')
  const [given, right] = [Buffer.from(token), Buffer.from(await unsubscribeToken(db, id))]
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}
