import { loadDisputes } from '@/db/repositories/read-lists'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Dispute } from '@/domain/figure/figure'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'

/** Every dispute of a figure the reader can see at the viewpoint, in a stable order. */
export async function listDisputes({
  ctx,
  crisis,
  viewpoint,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
}): Promise<Dispute[]> {
  return await asServiceErrors(() => loadDisputes(ctx.db, { crisis, viewpoint }))
}

/** One dispute of a figure the reader can see. @throws ServiceError `not-found` */
export async function readDispute({
  id,
  ...asked
}: Parameters<typeof listDisputes>[0] & { id: string }): Promise<Dispute> {
  const dispute = (await listDisputes(asked)).find((one) => one.id === id)
  if (dispute) return dispute
  throw noSuchObject('dispute', id)
}
