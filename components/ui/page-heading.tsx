import type { ReactNode } from 'react'

/** Title of a page, with a line under it, marks ("reconstructed") and actions at the end of the line. */
export function PageHeading({
  title,
  subtitle,
  marks = [],
  children,
}: {
  title: ReactNode
  subtitle?: ReactNode
  marks?: string[]
  children?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-8 pb-6 md:pt-10">
      <div className="min-w-0 flex-[1_1_24rem]">
        <h1 className="text-[1.5rem] leading-tight font-semibold tracking-tight md:text-xl">
          <bdi>{title}</bdi>
        </h1>
        {subtitle && <p className="mt-1.5 max-w-[75ch] text-sm text-muted">{subtitle}</p>}
        <MarkList marks={marks} />
      </div>
      {children && <div className="no-print flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}

/** What must be known before any number is read: reconstructed, exercise, four-eyes rule off. */
export function MarkList({ marks }: { marks: string[] }) {
  if (marks.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-2 text-xs font-semibold">
      {marks.map((mark) => (
        <li key={mark} className="border-s-2 border-ink bg-surface px-2 py-0.5">
          {mark}
        </li>
      ))}
    </ul>
  )
}
