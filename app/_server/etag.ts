import { createHash } from 'node:crypto'
import { buildId } from '@/app/_server/build-id'

/** All that an answer depends on. The same parts always give the same bytes. */
export interface AnswerKey {
  path: string
  /** Viewpoint, filter and the other parameters in one spelling; where a clock is left to us, with its hour. */
  query: string
  /** Of the crisis and of what spans crises. */
  revision: string
  audience: string
  locale: string
}

/** The key of a cached answer and, quoted, its entity tag. */
export function hashAnswerKey({ path, query, revision, audience, locale }: AnswerKey): string {
  const parts = [buildId, path, query, revision, audience, locale]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)
}

/** Whether `If-None-Match` names the tag (RFC 9110, 13.1.2: weak comparison, lists, and `*`). */
export function isNamedBy(tag: string, ifNoneMatch: string | null): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((part) => part.trim().replace(/^W\//, '') === `"${tag}"`)
}
