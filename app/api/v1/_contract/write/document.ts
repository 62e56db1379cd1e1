import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { documentLimits, documentMediaTypes } from '@/domain/document/document-reading'
import { sameDocumentSchema } from '@/domain/document/same-document'
import { archiveDocumentSchema } from '@/services/archive-document'

const contributor = ['contributor'] as const
/** A file travels as base64, four characters for three bytes, among the other fields. */
const mostBytes = Math.ceil((documentLimits.bytes * 4) / 3) + 64 * 1024
const fileSchema = z.object({
  bytes: z.base64('Give the file as base64.'),
  /** The media type that came with the file, for its charset. */
  declaredType: z.string().max(200).nullable().default(null),
})
const duplicates = z.array(sameDocumentSchema)
const { crisis: _, bytes: __, mediaType: ___, text, ...document } = archiveDocumentSchema.shape

/** Archiving what can be cited. */
export const documentOperations = {
  archiveDocument: {
    id: 'archiveDocument',
    method: 'POST',
    path: '/crises/{crisis}/documents',
    summary: 'Archive a document: its text, or a file (PDF, HTML, plain text) whose text is read out of it',
    roles: contributor,
    body: z.object({
      ...document,
      /** Of a file only where none can be read out of it: a scan. */
      text,
      file: fileSchema.nullable().default(null),
    }),
    answer: z.object({ id: z.string(), sha256: z.string().nullable(), duplicates }),
    status: 201,
    mostBytes,
  },
  readUpload: {
    id: 'readUpload',
    method: 'POST',
    path: '/crises/{crisis}/documents/read',
    summary: 'What a file says, and which documents are the same; archives nothing',
    roles: contributor,
    body: fileSchema,
    answer: z.object({
      mediaType: z.enum(documentMediaTypes),
      text: z.string(),
      title: z.string().nullable(),
      language: z.string().nullable(),
      warnings: z.array(z.string()),
      sha256: z.string(),
      duplicates,
    }),
    status: 200,
    isAsking: true,
    mostBytes,
  },
  findSameDocuments: {
    id: 'findSameDocuments',
    method: 'POST',
    path: '/crises/{crisis}/documents/same',
    summary: 'The documents that have this text or address already; archives nothing',
    roles: contributor,
    body: z.object({
      text: z.string().max(documentLimits.text).nullable().default(null),
      url: z.string().max(2000).nullable().default(null),
    }),
    answer: z.object({ duplicates }),
    status: 200,
    isAsking: true,
    mostBytes: 8 * 1024 * 1024,
  },
} as const satisfies Record<string, WriteOperation>
