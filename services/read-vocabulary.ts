import { type CrisisVocabulary, loadVocabulary } from '@/db/repositories/read-vocabulary'
import type { Crisis } from '@/domain/crisis/crisis'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/** What the figures a reader may see speak of: for filters, and for the lists of places and events. @throws ServiceError `unavailable` */
export async function readVocabulary({
  ctx,
  crisis,
  viewpoint,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
}): Promise<CrisisVocabulary> {
  return await asServiceErrors(() => loadVocabulary(ctx.db, { crisis, viewpoint }))
}
