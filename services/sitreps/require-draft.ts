import type { Transaction } from '@/db/client'
import { loadCrisis } from '@/db/repositories/read-crises'
import { type KeptDraft, loadCrisisSlugOfDraft, lockDraft } from '@/db/repositories/sitrep-drafts'
import type { Crisis } from '@/domain/crisis/crisis'
import type { DraftState } from '@/domain/sitrep/draft'
import type { Context } from '@/services/context'
import { ServiceError } from '@/services/errors'
import { noSuchObject } from '@/services/no-such-object'

/** The crisis a draft belongs to. @throws ServiceError `not-found` */
export async function crisisOfDraft(ctx: Context, draft: string): Promise<Crisis> {
  const slug = await loadCrisisSlugOfDraft(ctx.db, draft)
  const crisis = slug === null ? null : await loadCrisis(ctx.db, slug)
  if (crisis) return crisis
  throw noSuchObject('sitrep', draft)
}

/**
 * The draft, locked, in the version the person saw and in one of these states.
 * @throws ServiceError `not-found`, `conflict`
 */
export async function requireDraft(
  tx: Transaction,
  { draft: id, version }: { draft: string; version: number },
  states: readonly DraftState[],
): Promise<KeptDraft> {
  const kept = await lockDraft(tx, id)
  if (!kept) throw new ServiceError('not-found', 'There is no such draft.')
  const { draft } = kept
  if (!states.includes(draft.state)) throw new ServiceError('conflict', `The draft ${sayState[draft.state]}.`)
  if (draft.version !== version) {
    throw new ServiceError('conflict', `${draft.updatedBy} saved version ${draft.version} meanwhile: look at it first.`)
  }
  return kept
}

const sayState: Record<DraftState, string> = {
  draft: 'is being written: ask for approval first',
  requested: 'waits for approval',
  approved: 'is approved and waits to be published',
  publishing: 'is being published',
  published: 'is published: what is wrong in it is mended by an erratum',
  discarded: 'was discarded',
}
