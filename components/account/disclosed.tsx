import type { ReactNode } from 'react'

/** What is opened before it is done: an act with its sentence and its button, out of the way until it is wanted. */
export function Disclosed({ summary, label, children }: { summary: string; label?: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary
        aria-label={label}
        className="inline-flex min-h-11 list-none items-center gap-1.5 text-sm text-accent hover:underline"
      >
        <span aria-hidden="true" className="transition-none group-open:rotate-90">
          ›
        </span>
        {summary}
      </summary>
      <div className="mt-2 mb-4 max-w-md border-s-2 border-line ps-4">{children}</div>
    </details>
  )
}
