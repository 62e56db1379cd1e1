import Link from 'next/link'
import type { ReactNode } from 'react'
import { CitationMarks } from '@/components/citations/citation-marks'
import type { Run } from '@/domain/citation/cited-source'

/** Composed text on the screen: runs in order, each number with the marks that lead to its source. */
export function RunText({ runs }: { runs: Run[] }) {
  return runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of a text have no identity but their place in it
    <span key={index} lang={run.language} dir={run.language && 'auto'} className={run.muted ? 'text-muted' : undefined}>
      {wrap(run)}
      <CitationMarks marks={run.cite} />
    </span>
  ))
}

function wrap({ text, strong, href }: Run): ReactNode {
  const content = strong ? <strong className="font-semibold">{text}</strong> : text
  if (href && isFile(href)) return <a href={href}>{content}</a>
  return href ? (
    <Link href={href} prefetch={false} className="text-inherit decoration-line hover:text-accent">
      {content}
    </Link>
  ) : (
    content
  )
}

/** Files and addresses of other sites are no pages of ours. */
function isFile(href: string): boolean {
  return href.startsWith('/api/') || /^https?:/.test(href)
}
