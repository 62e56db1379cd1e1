import type { Citation, Figure, Finding } from '@/domain/figure/figure'
import type { Headline } from '@/domain/reconciliation/headline'

/** A cited document with what people of the desk read beside an entry. `text`: as archived, or null where only quotes are kept. */
export interface ReadDocument {
  id: string
  title: string
  language: string
  text: string | null
  citations: Citation[]
}

/** A figure that waits, with all that a second pair of eyes looks at. */
export interface ReviewedFigure {
  figure: Figure
  /** The version known now that this one would replace. */
  known: Figure | null
  /** As computed now against the ledger, with what was accepted and why. */
  findings: Finding[]
  /** What the same claimant said of the same people, in the order of time. */
  earlier: Figure[]
  /** The scope as it is known now: who else says what. */
  headline: Headline
  whole: Figure | null
}
