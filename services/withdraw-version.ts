import { closeVersion, lockVersions, type VersionState } from '@/db/repositories/change-versions'
import { isWithdrawalConfirmed } from '@/db/repositories/read-withdrawals'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import { type Actor, holdsRole } from '@/domain/workflow/actor'
import type { Versioned } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { requireWaiting } from '@/services/entry/approve-versions'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

interface Named {
  crisis: string
  kind: Versioned
  id: string
  /** The version the person saw. */
  version: number
}

/**
 * Withdraws what is known at once; a second person confirms it within a day (`confirmWithdrawal`). A version that nobody approved yet is
 * taken back, with every wording before it that nobody approved: by its author or a reviewer, for good.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version is known), `invalid` (no reason)
 */
export async function withdrawVersion({
  ctx,
  input: { crisis, kind, id, version, reason: given },
}: {
  ctx: Context
  input: Named & { reason: string }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'contributor', 'reviewer')
  const reason = requireReason(given)
  await runUseCase({ ctx, actor, action: `withdraw-${kind}`, crisis }, async (tx) => {
    await requireCrisis(tx, crisis)
    const versions = await lockVersions(tx, kind, crisis, id)
    if (versions.length === 0) throw new ServiceError('not-found', `There is no such ${kind}.`)
    const withdrawn = chooseWithdrawn(kind, versions, { version, actor, crisis })
    const [known] = withdrawn.filter(({ isApproved }) => isApproved)
    if (known) await closeVersion(tx, kind, { id, version }, { by: 'withdrawn', reason, closerId: actor.id, at: null })
    const event = { subject: kind, subjectId: id, state: 'withdrawn' as const, personId: actor.id, comment: reason }
    await writeWorkflow(
      tx,
      withdrawn.map((one) => ({ ...event, version: one.version })),
      crisis,
    )
    const told = { before: { state: known ? 'approved' : 'waiting' }, after: { state: 'withdrawn' } }
    return { result: undefined, subject: `${kind}:${id}`, details: { version, reason, ...told }, rows: [id, version] }
  })
}

/** The known version, or the wordings that wait up to the one named. */
function chooseWithdrawn(
  kind: Versioned,
  versions: readonly VersionState[],
  { version, actor, crisis }: { version: number; actor: Actor; crisis: string },
): VersionState[] {
  const open = versions.find(({ isApproved, isClosed }) => isApproved && !isClosed)
  if (open?.version === version) return [open]
  if (!versions.some((one) => one.version === version && !one.isApproved)) {
    throw new ServiceError('conflict', open ? `Version ${open.version} is known by now.` : `The ${kind} is not known.`)
  }
  const waiting = requireWaiting(kind, versions, version)
  if (waiting.authorId !== actor.id && !holdsRole(actor, 'reviewer', crisis)) {
    throw new ServiceError('forbidden', 'What nobody approved yet is taken back by its author or a reviewer.')
  }
  return versions.filter((one) => !one.isApproved && one.state !== 'withdrawn')
}

/**
 * Confirms a withdrawal: a second person has looked.
 * @throws ServiceError `forbidden` (the same person, unless four eyes are switched off), `not-found`, `conflict` (nothing to confirm, or confirmed before)
 */
export async function confirmWithdrawal({ ctx, input: { crisis, kind, id, version } }: { ctx: Context; input: Named }) {
  const actor = requireRole(ctx, crisis, 'reviewer')
  await runUseCase({ ctx, actor, action: 'confirm-withdrawal', crisis }, async (tx) => {
    const { fourEyes } = await requireCrisis(tx, crisis)
    const versions = await lockVersions(tx, kind, crisis, id)
    const withdrawn = versions.find((one) => one.version === version)
    if (!withdrawn) throw new ServiceError('not-found', `There is no such version of the ${kind}.`)
    if (withdrawn.withdrawnBy === null) throw new ServiceError('conflict', `The ${kind} was not withdrawn.`)
    if (fourEyes && withdrawn.withdrawnBy === actor.id) {
      throw new ServiceError('forbidden', `Whoever withdrew the ${kind} cannot confirm it: a second person is needed.`)
    }
    if (await isWithdrawalConfirmed(tx, { kind, id, version })) {
      throw new ServiceError('conflict', 'The withdrawal was confirmed before.')
    }
    await writeWorkflow(
      tx,
      [{ subject: kind, subjectId: id, version, state: 'withdrawal-confirmed', personId: actor.id }],
      crisis,
    )
    return { result: undefined, subject: `${kind}:${id}`, details: { version }, rows: [id, version] }
  })
}
