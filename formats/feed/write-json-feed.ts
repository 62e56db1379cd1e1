import type { Feed } from '@/domain/feed/feed'

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed({ title, subtitle, language, home, self, author, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    home_page_url: home,
    feed_url: self,
    language,
    authors: [{ name: author }],
    items: entries.map(({ id, url, title, text, at, file }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: at,
      ...(file ? { attachments: [{ url: file.url, mime_type: file.type }] } : {}),
    })),
  })
}
