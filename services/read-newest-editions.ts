import { loadNewestContents } from '@/db/repositories/find-editions'
import type { Crisis } from '@/domain/crisis/crisis'
import type { PublishedSitrep } from '@/domain/sitrep/listed-sitrep'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { listEditions } from '@/services/read-sitreps'

export type WholeEdition = Pick<PublishedSitrep, 'listed' | 'content'>

/** The newest editions of a crisis with what stands in them, in the language each was written in, newest first; at most `most`. */
export async function readNewestEditions({
  ctx,
  crisis,
  most,
}: {
  ctx: Context
  crisis: Crisis
  most: number
}): Promise<WholeEdition[]> {
  const now = ctx.now().toISOString()
  const [listed, contents] = await Promise.all([
    listEditions({ ctx, crisis, knownAt: now }),
    asServiceErrors(() => loadNewestContents(ctx.db, crisis.id, now, most)),
  ])
  const byKey = new Map(listed.map((one) => [`${one.id}:${one.edition}`, one]))
  return contents.flatMap(({ sitrepId, edition, content }) => {
    const found = byKey.get(`${sitrepId}:${edition}`)
    return found ? [{ listed: found, content }] : []
  })
}
