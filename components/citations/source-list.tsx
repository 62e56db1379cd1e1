import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { quoteId } from '@/components/citations/quote-id'
import { CopyButton } from '@/components/ui/copy-button'
import type { CitedQuote, CitedSource } from '@/domain/citation/cited-source'

/**
 * The numbered sources of a page: each document with the quotes that were used from it. `crisis`: slug, for links to documents and
 * figures.
 */
export function SourceList({ sources, crisis, heading }: { sources: CitedSource[]; crisis: string; heading?: string }) {
  const t = useTranslations('citation')
  if (sources.length === 0) return null
  const size = { '--sources': sources.length, '--quotes': sources.flatMap(({ quotes }) => quotes).length }
  return (
    <section aria-labelledby="sources-heading" className="source-list mt-12" style={size as CSSProperties}>
      <h2 id="sources-heading" className="text-lg font-semibold tracking-tight">
        {heading ?? t('sources')}
      </h2>
      <p className="mt-0.5 text-sm text-muted">{t('sourcesSubtitle')}</p>
      <ol className="mt-4 gap-x-12 text-xs lg:columns-2">
        {sources.map((source) => (
          <li key={source.n} id={`source-${source.n}`} value={source.n} className="source">
            <span className="text-muted" aria-hidden="true">
              {source.n}
            </span>
            <div className="min-w-0">
              <SourceHead source={source} crisis={crisis} />
              <ul className="mt-2 space-y-2">
                {source.quotes.map((quote, index) => (
                  <li
                    key={quoteId({ n: source.n, quote: index })}
                    id={quoteId({ n: source.n, quote: index })}
                    className="follow"
                  >
                    <QuoteBody quote={quote} publisher={source.publisher} crisis={crisis} />
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function SourceHead({ source, crisis }: { source: CitedSource; crisis: string }) {
  const t = useTranslations('citation')
  return (
    <div data-source-head>
      <p>
        <Link
          href={`/crises/${crisis}/documents/${source.document}`}
          prefetch={false}
          lang={source.language}
          dir="auto"
          className="source-title"
        >
          {source.title}
        </Link>
      </p>
      <p className="text-muted">
        {source.publisher}, {source.publishedText}
        {source.url && (
          <>
            {' · '}
            <a href={source.url} rel="noreferrer" className="break-all">
              {hostOf(source.url)}
            </a>
          </>
        )}
      </p>
      <p className="scripting-only no-print">
        <CopyButton text={source.citationText} label={t('copy')} done={t('copied')} />
      </p>
    </div>
  )
}

function QuoteBody({ quote, publisher, crisis }: { quote: CitedQuote; publisher: string; crisis: string }) {
  const t = useTranslations('citation')
  const relation = quote.relation === 'direct' ? t('direct') : t(quote.relation, { publisher })
  return (
    <>
      <blockquote lang={quote.language} dir="auto" className="quoted">
        <q>{quote.quote}</q>
      </blockquote>
      <p className="quoted-by">
        {quote.claimant}, {relation}
        {quote.speaker && `, ${t('speaker', { speaker: quote.speaker })}`}
        {quote.asOfText && `, ${quote.asOfText}`}
        {quote.figure && (
          <>
            {' · '}
            <Link href={`/crises/${crisis}/figures/${quote.figure}`} prefetch={false}>
              {t('openFigure')}
            </Link>
          </>
        )}
      </p>
    </>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}
