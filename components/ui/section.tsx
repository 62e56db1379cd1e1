import { type ReactNode, useId } from 'react'

/** A section of a page, named by its heading. `id` makes it reachable by an address. */
export function Section({
  id,
  title,
  subtitle,
  children,
  className = '',
}: {
  id?: string
  title: ReactNode
  subtitle?: ReactNode
  children: ReactNode
  className?: string
}) {
  const heading = useId()
  return (
    <section id={id} aria-labelledby={heading} className={className}>
      <h2 id={heading} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {subtitle && <p className="mt-0.5 text-sm text-muted">{subtitle}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
