'use client'

import type { FormEvent } from 'react'

/**
 * Switches between light and dark. A plain form without JavaScript; with it, the choice shows at once. The choice is kept in a cookie, which
 * the server reads before the first paint, so that no page flashes in the other theme. Style shows the button that changes something.
 */
export function ThemeSwitch({ toDark, toLight }: { toDark: string; toLight: string }) {
  const switchAtOnce = (event: FormEvent<HTMLFormElement>) => {
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const choice = submitter?.getAttribute('value')
    if (!choice) return
    event.preventDefault()
    document.documentElement.dataset.theme = choice
    void fetch('/theme', { method: 'POST', body: new URLSearchParams({ theme: choice }), redirect: 'manual' })
  }
  return (
    <form action="/theme" method="post" onSubmit={switchAtOnce}>
      <button
        type="submit"
        name="theme"
        value="dark"
        className="theme-to-dark p-2 text-muted hover:text-ink"
        aria-label={toDark}
        title={toDark}
      >
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path
            d="M15 10.6A6.5 6.5 0 0 1 7.4 3a6.5 6.5 0 1 0 7.6 7.6Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
      </button>
      <button
        type="submit"
        name="theme"
        value="light"
        className="theme-to-light p-2 text-muted hover:text-ink"
        aria-label={toLight}
        title={toLight}
      >
        <svg
          width="18"
          height="18"
          viewBox="0 0 18 18"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        >
          <circle cx="9" cy="9" r="3.5" />
          <path d="M9 1v2M9 15v2M1 9h2M15 9h2M3.3 3.3l1.5 1.5M13.2 13.2l1.5 1.5M3.3 14.7l1.5-1.5M13.2 4.8l1.5-1.5" />
        </svg>
      </button>
    </form>
  )
}
