import type { Queryable } from '@/db/client'
import { newId } from '@/db/new-id'
import { readCitable } from '@/db/repositories/read-for-writing'
import { locateQuote } from '@/domain/document/locate-quote'
import type { Citation } from '@/domain/figure/figure'
import type { CitationEntry } from '@/domain/figure/figure-entry'
import type { FieldError } from '@/services/errors'

/**
 * The citations of an entry: each document found in the crisis, each quote found in its archived text. What is not, goes into `errors` at
 * `pointer` and is left out.
 */
export async function citeDocuments(
  db: Queryable,
  crisisId: string,
  entries: readonly { pointer: string; citations: readonly CitationEntry[] }[],
  errors: FieldError[],
): Promise<Citation[][]> {
  const ids = new Set(entries.flatMap(({ citations }) => citations.map(({ document }) => document)))
  const documents = await readCitable(db, crisisId, [...ids])
  return entries.map(({ pointer, citations }) =>
    citations.flatMap(({ document: id, quote, language, relation, position: meant }, index): Citation[] => {
      const document = documents.get(id)
      if (!document) {
        errors.push({ pointer: `${pointer}/citations/${index}/document`, message: 'The crisis has no such document.' })
        return []
      }
      const { cited, text } = document
      const position = text === null ? null : locateQuote(text, quote, meant ?? null)
      if (text !== null && position === null) {
        const message = 'The archived text does not hold this quote: copy the words as they stand there.'
        errors.push({ pointer: `${pointer}/citations/${index}/quote`, message })
      }
      return [{ id: newId(), document: cited, quote, language: language ?? cited.language, relation, position }]
    }),
  )
}
