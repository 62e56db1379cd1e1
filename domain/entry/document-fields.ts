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
}

/** A file as it travels. */
export interface SentFile {
  bytes: string
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
