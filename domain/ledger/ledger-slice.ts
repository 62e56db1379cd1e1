import type { Crisis } from '@/domain/crisis/crisis'
import type { Citation, Figure } from '@/domain/figure/figure'
import type { Indicator } from '@/domain/indicator/indicator'
import type { Note } from '@/domain/note/note'
import type { Independence, Resolution } from '@/domain/reconciliation/headline'
import type { Instant, Precision } from '@/domain/time/instant'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'

/** A document as lists show it. */
export interface DocumentSummary {
  id: string
  title: string
  url: string | null
  publisher: Citation['document']['publisher']
  publishedAt: Instant | null
  publishedPrecision: Precision | null
  language: string
  retrievedAt: Instant
  sha256: string | null
}

/** An event as charts mark it. */
export interface EventSummary {
  id: string
  title: string
  from: Instant
  to: Instant | null
  parent: string | null
}

/**
 * What the ledger held for one viewpoint: only versions known at `knownAt`, visible to `audience`, and for figures with an as-of only
 * those whose interval ended by `asOf` (undated ones are included and take no part in headlines or series). Disputes of a figure stand
 * in it, filtered the same way. Everything shown is computed from one of these.
 */
export interface LedgerSlice {
  crisis: Crisis
  viewpoint: Viewpoint
  indicators: readonly Indicator[]
  figures: Figure[]
  resolutions: Resolution[]
  independences: Independence[]
  notes: Note[]
  documents: DocumentSummary[]
  events: EventSummary[]
  /** SHA-256 of archived documents by document id, where there is one. */
  hashes: Record<string, string>
  /**
   * Set where a crisis is too large for all of a scope's course to be drawn: then of each claimant only the newest figure and some between
   * are here. Headlines are the same; whatever draws the course says so.
   */
  thinned: boolean
  /** Versions closed by `knownAt`: corrected or withdrawn, with the reason. */
  closed: ClosedVersion[]
}

/** A version that a correction or withdrawal closed, and what replaced it (null: withdrawn). */
export interface ClosedVersion {
  was: Figure
  now: Figure | null
  reason: string
  at: Instant
}
