import {
  type Ground,
  lockEvent,
  lockIndicator,
  lockPlace,
  lockSource,
  readCrisisIdOf,
} from '@/db/repositories/change-ground'
import { loadCrisisSlugOf } from '@/db/repositories/read-crises'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { readCrisis } from '@/services/read-crises'
import { listSources } from '@/services/read-sources'
import { readVocabulary } from '@/services/read-vocabulary'

/** The crisis a source or place was entered for, or null where it serves all. @throws ServiceError `not-found` */
export async function readOwner({
  ctx,
  noun,
  id,
}: {
  ctx: Context
  noun: Exclude<Ground, 'event'>
  id: string
}): Promise<Crisis | null> {
  const owner = await asServiceErrors(() => readCrisisIdOf(ctx.db, noun, id))
  if (owner === undefined) throw noSuchObject(noun, id)
  if (owner === null) return null
  const slug = await asServiceErrors(() => loadCrisisSlugOf(ctx.db, noun, id))
  if (slug === null) throw noSuchObject(noun, id)
  return await readCrisis({ ctx, slug })
}

/** Tells whether someone may know of a crisis's own source or place: whoever sees a figure that names it. @throws ServiceError `not-found` */
export async function lookAtGround({
  noun,
  id,
  ...asked
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  noun: Exclude<Ground, 'event'>
  id: string
}): Promise<void> {
  const seen = noun === 'source' ? await listSources(asked) : (await readVocabulary(asked)).places
  if (!seen.some((one) => one.id === id)) throw noSuchObject(noun, id)
}

/** A source as it stands, with its names and its version, for whoever changes it. */
export async function readSourceRow({ ctx, id }: { ctx: Context; id: string }) {
  return await asServiceErrors(() => ctx.db.transaction((tx) => lockSource(tx, id)))
}

/** A place as it stands, with its names and its version, for whoever changes it. */
export async function readPlaceRow({ ctx, id }: { ctx: Context; id: string }) {
  return await asServiceErrors(() => ctx.db.transaction((tx) => lockPlace(tx, id)))
}

/** An event of a crisis as it stands, with its version, for whoever changes it. */
export async function readEventRow({ ctx, crisis, id }: { ctx: Context; crisis: string; id: string }) {
  return await asServiceErrors(() => ctx.db.transaction((tx) => lockEvent(tx, crisis, id)))
}

/** A row of the codelist as it stands, with its version. */
export async function readIndicatorRow({ ctx, key }: { ctx: Context; key: string }) {
  return await asServiceErrors(() => ctx.db.transaction((tx) => lockIndicator(tx, key)))
}
