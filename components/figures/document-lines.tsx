import Link from 'next/link'

/** Documents by day, each with its title in its own language and who published it. */
export function DocumentLines({
  documents,
}: {
  documents: { href: string; title: string; publisher: string; whenText: string; language: string }[]
}) {
  return (
    <ul className="text-sm">
      {documents.map(({ href, title, publisher, whenText, language }) => (
        <li key={href} className="grid grid-cols-[7rem_1fr] gap-x-3 border-t border-line py-2.5">
          <span className="text-muted">{whenText}</span>
          <span className="min-w-0">
            <Link href={href} prefetch={false} className="text-ink decoration-line hover:text-accent">
              <bdi lang={language}>{title}</bdi>
            </Link>
            <span className="text-muted"> · {publisher}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
