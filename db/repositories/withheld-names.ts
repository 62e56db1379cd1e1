import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { citations, holdsMark } from '@/db/schema/citations'
import { documents } from '@/db/schema/documents'
import { findMaskedSpans } from '@/domain/document/locate-quote'
import { type MaskedText, maskDocument } from '@/domain/document/mask-document'
import { canSee, type Viewpoint } from '@/domain/viewpoint/viewpoint'

/** A quote in which a name is withheld, with its place in the text of its document. */
export interface MaskedQuote {
  document: string
  quote: string
  start: number
  end: number
}

type KeptQuote = Omit<MaskedQuote, 'start' | 'end'> & { start: number | null; end: number | null }

/**
 * The located quotes of documents in which a name is withheld. Of every version there ever was, known or not, whoever asks: a name that
 * was withheld once stays withheld.
 */
export async function loadMaskedQuotes(db: Queryable, documentIds: readonly string[]): Promise<MaskedQuote[]> {
  if (documentIds.length === 0) return []
  const rows = await db
    .select({
      document: citations.documentId,
      quote: citations.quote,
      start: citations.quoteStart,
      end: citations.quoteEnd,
    })
    .from(citations)
    .where(sql`${citations.documentId} = any(${textArray(documentIds)}) and ${sql.raw(holdsMark)}`)
  return rows.flatMap(locatedOnly)
}

/** Those of the quotes that stand somewhere in their text. */
export function locatedOnly({ start, end, ...quote }: KeptQuote): MaskedQuote[] {
  return start === null || end === null ? [] : [{ ...quote, start, end }]
}

/**
 * The documents in which names are withheld from the reader, by id, each as the reader sees it. None for people of the office, who read what
 * was archived. Versions are never rewritten: a name that is withheld later is hidden here, whenever what holds it was written.
 */
export async function loadMaskedTexts(
  db: Queryable,
  documentIds: readonly string[],
  { audience }: Pick<Viewpoint, 'audience'>,
): Promise<Map<string, MaskedText>> {
  return canSee(audience, 'internal') ? new Map() : await maskTexts(db, await loadMaskedQuotes(db, documentIds))
}

/** The documents of quotes in which names are withheld, without these names. */
export async function maskTexts(db: Queryable, quotes: readonly MaskedQuote[]): Promise<Map<string, MaskedText>> {
  if (quotes.length === 0) return new Map()
  const rows = await db
    .select({ id: documents.id, text: documents.text, language: documents.language })
    .from(documents)
    .where(sql`${documents.id} = any(${textArray(new Set(quotes.map(({ document }) => document)))})`)
  return new Map(
    rows.flatMap(({ id, text, language }) => {
      const own = text === null ? [] : quotes.filter(({ document }) => document === id)
      const spans = own.flatMap(({ quote, start, end }) => findMaskedSpans(text ?? '', quote, { start, end }))
      return text === null || spans.length === 0 ? [] : [[id, maskDocument(text, spans, language)] as const]
    }),
  )
}

/** Words, or none, without the names that are withheld from the reader. */
export type HideNames = <Words extends string | null>(words: Words) => Words

/** Nothing is withheld: words stay as they are. */
export const keepAll: HideNames = (words) => words

/** Hides the names that any of these documents withholds. */
export function hideNamesOf(masks: ReadonlyMap<string, MaskedText>, documentIds: Iterable<string>): HideNames {
  const own = masks.size === 0 ? [] : [...new Set(documentIds)].flatMap((id) => masks.get(id) ?? [])
  if (own.length === 0) return keepAll
  return (words) =>
    own.reduce((shown, { maskWords }) => (shown === null ? shown : (maskWords(shown) as typeof words)), words)
}
