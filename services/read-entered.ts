import { loadEnteredFrom } from '@/db/repositories/read-entered'
import type { Crisis } from '@/domain/crisis/crisis'
import type { DocumentDetail } from '@/domain/document/listed-document'
import type { EnteredFromDocument } from '@/domain/entry/entered'
import { asServiceErrors } from '@/services/as-service-errors'
import type { Context } from '@/services/context'
import { lookupRoles } from '@/services/find-entries'
import { readDocument } from '@/services/read-documents'
import { requireRole } from '@/services/require-role'

/**
 * A document as whoever enters from it sees it: its whole text, and all that was entered from it, waiting and returned entries too.
 * @throws ServiceError `forbidden`, `not-found`, `unavailable`
 */
export async function readEntered({
  ctx,
  crisis,
  id,
}: {
  ctx: Context
  crisis: Crisis
  id: string
}): Promise<{ document: DocumentDetail; entered: EnteredFromDocument }> {
  requireRole(ctx, crisis.id, ...lookupRoles)
  const everything = '2199-12-31T00:00:00.000Z'
  const viewpoint = { asOf: everything, knownAt: everything, audience: ctx.audience, locale: ctx.locale }
  const [document, entered] = await Promise.all([
    readDocument({ ctx, crisis, viewpoint, id }),
    asServiceErrors(() => loadEnteredFrom(ctx.db, { crisis, viewpoint }, id)),
  ])
  return { document, entered }
}
