import { isDocument, isDocumentAfter, loadDocuments, loadDocumentText } from '@/db/repositories/read-documents'
import { citesSuppressed, loadQuotesOf } from '@/db/repositories/read-excerpts'
import { loadMaskedTexts } from '@/db/repositories/withheld-names'
import type { Crisis } from '@/domain/crisis/crisis'
import { excerptAround } from '@/domain/document/excerpt-around'
import type { DocumentDetail, ListedDocument } from '@/domain/document/listed-document'
import type { MaskedText } from '@/domain/document/mask-document'
import { cutPage, type Page, type PageRequest, readCursor } from '@/domain/paging/page'
import { canSee, type Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { refuseCursor } from '@/services/refuse-cursor'

/** A page of documents, newest published first, undated ones last. */
export async function listDocuments({
  ctx,
  crisis,
  viewpoint,
  page: { limit, cursor },
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  page: PageRequest
}): Promise<Page<ListedDocument>> {
  const after = cursor === null ? null : readCursor(cursor, 2)
  const id = after?.[1] ?? null
  if (cursor !== null && id === null) throw refuseCursor()
  const where = isDocumentAfter(id === null ? null : { publishedAt: after?.[0] ?? null, id })
  const items = await asServiceErrors(() => loadDocuments(ctx.db, { crisis, viewpoint }, { where, limit: limit + 1 }))
  return cutPage(items, limit, ({ publishedAt, id }) => [publishedAt, id])
}

/**
 * One document with its quotes, each in up to 30 words around it, and the whole text for readers it is open to; the bare quotes where the
 * text holds a number that is suppressed for the reader. Names that any quote of the document withholds are masked in all of it for
 * readers below `internal`; offsets are those of the text as they see it.
 * @throws ServiceError `not-found` where the reader may not know of it
 */
export async function readDocument({
  ctx,
  crisis,
  viewpoint,
  id,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  id: string
}): Promise<DocumentDetail> {
  const reading = { crisis, viewpoint }
  return await asServiceErrors(async () => {
    const [[listed], archived, quotes, isGuarded, masks] = await Promise.all([
      loadDocuments(ctx.db, reading, { where: isDocument(id), limit: 1 }),
      loadDocumentText(ctx.db, reading, id),
      loadQuotesOf(ctx.db, reading, id),
      citesSuppressed(ctx.db, reading, id),
      loadMaskedTexts(ctx.db, [id], viewpoint),
    ])
    if (!listed || !archived) throw noSuchObject('document', id)
    const { sensitivity, fullText } = archived
    const masked = masks.get(id)
    const text = masked?.text ?? archived.text
    return {
      ...listed,
      crisis: crisis.slug,
      sensitivity,
      fullText,
      excerpts: quotes.map(({ start, end, ...quote }) => {
        const archivedAt = start === null || end === null ? null : { start, end }
        const position = archivedAt && masked ? movedPlace(masked, archivedAt) : archivedAt
        const shown = masked ? masked.maskQuote(quote.quote, archivedAt) : quote.quote
        return { ...quote, quote: shown, ...excerptAround(isGuarded ? null : text, position), position }
      }),
      text: !isGuarded && canSee(viewpoint.audience, fullText) ? text : null,
    }
  })
}

type Place = { start: number; end: number }

const movedPlace = ({ moved }: MaskedText, { start, end }: Place): Place => ({ start: moved(start), end: moved(end) })
