'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

interface PageLink {
  href: string
  label: string
}

/** The crisis one is in, and its pages of administration; the one that is shown is marked. */
export function CrisisTabs({ label, title, links }: { label: string; title: PageLink; links: readonly PageLink[] }) {
  const path = usePathname()
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-5 border-b border-line pt-4 text-sm">
      {[title, ...links].map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={path === href ? 'page' : undefined}
          className="inline-flex min-h-11 items-center border-b-2 border-transparent no-underline hover:underline aria-[current]:border-accent aria-[current]:font-semibold"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
