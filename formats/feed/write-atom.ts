import { type Feed, updatedOf } from '@/domain/feed/feed'
import { element, escapeXml } from '@/formats/svg/svg-element'

/** A feed as Atom 1.0 (RFC 4287): UTF-8 text, instants in UTC. */
export function writeAtom(feed: Feed): string {
  const text = (name: string, value: string) => element(name, {}, escapeXml(value))
  const entries = feed.entries.map(({ id, url, title, text: content, at, file }) =>
    element(
      'entry',
      {},
      text('id', id),
      text('title', title),
      text('updated', at),
      text('published', at),
      element('link', { rel: 'alternate', type: 'text/html', href: url }),
      ...(file ? [element('link', { rel: 'enclosure', type: file.type, href: file.url })] : []),
      element('content', { type: 'text' }, escapeXml(content)),
    ),
  )
  const whole = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
    text('id', feed.self),
    text('title', feed.title),
    text('subtitle', feed.subtitle),
    text('updated', updatedOf(feed)),
    element('author', {}, text('name', feed.author)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    ...entries,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${whole}\n`
}
