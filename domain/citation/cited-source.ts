/**
 * Composed text: what a renderer (screen, PDF, feed) prints without computing anything. Numbers in it are formatted strings, and each carries
 * the marks that lead to its source.
 */

/** A mark [n] on a number: source `n` of the page's or sitrep's own list, and which of that source's quotes holds the number. */
export interface CitationMark {
  n: number
  quote: number
}

/** A run of text. `language`: BCP 47, where it differs from the document's. `muted`: caveats and labels. */
export interface Run {
  text: string
  cite?: CitationMark[]
  strong?: boolean
  muted?: boolean
  language?: string
  /** An address within Attest ("/figures/..."), for the screen. */
  href?: string
}

/** What a quote card shows. */
export interface CitedQuote {
  figure: string | null
  quote: string
  language: string
  relation: 'direct' | 'relayed' | 'unattributed'
  claimant: string
  speaker: string | null
  /** "as of 19 September, 16:00" in words. */
  asOfText: string
}

/** One numbered source of a page or sitrep: a document, numbered in order of first use. */
export interface CitedSource {
  n: number
  document: string
  title: string
  publisher: string
  url: string | null
  publishedText: string
  language: string
  sha256: string | null
  quotes: CitedQuote[]
  /** Ready citation text: publisher, title, date, address. */
  citationText: string
}
