import { newId } from '@/db/new-id'
import { type AuditNews, appendAudit } from '@/db/repositories/write-audit'
import { assignIds } from '@/domain/dataset/assign-ids'
import { prepareEntries } from '@/domain/dataset/build-entries'
import type { Dataset } from '@/domain/dataset/dataset'
import { codelist } from '@/domain/indicator/codelist'
import type { Actor } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { toServiceError } from '@/services/database-errors'
import { applyChanges } from '@/services/loading/apply-changes'
import { loadFigures, loadNotesAndDisputes } from '@/services/loading/load-entries'
import { loadGround } from '@/services/loading/load-ground'
import type { Loading } from '@/services/loading/loading'
import { requireRole } from '@/services/require-role'

/**
 * Loads a crisis from a dataset, whole or not at all, with the checks and the audit rows of anyone's entry: the author enters, the approver
 * approves. In a reconstruction everything is known from its earliest publication; otherwise from now. Answers the crisis's id; loading
 * stays open for its editions until `finishLoading`.
 * @throws ServiceError `invalid` with every grave finding, `conflict` where the slug is taken
 */
export async function loadDataset({
  ctx,
  input: { dataset, author, approver },
}: {
  ctx: Context
  input: { dataset: Dataset; author: Actor; approver: Actor }
}): Promise<{ id: string; figures: number }> {
  requireRole(ctx, null, 'administrator')
  const now = ctx.now().toISOString()
  const ids = assignIds(dataset, newId)
  const entries = prepareEntries(dataset, { ids, newId, indicators: codelist, now })
  try {
    return await ctx.db.transaction(async (tx) => {
      const told: AuditNews[] = []
      const tell: Loading['tell'] = (by, news) =>
        told.push({ ...news, actorId: by.id, actorName: by.name, crisisId: ids.crisis })
      const loading = { tx, dataset, ids, entries, now, author, approver, tell }
      await loadGround(loading)
      const figures = await loadFigures(loading)
      await loadNotesAndDisputes(loading)
      await applyChanges(loading)
      for (const news of told) await appendAudit(tx, news)
      return { id: ids.crisis, figures }
    })
  } catch (error) {
    throw toServiceError(error)
  }
}
