import { z } from 'zod'
import { newId } from '@/db/new-id'
import { isSourceOf } from '@/db/repositories/read-for-writing'
import { loadSameDocuments } from '@/db/repositories/read-same-documents'
import { hashDocument, type NewDocument, writeDocuments } from '@/db/repositories/write-documents'
import { documentLimits, documentMediaTypes } from '@/domain/document/document-reading'
import { normaliseText } from '@/domain/document/normalise-text'
import type { SameDocument } from '@/domain/document/same-document'
import { instantSchema, precisions } from '@/domain/time/instant'
import { publishedByRetrieval } from '@/domain/time/publication'
import { audiences } from '@/domain/viewpoint/viewpoint'
import type { Context } from '@/services/context'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

export const archiveDocumentSchema = z
  .object({
    crisis: z.string(),
    publisher: z.string(),
    title: z.string().trim().min(1, 'Give the title.').max(500),
    url: z
      .url({ protocol: /^https?$/, message: 'Give an address that begins with http:// or https://.' })
      .max(2000)
      .nullable(),
    /** The end of the stated interval, as in `publishedPrecision`; both or neither. */
    publishedAt: instantSchema.nullable(),
    publishedPrecision: z.enum(precisions).nullable(),
    language: z.string().min(2, 'Give the language.').max(35),
    /** When it was taken from its address; now where left out. */
    retrievedAt: instantSchema.optional(),
    /** The archived text; none where only quotes are kept. */
    text: z
      .string()
      .max(documentLimits.text, 'The text has more than 2 million characters.')
      .nullable()
      .transform((text) => (text === null || text === '' ? null : normaliseText(text))),
    bytes: z
      .instanceof(Uint8Array)
      .refine(({ length }) => length > 0 && length <= documentLimits.bytes, 'The file must have 1 byte to 20 MB.')
      .nullable()
      .default(null),
    mediaType: z.enum(documentMediaTypes).nullable().default(null),
    sensitivity: z.enum(audiences).default('public'),
    fullText: z.enum(audiences).default('partners'),
  })
  .refine(({ publishedAt, publishedPrecision }) => (publishedAt === null) === (publishedPrecision === null), {
    path: ['publishedPrecision'],
    message: 'Give when it was published together with how precisely that is known, or neither.',
  })
  .refine(({ bytes, mediaType }) => bytes === null || mediaType !== null, {
    path: ['mediaType'],
    message: 'Bytes need their media type.',
  })

/**
 * Archives a document of a crisis. Answers its id, the SHA-256 of its bytes, else of its text's UTF-8, and the documents of the crisis that
 * have the same content or address: having one twice is no error, since two people may need it at once.
 * @throws ServiceError `forbidden`, `invalid`, `not-found`
 */
export async function archiveDocument({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof archiveDocumentSchema>
}): Promise<{ id: string; sha256: string | null; duplicates: SameDocument[] }> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const { crisis, bytes, ...document } = parseInput(archiveDocumentSchema, input)
  const now = ctx.now().toISOString()
  const retrievedAt = document.retrievedAt ?? now
  const row: NewDocument = {
    ...document,
    id: newId(),
    key: null,
    retrievedAt,
    publishedAt: publishedByRetrieval(document, retrievedAt),
    bytes: bytes && Buffer.from(bytes),
    knownFrom: now,
  }
  refuseFuture(row, now)
  const sha256 = hashDocument(row)
  return await runUseCase({ ctx, actor, action: 'archive-document', crisis }, async (tx) => {
    await requireCrisis(tx, crisis)
    if (!(await isSourceOf(tx, crisis, row.publisher))) {
      const message = 'There is no such source.'
      throw new ServiceError('invalid', 'Some fields cannot be used.', [{ pointer: '/publisher', message }])
    }
    const duplicates = await loadSameDocuments(tx, { crisisId: crisis, audience: ctx.audience }, { ...row, sha256 })
    await writeDocuments(tx, [row], crisis)
    const { bytes: _, text: __, knownFrom: ___, ...facts } = row
    return {
      result: { id: row.id, sha256, duplicates },
      subject: `document:${row.id}`,
      details: { title: row.title },
      rows: { ...facts, sha256 },
    }
  })
}

function refuseFuture({ publishedAt, retrievedAt }: NewDocument, now: string) {
  const errors = [
    ...(retrievedAt > now ? [{ pointer: '/retrievedAt', message: 'This lies in the future.' }] : []),
    ...(publishedAt !== null && publishedAt > retrievedAt
      ? [{ pointer: '/publishedAt', message: 'It cannot have been published after it was retrieved.' }]
      : []),
  ]
  if (errors.length > 0) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
}
