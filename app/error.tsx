'use client'

import { failure } from '@/messages/en.json'

/** What stands where a page failed: what happened, that nothing was lost, and what to do. Says nothing of the failure's innards. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="content" className="mx-auto max-w-prose px-4 py-16">
      <h1 className="text-xl font-semibold tracking-tight">{failure.title}</h1>
      <p className="mt-3 text-muted">
        {failure.body} {error.digest && <code className="font-mono text-ink">{error.digest}</code>}
      </p>
      <button
        type="button"
        onClick={reset}
        className="mt-6 min-h-10 rounded-md bg-accent px-4 text-sm font-semibold text-surface"
      >
        {failure.retry}
      </button>
    </main>
  )
}
