import type { Instant } from '@/domain/time/instant'

/** A feed as every format of one needs it: absolute addresses, newest entry first. */
export interface Feed {
  title: string
  subtitle: string
  language: string
  /** The page it is a feed of, and its own address. */
  home: string
  self: string
  author: string
  /** When the feed has no entry: since when there could have been. */
  since: Instant
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** Unique and never changing: a URI. */
  id: string
  url: string
  title: string
  text: string
  at: Instant
  /** A file that is the entry, whole. */
  file?: { url: string; type: string }
}

/** When the newest entry appeared. */
export const updatedOf = ({ entries, since }: Feed): Instant => entries[0]?.at ?? since
