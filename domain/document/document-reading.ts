/** What a document that can be read is; decided by its bytes, not by what was declared. */
export const documentMediaTypes = ['application/pdf', 'text/html', 'text/plain'] as const
export type DocumentMediaType = (typeof documentMediaTypes)[number]

/** The most that is taken in: bytes of a file, UTF-16 units of its text. */
export const documentLimits = { bytes: 20 * 1024 * 1024, text: 2_000_000 }

/**
 * What a file says. `text`: NFC, LF line ends, paragraphs parted by a blank line, no U+0000; empty where the file holds none (a scan).
 * `title` and `language` (BCP 47) as the file states them, the language else guessed from the words. `warnings`: sentences.
 */
export interface ReadDocument {
  outcome: 'read'
  mediaType: DocumentMediaType
  text: string
  title: string | null
  language: string | null
  warnings: string[]
}

/** Why a file is not read, and what to do instead, in a sentence. */
export interface RefusedDocument {
  outcome: 'refused'
  reason: string
}

/** Reads the bytes of an uploaded file. `declaredType`: the media type that came with it, for its charset. Never throws for what a file holds. */
export type DocumentReader = (
  bytes: Uint8Array,
  options?: { declaredType?: string | null },
) => Promise<ReadDocument | RefusedDocument>
