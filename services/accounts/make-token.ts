import { randomBytes } from 'node:crypto'
import { sha256 } from '@/db/sha256'

/** A secret for a link or a key, of 256 random bits, and its hash, which alone is kept. */
export function makeToken(prefix = ''): { token: string; tokenHash: string } {
  const token = prefix + randomBytes(32).toString('base64url')
  return { token, tokenHash: sha256(token) }
}
