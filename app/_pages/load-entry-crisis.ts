import { findCrisis, readerOf } from '@/app/_server/ask-crisis'
import type { EntryCrisis } from '@/components/entry/entry-context'
import type { DeskDocument } from '@/components/entry/panel'
import type { DocumentDetail } from '@/domain/document/listed-document'
import { makeWording, type Wording } from '@/domain/wording/wording'
import { readIndicators } from '@/services/read-crises'

/** A crisis as the entry desk needs it, with its reading. @throws ServiceError `not-found`, `unavailable` */
export async function loadEntryCrisis(slug: string) {
  const { ctx, crisis } = await findCrisis(slug)
  const codelist = await readIndicators({ ctx })
  const { now, ...reader } = readerOf(ctx)
  const viewpoint = { asOf: now, knownAt: now, ...reader }
  const wording = makeWording(reader.locale, crisis, codelist, now)
  return { ctx, crisis, viewpoint, forDesk: toEntryCrisis(wording), wording }
}

/** The crisis as forms of the desk and what stands in them need it. */
export function toEntryCrisis({ crisis, indicators, language }: Wording): EntryCrisis {
  const { slug, title, timeZone, groups, namingPreference } = crisis
  const codelist = [...indicators.values()].map((row) => ({ ...row, label: row.labels[language] ?? row.labels.en }))
  return { slug, title, timeZone, groups, codelist, usages: namingPreference }
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
