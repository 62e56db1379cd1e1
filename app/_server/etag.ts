import { createHash } from 'node:crypto'
import { buildId } from '@/app/_server/build-id'

/** All that an answer depends on. The same parts always give the same bytes. */
export interface AnswerKey {
  /** The crisis's slug or the object's path, and the canonical query. */
  path: string
  query: string
  /** Revision of the crisis, or of the ledger for what spans crises. */
  revision: number
  audience: string
  locale: string
  /** Set where the reader left a clock to us: the answer holds for that hour. */
  hour: string | null
}

/** The key of a cached answer and, quoted, its entity tag. */
export function hashAnswerKey({ path, query, revision, audience, locale, hour }: AnswerKey): string {
  const parts = [buildId, path, query, revision, audience, locale, hour]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)
}

/** Whether `If-None-Match` names the tag (RFC 9110, 13.1.2: weak comparison, lists, and `*`). */
export function isNamedBy(tag: string, ifNoneMatch: string | null): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((part) => part.trim().replace(/^W\//, '') === `"${tag}"`)
}
