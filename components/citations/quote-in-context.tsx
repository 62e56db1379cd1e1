import type { ReactNode } from 'react'

/**
 * A quote as it stands in its document: the words around it, the quote itself marked. Without the archived text the quote stands alone.
 * `before` and `after` are the words around with their spaces, at most thirty for the public, and an ellipsis where they go on.
 */
export function QuoteInContext({
  quote,
  before,
  after,
  language,
  children,
}: {
  quote: string
  before: string
  after: string
  language: string
  children?: ReactNode
}) {
  return (
    <figure className="border-t border-line py-4">
      <blockquote lang={language} dir="auto" className="max-w-[70ch] border-s-2 border-ink ps-4">
        {before && <span className="text-muted">{before}</span>}
        <mark>{quote}</mark>
        {after && <span className="text-muted">{after}</span>}
      </blockquote>
      {children && <figcaption className="mt-2 ps-4.5 text-sm text-muted">{children}</figcaption>}
    </figure>
  )
}
