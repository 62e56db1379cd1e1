import { loadStatements } from '@/db/repositories/read-lists'
import type { Crisis } from '@/domain/crisis/crisis'
import { cutPage, type Page, type PageRequest, readCursor } from '@/domain/paging/page'
import type { ListedStatement } from '@/domain/statement/listed-statement'
import type { Viewpoint } from '@/domain/viewpoint/viewpoint'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { noSuchObject } from '@/services/no-such-object'
import { refuseCursor } from '@/services/refuse-cursor'

/** A page of statements of which a figure is known, in the order of their ids; of some claimants where they are named. */
export async function listStatements({
  ctx,
  crisis,
  viewpoint,
  claimants,
  page: { limit, cursor },
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  claimants: string[]
  page: PageRequest
}): Promise<Page<ListedStatement>> {
  const after = cursor === null ? null : (readCursor(cursor, 1)?.[0] ?? null)
  if (cursor !== null && after === null) throw refuseCursor()
  const items = await asServiceErrors(() =>
    loadStatements(ctx.db, { crisis, viewpoint }, { after, limit: limit + 1, claimants }),
  )
  return cutPage(items, limit, ({ id }) => [id])
}

/** One statement with its figures and documents. @throws ServiceError `not-found` where no figure of it is known to the reader */
export async function readStatement({
  ctx,
  crisis,
  viewpoint,
  id,
}: {
  ctx: Context
  crisis: Crisis
  viewpoint: Viewpoint
  id: string
}): Promise<ListedStatement> {
  const [statement] = await asServiceErrors(() =>
    loadStatements(ctx.db, { crisis, viewpoint }, { after: null, limit: 1, claimants: [], id }),
  )
  if (statement) return statement
  throw noSuchObject('statement', id)
}
