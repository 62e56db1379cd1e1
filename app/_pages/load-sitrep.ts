import { z } from 'zod'
import { findCrisis } from '@/app/_server/ask-crisis'
import type { PageSearchParams } from '@/app/_server/read-search-params'
import type { PublishedSitrep } from '@/domain/sitrep/listed-sitrep'
import { ServiceError } from '@/services/errors'
import { readSitrep } from '@/services/read-sitreps'

const count = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)

/** A published sitrep as its address names it: the number, and `?edition=` where one is asked for; in the reader's language, if it was published in it. @throws ServiceError `not-found` */
export async function loadSitrep(
  slug: string,
  number: string,
  searchParams: PageSearchParams,
): Promise<PublishedSitrep> {
  const { ctx, crisis } = await findCrisis(slug)
  const wanted = z
    .object({ number: count, edition: count.optional() })
    .safeParse({ number, edition: searchParams.edition })
  if (!wanted.success) throw new ServiceError('not-found', 'There is no such sitrep.')
  return await readSitrep({ ctx, crisis, preferred: ctx.locale, ...wanted.data })
}
