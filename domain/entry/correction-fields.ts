import { beforeAfter } from '@/domain/audit/before-after'
import type { Citation } from '@/domain/figure/figure'
import type { CitationEntry } from '@/domain/figure/figure-entry'

/** A citation of a document beside the one in the form. */
export interface OtherCitation extends Pick<Citation, 'quote' | 'position' | 'language' | 'relation'> {
  document: { id: string; title: string }
}

/** What a form adds to its fields where it changes what was entered before. */
export interface CorrectionFields {
  /** The version the person saw when they began. */
  basedOn: number
  /** Why it is changed, in the person's own words. */
  reason: string
  /** The language of the citation in the form. */
  language: string | null
  /** Citations of other documents in their order, and how many of them stand before the one in the form. */
  others: OtherCitation[]
  before: number
}

/** The citation that a form shows, that of the document, else the first, and what a correction begins with. */
export function beginCorrection(
  { version, citations }: { version: number; citations: readonly Citation[] },
  documentId: string,
): CorrectionFields {
  const shown = shownCitation(citations, documentId)
  const others = citations
    .filter((citation) => citation !== shown)
    .map(({ document: { id, title }, quote, position, language, relation }) => ({
      document: { id, title },
      ...{ quote, position, language, relation },
    }))
  const before = shown ? citations.indexOf(shown) : 0
  return { basedOn: version, reason: '', language: shown?.language ?? null, others, before }
}

/** The citation of the document, else the first. */
export function shownCitation(citations: readonly Citation[], documentId: string): Citation | undefined {
  return citations.find(({ document }) => document.id === documentId) ?? citations[0]
}

/** All citations as they are sent: that of the form in its place among the others. */
export function joinCitations(own: CitationEntry, correction: CorrectionFields | null): CitationEntry[] {
  if (!correction) return [own]
  const others = correction.others.map(
    ({ document, quote, ...rest }): CitationEntry => ({
      ...rest,
      document: document.id,
      quote: quote.trim(),
    }),
  )
  const { language, before } = correction
  return others.toSpliced(before, 0, language === null ? own : { ...own, language })
}

/** The members of an entry that a correction sends: those that are other than what stands. The rest stays as it is. */
export function changesTo(stands: object, becomes: object): Record<string, unknown> {
  return beforeAfter(stands, becomes).after
}
