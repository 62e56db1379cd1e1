import type { Named } from '@/domain/entry/figure-fields'
import type { FieldProblem } from '@/domain/entry/to-figure-entry'
import { readTypedTime } from '@/domain/time/read-typed-time'
import type { Audience } from '@/domain/viewpoint/viewpoint'

/** A document that is about to be archived, as it stands in its form. */
export interface DocumentFields {
  /** Pasted, or read out of the file, where one can look at it first. */
  text: string
  title: string
  publisher: Named | null
  url: string
  publishedAt: string
  language: string
  sensitivity: Audience
  fullText: Audience
  /** The file that the text was read out of; null for a text that was pasted. */
  file: UploadedFile | null
}

/** A file that a form was given. Its bytes are kept apart from the form's words, under a name of their own. */
export interface UploadedFile {
  bytes: { $file: string }
  /** Whether the device keeps the bytes; where it does not, the page that read them has them, and no other. */
  isKept: boolean
  name: string
  declaredType: string | null
  /** What was found when it was read, in sentences. */
  warnings: string[]
}

export const blankDocument: DocumentFields = {
  text: '',
  title: '',
  publisher: null,
  url: '',
  publishedAt: '',
  language: '',
  sensitivity: 'public',
  fullText: 'partners',
  file: null,
}

/** A file as it is sent: its bytes as base64, or where they are kept until then. */
export interface SentFile {
  bytes: string | UploadedFile['bytes']
  declaredType: string | null
}

/** The document as it is sent. Without a text only quotes are kept of it. `problems` names what cannot be sent yet. */
export function toDocument(fields: DocumentFields, file: SentFile | null, zone: string) {
  const problems: FieldProblem[] = []
  const missing = (field: keyof DocumentFields) => problems.push({ field, problem: 'missing' })
  const { text, title, url, language, sensitivity, fullText } = fields
  if (title.trim() === '') missing('title')
  if (!fields.publisher) missing('publisher')
  if (language.trim() === '') missing('language')
  if (text.trim() === '' && file === null) missing('text')
  const published = fields.publishedAt.trim() === '' ? null : readTypedTime(fields.publishedAt, zone, null)
  if (fields.publishedAt.trim() !== '' && !published) problems.push({ field: 'publishedAt', problem: 'no-time' })
  const body = {
    title: title.trim(),
    publisher: fields.publisher?.id ?? '',
    url: url.trim() || null,
    publishedAt: published?.end ?? null,
    publishedPrecision: published?.precision ?? null,
    language: language.trim(),
    text: text.trim() === '' ? null : text,
    file,
    sensitivity,
    fullText,
  }
  return { body, problems }
}
