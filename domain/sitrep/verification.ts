import type { Sitrep } from '@/domain/sitrep/sitrep'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'

/** A published edition in one of its languages, as a file is recognised by it. */
export interface RecognisedEdition {
  crisis: { slug: string; title: string }
  number: number
  kind: Sitrep['kind']
  edition: number
  language: Locale
  title: string
  publishedAt: Instant
  contentHash: string
  pdfSha256: string
  /** The newest edition of the same number, where this is not it. */
  supersededBy: number | null
}

/**
 * What a file was found to be: byte for byte an edition we published; another file, which names the content of editions of ours; or neither.
 * `isReadable`: whether its words could be looked for such a name.
 */
export type Verification =
  | { verdict: 'published'; sha256: string; edition: RecognisedEdition }
  | { verdict: 'differs'; sha256: string; claims: RecognisedEdition[] }
  | { verdict: 'unknown'; sha256: string; isReadable: boolean }

/** SHA-256 in lower-case hex. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** So many candidates are looked at: a report prints its own hash and few others. */
const mostHashes = 2000

/** Every SHA-256 that may stand in a text, also one that a line's end cuts in two. */
export function hashesIn(text: string): string[] {
  const runs =
    text
      .toLowerCase()
      .replace(/[\s\p{Cf}]/gu, '')
      .match(/[0-9a-f]{64,}/g) ?? []
  const hashes = new Set<string>()
  for (const run of runs) {
    for (let at = 0; at + 64 <= run.length; at++) {
      hashes.add(run.slice(at, at + 64))
      if (hashes.size >= mostHashes) return [...hashes]
    }
  }
  return [...hashes]
}
