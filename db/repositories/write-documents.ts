import type { Transaction } from '@/db/client'
import { writeRows } from '@/db/repositories/write-rows'
import { documents } from '@/db/schema/documents'
import { sha256 } from '@/db/sha256'
import type { Instant, Precision } from '@/domain/time/instant'
import type { Audience } from '@/domain/viewpoint/viewpoint'

export interface NewDocument {
  id: string
  key: string | null
  publisher: string
  title: string
  url: string | null
  publishedAt: Instant | null
  publishedPrecision: Precision | null
  language: string
  retrievedAt: Instant
  text: string | null
  bytes: Buffer | null
  mediaType: string | null
  sensitivity: Audience
  fullText: Audience
  /** Kept while loading a reconstruction; otherwise the database's clock. */
  knownFrom: Instant
}

/** SHA-256 of the original bytes, else of the text's UTF-8, hex; null where only quotes are kept. */
export function hashDocument({ bytes, text }: Pick<NewDocument, 'bytes' | 'text'>): string | null {
  const content = bytes ?? text
  return content === null ? null : sha256(content)
}

/** Archives documents of a crisis. */
export async function writeDocuments(tx: Transaction, rows: readonly NewDocument[], crisisId: string): Promise<void> {
  await writeRows(
    tx,
    documents,
    rows.map(({ publisher, ...row }) => ({ ...row, crisisId, publisherId: publisher, sha256: hashDocument(row) })),
  )
}
