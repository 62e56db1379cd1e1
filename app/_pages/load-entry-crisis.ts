import { findCrisis, readerOf } from '@/app/_server/ask-crisis'
import type { EntryCrisis } from '@/components/entry/entry-context'
import type { DeskDocument } from '@/components/entry/figure-panel'
import type { DocumentDetail } from '@/domain/document/listed-document'
import { makeWording } from '@/domain/wording/wording'
import { readIndicators } from '@/services/read-crises'

/** A crisis as the entry desk needs it, with its reading. @throws ServiceError `not-found`, `unavailable` */
export async function loadEntryCrisis(slug: string) {
  const { ctx, crisis } = await findCrisis(slug)
  const codelist = await readIndicators({ ctx })
  const { timeZone, groups, title, namingPreference } = crisis
  const forDesk: EntryCrisis = { slug, title, timeZone, groups, codelist, usages: namingPreference }
  const { now, ...reader } = readerOf(ctx)
  const viewpoint = { asOf: now, knownAt: now, ...reader }
  return { ctx, crisis, viewpoint, forDesk, wording: makeWording(reader.locale, crisis, codelist) }
}

/** A document as the entry desk shows it. */
export function toDeskDocument(
  { id, title, publisher, publishedAt, publishedPrecision, language, text }: DocumentDetail,
  { wording: { format } }: Pick<Awaited<ReturnType<typeof loadEntryCrisis>>, 'wording'>,
): DeskDocument {
  const published =
    publishedAt && format.asOf({ start: publishedAt, end: publishedAt, precision: publishedPrecision ?? 'minute' })
  return { id, title, publisher, publishedAt, publishedPrecision, language, text, published }
}
