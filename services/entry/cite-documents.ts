import type { Queryable } from '@/db/client'
import { newId } from '@/db/new-id'
import { readCitable } from '@/db/repositories/read-for-writing'
import { loadMaskedQuotes } from '@/db/repositories/withheld-names'
import { findMaskedSpans, locateQuote } from '@/domain/document/locate-quote'
import type { Citation } from '@/domain/figure/figure'
import type { CitationEntry } from '@/domain/figure/figure-entry'
import { type Span, splitAtMarks } from '@/domain/reading/mask-names'
import type { FieldError } from '@/services/errors'

/**
 * The citations of an entry: each document found in the crisis, each quote found in its archived text. What is not, goes into `errors` at
 * `pointer` and is left out. A name that another quote of the document withholds is refused in this one.
 */
export async function citeDocuments(
  db: Queryable,
  crisisId: string,
  entries: readonly { pointer: string; citations: readonly CitationEntry[] }[],
  errors: FieldError[],
): Promise<Citation[][]> {
  const ids = new Set(entries.flatMap(({ citations }) => citations.map(({ document }) => document)))
  const documents = await readCitable(db, crisisId, [...ids])
  const withheld = await findWithheld(db, entries, documents)
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
        errors.push({ pointer: `${pointer}/citations/${index}/quote`, message: whyNotFound(quote) })
      }
      if (text !== null && position && showsName(text, { quote, position }, withheld.get(id) ?? [])) {
        const message = 'These words hold a name that another quote of the document withholds: mask it here too.'
        errors.push({ pointer: `${pointer}/citations/${index}/quote`, message })
      }
      return [{ id: newId(), document: cited, quote, language: language ?? cited.language, relation, position }]
    }),
  )
}

type Citable = Awaited<ReturnType<typeof readCitable>>

/** The names withheld in each document: by what is in the ledger already, and by this entry. */
async function findWithheld(
  db: Queryable,
  entries: readonly { citations: readonly CitationEntry[] }[],
  documents: Citable,
): Promise<Map<string, Span[]>> {
  const kept = await loadMaskedQuotes(db, [...documents.keys()])
  const entered = entries.flatMap(({ citations }) =>
    citations.flatMap(({ document, quote, position: meant }) => {
      const text = documents.get(document)?.text ?? null
      const position = text === null ? null : locateQuote(text, quote, meant ?? null)
      return position === null ? [] : [{ document, quote, ...position }]
    }),
  )
  const spans = new Map<string, Span[]>()
  for (const { document, quote, start, end } of [...kept, ...entered]) {
    const text = documents.get(document)?.text ?? ''
    spans.set(document, [...(spans.get(document) ?? []), ...findMaskedSpans(text, quote, { start, end })])
  }
  return spans
}

/** Whether a quote covers a withheld name without withholding it. */
function showsName(
  text: string,
  { quote, position }: { quote: string; position: Span },
  withheld: readonly Span[],
): boolean {
  const own = findMaskedSpans(text, quote, position)
  return withheld.some(
    (name) =>
      name.start < position.end &&
      name.end > position.start &&
      !own.some(
        ({ start, end }) => start <= Math.max(name.start, position.start) && end >= Math.min(name.end, position.end),
      ),
  )
}

function whyNotFound(quote: string): string {
  const pieces = splitAtMarks(quote)
  return pieces.length > 1 && (pieces[0] === '' || pieces.at(-1) === '')
    ? 'A quote that begins or ends with a withheld name needs its position in the archived text.'
    : 'The archived text does not hold this quote: copy the words as they stand there.'
}
