import { type EditionKey, loadEditionContent, loadEditionPdf, loadEditions } from '@/db/repositories/read-editions'
import type { Crisis } from '@/domain/crisis/crisis'
import { type Page, type PageRequest, pageOf } from '@/domain/paging/page'
import type { ListedSitrep, PublishedSitrep } from '@/domain/sitrep/listed-sitrep'
import type { Instant } from '@/domain/time/instant'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'

/** Which published edition is wanted; without `edition` the latest. */
export interface WantedEdition {
  ctx: Context
  crisis: Crisis
  number: number
  edition?: number
  /** One of the languages it was published in; default the one it was written in. */
  language?: Locale
  /** Where no language is asked for: this one, if it was published in it. */
  preferred?: Locale
  /** Only editions published by then; default now. */
  knownAt?: Instant
}

/** A page of the sitreps published by `knownAt` (default now), newest number first, each as its latest edition then. */
export async function listSitreps({
  ctx,
  crisis,
  page,
  knownAt,
}: {
  ctx: Context
  crisis: Crisis
  page: PageRequest
  knownAt?: Instant
}): Promise<Page<ListedSitrep>> {
  const editions = await listEditions({ ctx, crisis, knownAt })
  const latest = editions.filter(({ supersededBy }) => supersededBy === null)
  return pageOf(latest, page, ({ id }) => id)
}

/** Every edition of a crisis published by `knownAt` (default now), newest number and edition first; of one number where it is given. */
export async function listEditions({
  ctx,
  crisis,
  number,
  knownAt = ctx.now().toISOString(),
}: {
  ctx: Context
  crisis: Crisis
  number?: number
  knownAt?: Instant
}): Promise<ListedSitrep[]> {
  const rows = await asServiceErrors(() => loadEditions(ctx.db, crisis.id, number))
  const published = rows.filter(({ publishedAt }) => publishedAt <= knownAt)
  return published.map((row) => {
    const isSuperseded = published.some(({ id, edition }) => id === row.id && edition > row.edition)
    return toListed(row, isSuperseded, knownAt)
  })
}

/**
 * One published edition in one of its languages, composed as it was published.
 * @throws ServiceError `not-found` that names the numbers, editions or languages there are
 */
export async function readSitrep({ ctx, crisis, ...wanted }: WantedEdition): Promise<PublishedSitrep> {
  const { listed, editions, key } = await findEdition({ ctx, crisis, ...wanted })
  const kept = await asServiceErrors(() => loadEditionContent(ctx.db, key))
  if (!kept) throw new ServiceError('not-found', 'The edition has no content.')
  const { content, ...hashes } = kept
  return { listed: { ...listed, title: content.title, ...hashes }, content, editions }
}

/**
 * The PDF bytes of a published edition, with its data inside where `isWithData`, and what is listed of it.
 * @throws ServiceError `not-found`
 */
export async function readEditionPdf({
  ctx,
  crisis,
  isWithData = false,
  ...wanted
}: WantedEdition & { isWithData?: boolean }): Promise<{ listed: ListedSitrep; pdf: Buffer }> {
  const { listed, key } = await findEdition({ ctx, crisis, ...wanted })
  const pdf = await asServiceErrors(() => loadEditionPdf(ctx.db, key, isWithData))
  if (pdf) return { listed, pdf }
  const message = 'This edition was published before PDFs were given their data: its content is in the API.'
  throw new ServiceError('not-found', isWithData ? message : 'The edition has no PDF.')
}

async function findEdition({ ctx, crisis, number, edition, language, preferred, knownAt }: WantedEdition) {
  const editions = await listEditions({ ctx, crisis, number, knownAt })
  const listed = edition === undefined ? editions[0] : editions.find((one) => one.edition === edition)
  if (listed) {
    const likely = preferred && listed.languages.includes(preferred) ? preferred : undefined
    return { listed, editions, key: keyOf(listed, language ?? likely) }
  }
  if (editions.length > 0) {
    const numbers = editions.map((one) => one.edition).sort((a, b) => a - b)
    throw new ServiceError('not-found', `Sitrep ${number} has no edition ${edition}. There are: ${numbers.join(', ')}.`)
  }
  const all = new Set((await listEditions({ ctx, crisis, knownAt })).map((one) => one.number))
  const known = [...all].sort((a, b) => a - b)
  const choice = known.length > 0 ? ` There are numbers ${known[0]} to ${known.at(-1)}.` : ' None is published yet.'
  throw new ServiceError('not-found', `"${crisis.title}" has no published sitrep ${number}.${choice}`)
}

/** Where an edition's content in a language lies. @throws ServiceError `not-found` that names the languages there are */
function keyOf({ id, number, edition, languages }: ListedSitrep, language = languages[0]): EditionKey {
  const key = { sitrepId: id, edition }
  if (language === languages[0]) return { ...key, further: null }
  if (language && languages.includes(language)) return { ...key, further: language }
  const known = languages.join(', ')
  throw new ServiceError('not-found', `Sitrep ${number} was published in ${known}, not in ${language}.`)
}

function toListed(
  row: Awaited<ReturnType<typeof loadEditions>>[number],
  isSuperseded: boolean,
  knownAt: Instant,
): ListedSitrep {
  const { periodFrom, periodTo, erratumWhat, erratumWhy, language, further, edition, expiresAt, ...rest } = row
  const isExpired = expiresAt !== null && expiresAt <= knownAt
  return {
    ...rest,
    edition,
    expiresAt,
    period: { from: periodFrom, to: periodTo },
    status: isSuperseded ? 'superseded' : isExpired ? 'expired' : 'published',
    languages: [language, ...further],
    supersededBy: isSuperseded ? edition + 1 : null,
    erratum: erratumWhat === null ? null : { what: erratumWhat, why: erratumWhy ?? '' },
  }
}
