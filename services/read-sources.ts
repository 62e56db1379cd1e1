import { loadListedSources } from '@/db/repositories/read-lists'
import type { Crisis } from '@/domain/crisis/crisis'
import type { ListedSource } from '@/domain/source/listed-source'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'

/** Every source that states, publishes or disputes something the reader can see at the viewpoint, by name, with its grades. */
export async function listSources({
  ctx,
  crisis,
  viewpoint,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
}): Promise<ListedSource[]> {
  return await asServiceErrors(() => loadListedSources(ctx.db, { crisis, viewpoint }))
}
