'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** Links to the pages of a crisis; the one being read is marked. The first is the root of the others. */
export function NavLinks({ links, className }: { links: { href: string; label: string }[]; className: string }) {
  const path = usePathname()
  return (
    <ul className={`${className} text-sm`}>
      {links.map(({ href, label }, index) => {
        const isHere = index === 0 ? path === href : path === href || path.startsWith(`${href}/`)
        return (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isHere ? 'page' : undefined}
              className="block text-muted lg:flex lg:h-14 lg:items-center no-underline hover:text-ink aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--ink)] max-lg:aria-[current=page]:font-semibold max-lg:aria-[current=page]:shadow-none"
            >
              {label}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
