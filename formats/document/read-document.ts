import {
  type DocumentMediaType,
  type DocumentReader,
  documentLimits,
  type RefusedDocument,
} from '@/domain/document/document-reading'
import { normaliseText } from '@/domain/document/normalise-text'
import { guessLanguage } from '@/domain/reading/guess-language'
import { DocumentThread } from '@/formats/document/document-thread'
import { recogniseBytes } from '@/formats/document/recognise-bytes'

const thread = new DocumentThread()

const refuse = (reason: string): RefusedDocument => ({ outcome: 'refused', reason })
const charsetOf = (type: string | null | undefined) => /charset\s*=\s*"?([\w:-]+)/i.exec(type ?? '')?.[1] ?? null
const kinds: Record<DocumentMediaType, string> = {
  'application/pdf': 'PDF',
  'text/html': 'HTML file',
  'text/plain': 'text file',
}

/**
 * The text out of an uploaded file: PDF, HTML or plain text of up to 20 MB, told by its bytes. What is another kind of file, too large, or
 * takes more than ten seconds or too much memory is refused with a sentence that says what to do.
 */
export async function readDocumentOn(
  on: DocumentThread,
  bytes: Uint8Array,
  { declaredType = null }: { declaredType?: string | null } = {},
): ReturnType<DocumentReader> {
  if (bytes.length === 0) return refuse('The file is empty. Choose another, or paste the text.')
  if (bytes.length > documentLimits.bytes) {
    const size = Math.ceil(bytes.length / 1024 / 1024)
    return refuse(
      `The file has ${size} MB; up to 20 MB are taken. Upload the pages that are needed, or paste the text.`,
    )
  }
  const recognised = recogniseBytes(bytes)
  if ('reason' in recognised) return refuse(recognised.reason)
  const { mediaType } = recognised
  const answer = await on.read({ bytes, mediaType, charset: charsetOf(declaredType), mostText: documentLimits.text })
  if ('refusal' in answer) return refuse(answer.refusal)
  if ('failure' in answer) {
    return refuse(`This ${kinds[mediaType]} cannot be read (${answer.failure}). Copy the text and paste it.`)
  }
  const text = normaliseText(answer.text).trim()
  if (text.length > documentLimits.text) {
    return refuse('The text has more than 2 million characters. Upload the part that is needed, or paste it.')
  }
  return {
    outcome: 'read',
    mediaType,
    text,
    title: answer.title?.replace(/\s+/g, ' ').slice(0, 500) ?? null,
    language: validLanguage(answer.language) ?? guessLanguage(text),
    warnings:
      text === ''
        ? [...answer.warnings, `This ${kinds[mediaType]} holds no text: type the words that are needed as its text.`]
        : answer.warnings,
  }
}

/** A stated language, if it is one: pages say "en_US" and worse. */
function validLanguage(stated: string | null): string | null {
  try {
    return stated === null ? null : (Intl.getCanonicalLocales(stated.replaceAll('_', '-'))[0] ?? null)
  } catch {
    return null
  }
}

export const readDocument: DocumentReader = (bytes, options) => readDocumentOn(thread, bytes, options)
