'use client'

import Link from 'next/link'
import { useParams } from 'next/navigation'

/** Ways on from a page that is not there, within the crisis of the address. */
export function NotFoundLinks({ overview, figures, sitreps }: { overview: string; figures: string; sitreps: string }) {
  const { crisis } = useParams<{ crisis?: string }>()
  const root = crisis ? `/crises/${crisis}` : '/'
  const links = [
    { href: root, label: overview },
    { href: `${root}/figures`, label: figures },
    { href: `${root}/sitreps`, label: sitreps },
  ]
  return (
    <ul className="mt-6 list-disc space-y-1 ps-5">
      {(crisis ? links : links.slice(0, 1)).map(({ href, label }) => (
        <li key={href}>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}
