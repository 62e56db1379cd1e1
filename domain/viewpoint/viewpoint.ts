import type { Instant } from '@/domain/time/instant'

export const audiences = ['public', 'partners', 'internal'] as const
/** The clearance of a reader; also the sensitivity of a document, figure or note. */
export type Audience = (typeof audiences)[number]

export const locales = ['en', 'hy', 'ru', 'ar'] as const
export type Locale = (typeof locales)[number]

/**
 * The world at `asOf`, as the ledger knew it at `knownAt`, for a reader with the clearance `audience`, in `locale`.
 * Nothing is computed without one.
 */
export interface Viewpoint {
  asOf: Instant
  knownAt: Instant
  audience: Audience
  locale: Locale
}

/** Whether a reader of `audience` may see something of `sensitivity`. */
export function canSee(audience: Audience, sensitivity: Audience): boolean {
  return audiences.indexOf(sensitivity) <= audiences.indexOf(audience)
}
