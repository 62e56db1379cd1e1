'use client'

import { readLocale } from '@/app/_i18n/locale-of'
import { failure as ar } from '@/messages/ar.json'
import { failure as en } from '@/messages/en.json'
import { failure as hy } from '@/messages/hy.json'
import { failure as ru } from '@/messages/ru.json'

const words = { en, hy, ru, ar }

/** What stands where a page failed: what happened, that nothing was lost, and what to do. Says nothing of the failure's innards. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  // In the language of the page it stands in for; on the server there is none yet, and it is told again in the browser.
  const failure = words[readLocale(typeof document === 'undefined' ? null : document.documentElement.lang) ?? 'en']
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
