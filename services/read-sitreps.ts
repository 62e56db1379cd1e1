import { loadEditionContent, loadEditionPdf, loadEditions } from '@/db/repositories/read-editions'
import type { Crisis } from '@/domain/crisis/crisis'
import { type Page, type PageRequest, pageOf } from '@/domain/paging/page'
import type { ListedSitrep, PublishedSitrep } from '@/domain/sitrep/listed-sitrep'
import type { Instant } from '@/domain/time/instant'
import { type Locale, locales } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'

/** Which published edition is wanted; without `edition` the latest. */
export interface WantedEdition {
  ctx: Context
  crisis: Crisis
  number: number
  edition?: number
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

/** One published edition, composed as it was published. @throws ServiceError `not-found` that names the numbers there are */
export async function readSitrep({ ctx, crisis, ...wanted }: WantedEdition): Promise<PublishedSitrep> {
  const { listed, editions } = await findEdition({ ctx, crisis, ...wanted })
  const content = await asServiceErrors(() => loadEditionContent(ctx.db, listed.id, listed.edition))
  if (!content) throw new ServiceError('not-found', 'The edition has no content.')
  return { listed, content, editions }
}

/** The PDF bytes of a published edition, with what is listed of it. @throws ServiceError `not-found` */
export async function readEditionPdf({
  ctx,
  crisis,
  ...wanted
}: WantedEdition): Promise<{ listed: ListedSitrep; pdf: Buffer }> {
  const { listed } = await findEdition({ ctx, crisis, ...wanted })
  const pdf = await asServiceErrors(() => loadEditionPdf(ctx.db, listed.id, listed.edition))
  if (!pdf) throw new ServiceError('not-found', 'The edition has no PDF.')
  return { listed, pdf }
}

async function findEdition({ ctx, crisis, number, edition, knownAt }: WantedEdition) {
  const editions = await listEditions({ ctx, crisis, number, knownAt })
  const listed = edition === undefined ? editions[0] : editions.find((one) => one.edition === edition)
  if (listed) return { listed, editions }
  if (editions.length > 0) {
    const numbers = editions.map((one) => one.edition).sort((a, b) => a - b)
    throw new ServiceError('not-found', `Sitrep ${number} has no edition ${edition}. There are: ${numbers.join(', ')}.`)
  }
  const all = new Set((await listEditions({ ctx, crisis, knownAt })).map((one) => one.number))
  const known = [...all].sort((a, b) => a - b)
  const choice = known.length > 0 ? ` There are numbers ${known[0]} to ${known.at(-1)}.` : ' None is published yet.'
  throw new ServiceError('not-found', `"${crisis.title}" has no published sitrep ${number}.${choice}`)
}

function toListed(
  row: Awaited<ReturnType<typeof loadEditions>>[number],
  isSuperseded: boolean,
  knownAt: Instant,
): ListedSitrep {
  const { periodFrom, periodTo, erratumWhat, erratumWhy, language, edition, expiresAt, ...rest } = row
  const isExpired = expiresAt !== null && expiresAt <= knownAt
  return {
    ...rest,
    edition,
    expiresAt,
    period: { from: periodFrom, to: periodTo },
    status: isSuperseded ? 'superseded' : isExpired ? 'expired' : 'published',
    languages: locales.filter((locale): locale is Locale => locale === language),
    supersededBy: isSuperseded ? edition + 1 : null,
    erratum: erratumWhat === null ? null : { what: erratumWhat, why: erratumWhy ?? '' },
  }
}
