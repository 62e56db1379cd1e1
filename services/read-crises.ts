import {
  type AddressedNoun,
  loadCrises,
  loadCrisis,
  loadCrisisSlugOf,
  loadIndicators,
  loadLedgerRevision,
  loadListedIndicators,
  loadNewestApprovals,
  loadRevisions,
} from '@/db/repositories/read-crises'
import { loadNewestSeen } from '@/db/repositories/read-figure-lists'
import { showCrisis } from '@/db/repositories/read-shown-places'
import { isSuppressing } from '@/db/repositories/read-suppression'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Indicator, ListedIndicator } from '@/domain/indicator/indicator'
import type { Instant } from '@/domain/time/instant'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { writtenIn } from '@/domain/wording/localize'
import { asServiceErrors } from '@/services/as-service-errors'
import { type Context, inCrisis } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { noSuchObject } from '@/services/no-such-object'

/** A crisis and when something the reader may see was last approved in it (null: never). */
export interface ActiveCrisis {
  crisis: Crisis
  newestActivity: Instant | null
}

/** All crises, newest activity first. @throws ServiceError `unavailable` */
export async function readCrises({ ctx }: { ctx: Context }): Promise<ActiveCrisis[]> {
  const viewpoint = viewpointNow(ctx)
  const active = await asServiceErrors(async () => {
    const [crises, newest] = await Promise.all([loadCrises(ctx.db), loadNewestApprovals(ctx.db, viewpoint)])
    return await Promise.all(
      crises.map(async (crisis): Promise<ActiveCrisis> => {
        const reading = { crisis, viewpoint: viewpointNow(inCrisis(ctx, crisis.id)) }
        const at = isSuppressing(reading) ? await loadNewestSeen(ctx.db, reading) : (newest.get(crisis.id) ?? null)
        return { crisis: await showCrisis(ctx.db, crisis, reading), newestActivity: at }
      }),
    )
  })
  return active.sort((a, b) => ((a.newestActivity ?? '') < (b.newestActivity ?? '') ? 1 : -1))
}

function viewpointNow({ now, audience, locale }: Context): Viewpoint {
  const moment = now().toISOString()
  return { asOf: moment, knownAt: moment, audience, locale }
}

/**
 * The crisis with this slug, in the reader's language; `asWritten`: in the one its own texts were written in, for whoever changes them.
 * @throws ServiceError `not-found` (naming the crises there are) or `unavailable`
 */
export async function readCrisis({
  ctx,
  slug,
  asWritten = false,
}: {
  ctx: Context
  slug: string
  asWritten?: boolean
}): Promise<Crisis> {
  return await asServiceErrors(async () => {
    const crisis = await loadCrisis(ctx.db, slug)
    if (crisis) {
      const viewpoint = viewpointNow(inCrisis(ctx, crisis.id))
      const locale = asWritten ? writtenIn(crisis) : viewpoint.locale
      return await showCrisis(ctx.db, crisis, { viewpoint: { ...viewpoint, locale } })
    }
    const known = (await loadCrises(ctx.db)).map((one) => one.slug)
    const choice = known.length > 0 ? ` There are: ${known.slice(0, 20).join(', ')}.` : ''
    throw new ServiceError('not-found', `No crisis is called "${slug.slice(0, 80)}".${choice}`)
  })
}

/**
 * How often the crisis with this slug, and what spans crises, have changed: the same numbers mean the same ledger. Null where there is no such
 * crisis. @throws ServiceError `unavailable`
 */
export async function readRevisions({
  ctx,
  slug,
}: {
  ctx: Context
  slug: string
}): Promise<{ crisis: number; ledger: number } | null> {
  return await asServiceErrors(() => loadRevisions(ctx.db, slug))
}

/** The crisis an object belongs to. Says nothing of who may see it: that is for who reads the object itself. @throws ServiceError `not-found` or `unavailable` */
export async function readCrisisOf({
  ctx,
  noun,
  id,
}: {
  ctx: Context
  noun: AddressedNoun
  id: string
}): Promise<Crisis> {
  const slug = await asServiceErrors(() => loadCrisisSlugOf(ctx.db, noun, id))
  if (slug === null) throw noSuchObject(noun, id)
  return await readCrisis({ ctx, slug })
}

/** The revision of what spans crises: sources, places, the codelist. @throws ServiceError `unavailable` */
export async function readLedgerRevision({ ctx }: { ctx: Context }): Promise<number> {
  return await asServiceErrors(() => loadLedgerRevision(ctx.db))
}

/** The codelist. @throws ServiceError `unavailable` */
export async function readIndicators({ ctx }: { ctx: Context }): Promise<Indicator[]> {
  return await asServiceErrors(() => loadIndicators(ctx.db))
}

/** The codelist with the version of each row, for whoever changes it. @throws ServiceError `unavailable` */
export async function listIndicators({ ctx }: { ctx: Context }): Promise<ListedIndicator[]> {
  return await asServiceErrors(() => loadListedIndicators(ctx.db))
}
