import { buttonClass } from '@/components/ui/button'

/** What a list's feeds are called. */
interface FeedNames {
  atom: string
  jsonFeed: string
}

/** A page's feeds for its head, by which readers of feeds find them. `path`: of the page. */
export function feedAlternates(path: string, { atom, jsonFeed }: FeedNames) {
  return {
    types: {
      'application/atom+xml': [{ url: `${path}/feed.atom`, title: atom }],
      'application/feed+json': [{ url: `${path}/feed.json`, title: jsonFeed }],
    },
  }
}

/** The same as links that are seen. */
export function FeedLinks({ path, label, atom, jsonFeed }: FeedNames & { path: string; label: string }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      <a href={`${path}/feed.atom`} className={buttonClass('plain')}>
        {atom}
      </a>
      <a href={`${path}/feed.json`} className={buttonClass('plain')}>
        {jsonFeed}
      </a>
    </nav>
  )
}
