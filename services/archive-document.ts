import { z } from 'zod'
import { newId } from '@/db/new-id'
import { hashDocument, type NewDocument, writeDocuments } from '@/db/repositories/write-documents'
import { instantSchema, precisions } from '@/domain/time/instant'
import { audiences } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { requireCrisis } from '@/services/entry/require-crisis'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

export const archiveDocumentSchema = z.object({
  crisis: z.string(),
  publisher: z.string(),
  title: z.string().min(1).max(500),
  url: z.url().max(2000).nullable(),
  publishedAt: instantSchema.nullable(),
  publishedPrecision: z.enum(precisions).nullable(),
  language: z.string().min(2).max(35),
  retrievedAt: instantSchema,
  /** The archived text, without U+0000, which PostgreSQL cannot hold. */
  text: z
    .string()
    .max(2_000_000)
    .regex(/^[^\0]*$/u)
    .nullable(),
  bytes: z.instanceof(Uint8Array).nullable().default(null),
  mediaType: z.string().max(200).nullable().default(null),
  sensitivity: z.enum(audiences),
  fullText: z.enum(audiences).default('internal'),
})

/**
 * Archives a document of a crisis. Answers its id and the SHA-256 of its bytes, else of its text's UTF-8.
 * @throws ServiceError `forbidden`, `invalid`, `not-found`
 */
export async function archiveDocument({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof archiveDocumentSchema>
}): Promise<{ id: string; sha256: string | null }> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const { crisis, bytes, ...document } = parseInput(archiveDocumentSchema, input)
  const row: NewDocument = {
    ...document,
    id: newId(),
    key: null,
    bytes: bytes && Buffer.from(bytes),
    knownFrom: ctx.now().toISOString(),
  }
  const sha256 = hashDocument(row)
  return await runUseCase({ ctx, actor, action: 'archive-document', crisis }, async (tx) => {
    await requireCrisis(tx, crisis)
    await writeDocuments(tx, [row], crisis)
    const { bytes: _, text: __, knownFrom: ___, ...facts } = row
    return {
      result: { id: row.id, sha256 },
      subject: `document:${row.id}`,
      details: { title: row.title },
      rows: { ...facts, sha256 },
    }
  })
}
