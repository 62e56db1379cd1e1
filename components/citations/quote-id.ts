import type { CitationMark } from '@/domain/citation/cited-source'

/** Where the quote of a mark stands in the page's source list: "quote-3-1" is the first quote of source 3. */
export function quoteId({ n, quote }: CitationMark): string {
  return `quote-${n}-${quote + 1}`
}
