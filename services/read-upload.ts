import { z } from 'zod'
import { loadSameDocuments } from '@/db/repositories/read-same-documents'
import { sha256 } from '@/db/sha256'
import type { DocumentReader, ReadDocument } from '@/domain/document/document-reading'
import type { SameDocument } from '@/domain/document/same-document'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'

export const uploadSchema = z.object({
  crisis: z.string(),
  bytes: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array),
  /** The media type that came with the file, for its charset. */
  declaredType: z.string().max(200).nullable().default(null),
})

/**
 * What an uploaded file says, with its hash and the documents of the crisis that are the same. Nothing is archived yet: a person looks at
 * the text first.
 * @throws ServiceError `forbidden`; `invalid` at `/bytes` with the reader's sentence where it refuses the file
 */
export async function readUpload({
  ctx,
  input,
  read,
}: {
  ctx: Context
  input: z.input<typeof uploadSchema>
  read: DocumentReader
}): Promise<Omit<ReadDocument, 'outcome'> & { sha256: string; duplicates: SameDocument[] }> {
  requireRole(ctx, input.crisis, 'contributor')
  const { crisis, bytes, declaredType } = parseInput(uploadSchema, input)
  const reading = await read(bytes, { declaredType })
  if (reading.outcome === 'refused') {
    throw new ServiceError('invalid', 'The file cannot be read.', [{ pointer: '/bytes', message: reading.reason }])
  }
  const { outcome: _, ...said } = reading
  const hash = sha256(bytes)
  const marks = { sha256: hash, url: null, text: said.text === '' ? null : said.text }
  const duplicates = await asServiceErrors(() =>
    loadSameDocuments(ctx.db, { crisisId: crisis, audience: ctx.audience }, marks),
  )
  return { ...said, sha256: hash, duplicates }
}
