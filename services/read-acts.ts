import { loadActs, loadActVocabulary, type ReadableCrises } from '@/db/repositories/read-acts'
import { type ChainCheck, checkAuditChain, readAuditHead } from '@/db/repositories/read-audit'
import type { ActFilter, ListedAct } from '@/domain/audit/listed-act'
import { cutPage, type Page, type PageRequest, readCursor } from '@/domain/paging/page'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { refuseCursor } from '@/services/refuse-cursor'

/**
 * The audit log, newest first: an administrator of all crises reads all of it, one of certain crises the acts in these.
 * @throws ServiceError `forbidden`, `invalid` (a cursor of another list)
 */
export async function readActs({
  ctx,
  filter,
  page,
}: {
  ctx: Context
  filter: ActFilter
  page: PageRequest
}): Promise<Page<ListedAct>> {
  const readable = requireAdministrator(ctx)
  const [after] = page.cursor === null ? [null] : (readCursor(page.cursor, 1) ?? [undefined])
  if (after === undefined || (after !== null && !/^\d{1,15}$/.test(after))) throw refuseCursor()
  const before = after === null ? null : Number(after)
  const acts = await asServiceErrors(() => loadActs(ctx.db, readable, { filter, before, limit: page.limit + 1 }))
  return cutPage(acts, page.limit, ({ seq }) => [String(seq)])
}

/** What the readable part of the log can be filtered by. @throws ServiceError `forbidden` */
export async function readActVocabulary({ ctx }: { ctx: Context }) {
  const readable = requireAdministrator(ctx)
  return await asServiceErrors(() => loadActVocabulary(ctx.db, readable))
}

/** The head of the chain: how many rows there are, and the hash at its end. @throws ServiceError `forbidden` */
export async function readChainHead({ ctx }: { ctx: Context }): Promise<{ seq: number; hash: string }> {
  requireAdministrator(ctx)
  return await asServiceErrors(() => readAuditHead(ctx.db))
}

/** Recomputes the whole chain; for an administrator of all crises. @throws ServiceError `forbidden` */
export async function verifyChain({ ctx }: { ctx: Context }): Promise<ChainCheck> {
  if (requireAdministrator(ctx) !== null) {
    throw new ServiceError('forbidden', 'This needs the role administrator, for all crises.')
  }
  return await asServiceErrors(() => checkAuditChain(ctx.db))
}

/** The crises whose acts an administrator may read; null: all. @throws ServiceError `forbidden` */
function requireAdministrator({ actor }: Context): ReadableCrises {
  const held = (actor?.roles ?? []).filter(({ role }) => role === 'administrator')
  if (held.length === 0) throw new ServiceError('forbidden', 'This needs the role administrator.')
  return held.some(({ crisis }) => crisis === null) ? null : held.flatMap(({ crisis }) => crisis ?? [])
}
