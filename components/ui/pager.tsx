import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

/** Which rows of how many, with links to the page before and after. Nothing where one page holds all. */
export function Pager({
  label,
  text,
  previous,
  next,
}: {
  label: string
  text: string
  previous: { href: string; label: string } | null
  next: { href: string; label: string } | null
}) {
  if (!previous && !next) return null
  return (
    <nav
      aria-label={label}
      className="no-print mt-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm"
    >
      <span className="text-muted">{text}</span>
      <span className="flex flex-wrap gap-2">
        {previous && (
          <Link href={previous.href} prefetch={false} rel="prev" className={buttonClass('plain')}>
            {previous.label}
          </Link>
        )}
        {next && (
          <Link href={next.href} prefetch={false} rel="next" className={buttonClass('plain')}>
            {next.label}
          </Link>
        )}
      </span>
    </nav>
  )
}
