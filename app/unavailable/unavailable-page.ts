import type { Locale } from '@/domain/viewpoint/viewpoint'
import { directionOf } from '@/domain/wording/isolate'
import type english from '@/messages/en.json'

interface Unavailable {
  /** The path and query the reader wanted. */
  from: string
  nonce: string
  locale: Locale
  words: Pick<typeof english, 'failure' | 'site'>
}

/** The page that stands in for any other while the ledger cannot be reached, as HTML that needs nothing else: it tries again by itself. */
export function renderUnavailablePage({ from, nonce, locale, words }: Unavailable): string {
  const { awayTitle, away, tryNow } = words.failure
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="10">
<meta name="robots" content="noindex">
<title>${awayTitle} · ${words.site.name}</title>
<link rel="icon" href="/icon.svg">
<style nonce="${escapeHtml(nonce)}">
:root { color-scheme: light dark; --ground: #f7f7f5; --ink: #1b1f24; --muted: #57606a; --accent: #0b5cad }
@media (prefers-color-scheme: dark) { :root { --ground: #14171a; --ink: #e8eaed; --muted: #a5adb5; --accent: #7db7f0 } }
body { margin: 0; padding: 12vh 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 "Noto Sans", system-ui, sans-serif }
main { max-width: 36rem; margin: 0 auto }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.015em }
p { color: var(--muted) }
a { color: var(--accent) }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
</style>
</head>
<body>
<main>
<h1>${awayTitle}</h1>
<p>${away}</p>
<p><a href="${escapeHtml(from)}">${tryNow}</a></p>
</main>
</body>
</html>
`
}

/** The path and query to lead back to: of this site, or the start where it is not. */
export function readReturnPath(from: string | null): string {
  const base = 'http://attest.invalid'
  if (!from || !URL.canParse(from, base)) return '/'
  const { origin, pathname, search } = new URL(from, base)
  return origin === base && pathname.startsWith('/') && !pathname.startsWith('//') ? pathname + search : '/'
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
