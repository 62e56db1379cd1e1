import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { CitationMark } from '@/domain/citation/cited-source'

/** Where the quote of a mark stands in the page's source list. */
export function quoteId({ n, quote }: CitationMark): string {
  return `quote-${n}-${quote + 1}`
}

/**
 * The marks on a number. Each is a link to its quote in the source list at the page's end, so that it works without JavaScript and in
 * print; `QuoteCards` opens the quote in place.
 */
export function CitationMarks({ marks }: { marks: CitationMark[] | undefined }) {
  const t = useTranslations('citation')
  if (!marks || marks.length === 0) return null
  const unlike = marks.filter(
    (mark, index) => marks.findIndex(({ n, quote }) => n === mark.n && quote === mark.quote) === index,
  )
  return (
    <sup className="ms-0.5 text-[0.6875rem] leading-none font-normal whitespace-nowrap">
      {unlike.map((mark, index) => (
        <Fragment key={quoteId(mark)}>
          {index > 0 && <span className="text-muted"> </span>}
          <a
            href={`#${quoteId(mark)}`}
            data-quote={quoteId(mark)}
            aria-label={t('mark', { n: mark.n })}
            className="relative no-underline after:absolute after:-inset-x-1 after:-inset-y-2.5 after:content-[''] hover:underline"
          >
            {mark.n}
          </a>
        </Fragment>
      ))}
    </sup>
  )
}
