import { hkdfSync } from 'node:crypto'
import { readOrCreateSecret } from '@/db/repositories/installation-secrets'
import type { Context } from '@/services/context'
import { toServiceError } from '@/services/database-errors'
import { ServiceError } from '@/services/errors'

const keyBytes = 32

/** What the salt of a person's key is kept as. Whoever deletes it changes the key. */
export const saltOf = (userId: string) => `draft-key-salt ${userId}`

/**
 * The key by which the browser of whoever asks seals their drafts: 32 bytes in base64, the same at every sign-in and another for every
 * person. Derived by HKDF-SHA256 (RFC 5869) from a secret of the installation and a salt of the person's own; where the salt is deleted, the next
 * answer is a new key, and drafts under the old one no longer open.
 * @throws ServiceError `unauthenticated` for nobody, `unavailable`
 */
export async function draftKeyOf({ db, actor }: Context): Promise<string> {
  if (!actor) throw new ServiceError('unauthenticated', 'Only whoever is signed in has a draft key.')
  try {
    const secret = await readOrCreateSecret(db, 'draft-keys', keyBytes)
    const salt = await readOrCreateSecret(db, saltOf(actor.id), keyBytes)
    return Buffer.from(hkdfSync('sha256', secret, salt, `attest draft key ${actor.id}`, keyBytes)).toString('base64')
  } catch (error) {
    throw toServiceError(error)
  }
}
