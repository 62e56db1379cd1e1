import { useTranslations } from 'next-intl'
import { MarkLinks } from '@/components/citations/mark-links'
import { quoteId } from '@/components/citations/quote-id'
import type { CitationMark } from '@/domain/citation/cited-source'

/**
 * The marks on a number. Each is a link to its quote in the source list at the page's end, so that it works without JavaScript and in
 * print; `QuoteCards` opens the quote in place.
 */
export function CitationMarks({ marks }: { marks: CitationMark[] | undefined }) {
  const t = useTranslations('citation')
  if (!marks || marks.length === 0) return null
  const ids = [...new Set(marks.map(quoteId))]
  return <MarkLinks ids={ids.join(' ')} label={t('mark', { n: '#' })} />
}
