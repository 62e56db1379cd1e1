import { z } from 'zod'
import { loadSameDocuments } from '@/db/repositories/read-same-documents'
import { sha256 } from '@/db/sha256'
import { documentLimits } from '@/domain/document/document-reading'
import { normaliseText } from '@/domain/document/normalise-text'
import type { SameDocument } from '@/domain/document/same-document'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'

export const sameDocumentsInputSchema = z.object({
  crisis: z.string(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Give the SHA-256 as 64 hexadecimal digits.')
    .nullable()
    .default(null),
  bytes: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array).nullable().default(null),
  url: z.string().max(2000).nullable().default(null),
  text: z.string().max(documentLimits.text).nullable().default(null),
})

/**
 * The documents of the crisis that have the same bytes (by themselves or their SHA-256), text or address, so that a person sees before
 * saving what is there already.
 * @throws ServiceError `forbidden`, `invalid`
 */
export async function findSameDocuments({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof sameDocumentsInputSchema>
}): Promise<SameDocument[]> {
  requireRole(ctx, input.crisis, 'contributor')
  const { crisis, bytes, url, text, ...given } = parseInput(sameDocumentsInputSchema, input)
  const marks = {
    sha256: bytes === null ? given.sha256 : sha256(bytes),
    url,
    text: text === null || text === '' ? null : normaliseText(text),
  }
  return await asServiceErrors(() => loadSameDocuments(ctx.db, { crisisId: crisis, audience: ctx.audience }, marks))
}
