import type { Transaction } from '@/db/client'
import { approveVersion, closeVersion, lockVersions, type VersionState } from '@/db/repositories/change-versions'
import { hasUnknownWhole, isFigureOfDisputeKnown } from '@/db/repositories/read-for-writing'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import type { Decided, Versioned } from '@/domain/workflow/waiting'
import { ServiceError } from '@/services/errors'

/** The one sentence for whoever would be their own second person. */
export const secondPersonNeeded = 'Whoever enters cannot approve: a second person is needed.'

/**
 * Approves one version that waits, closing the one it corrects, which is answered (null: none). The database sets the instant, and itself
 * refuses an approver who is its author.
 * @throws ServiceError `forbidden` (the approver wrote it), `not-found`, `conflict` where it does not wait, a newer wording exists, it was
 * returned or withdrawn meanwhile, or what it belongs to is not approved
 */
export async function approveWaiting(
  tx: Transaction,
  kind: Versioned,
  crisis: CrisisForWriting,
  { id, version, approverId }: { id: string; version: number; approverId: string },
): Promise<number | null> {
  const versions = await lockVersions(tx, kind, crisis.id, id)
  const waiting = requireWaiting(kind, versions, version)
  refuseReturned(kind, waiting)
  if (crisis.fourEyes) refuseAuthor(versions, waiting, approverId)
  await requireGround(tx, kind, { id, version })
  const open = versions.find(({ isApproved, isClosed }) => isApproved && !isClosed)
  if (open) {
    const closing = { by: 'corrected', reason: waiting.reason ?? '', closerId: approverId, at: null } as const
    await closeVersion(tx, kind, { id, version: open.version }, closing)
  }
  await approveVersion(tx, kind, id, { version, approverId })
  await writeWorkflow(
    tx,
    [
      ...(open
        ? [{ subject: kind, subjectId: id, version: open.version, state: 'corrected' as const, personId: approverId }]
        : []),
      { subject: kind, subjectId: id, version, state: 'approved', personId: approverId },
    ],
    crisis.id,
  )
  return open?.version ?? null
}

/**
 * The version among all of its thing, which nobody approved, withdrew or replaced yet.
 * @throws ServiceError `not-found`, `conflict`
 */
export function requireWaiting(kind: string, versions: readonly VersionState[], version: number): VersionState {
  const waiting = versions.find((one) => one.version === version)
  if (!waiting) throw new ServiceError('not-found', `There is no such version of the ${kind}.`)
  if (waiting.isApproved) throw new ServiceError('conflict', `Version ${version} of the ${kind} is approved already.`)
  refuseWithdrawn(versions)
  if (waiting.state === 'withdrawn') {
    throw new ServiceError('conflict', `Version ${version} of the ${kind} was taken back before it was approved.`)
  }
  if (versions.some((one) => one.version > version)) {
    throw new ServiceError('conflict', `Version ${version} of the ${kind} was replaced by a newer wording.`)
  }
  return waiting
}

/** @throws ServiceError `conflict` */
export function refuseReturned(kind: string, { version, state }: VersionState): void {
  if (state !== 'returned') return
  throw new ServiceError(
    'conflict',
    `Version ${version} of the ${kind} was returned: mend it or submit it again first.`,
  )
}

/**
 * Refuses to approve a decision that does not wait, or whose author approves it.
 * @throws ServiceError `forbidden`, `not-found`, `conflict`
 */
export function refuseDecided(
  kind: Decided,
  versions: readonly VersionState[],
  { approverId, fourEyes }: { approverId: string; fourEyes: boolean },
): void {
  const waiting = requireWaiting(kind, versions, 1)
  refuseReturned(kind, waiting)
  if (fourEyes) refuseAuthor(versions, waiting, approverId)
}

/** A reviewer who edits becomes an author: of this wording, and of those before it that nobody approved. @throws ServiceError `forbidden` */
export function refuseAuthor(versions: readonly VersionState[], waiting: VersionState, approverId: string): void {
  const isAuthor = versions.some(
    (one) =>
      one.authorId === approverId &&
      (one.version === waiting.version || (!one.isApproved && one.version < waiting.version)),
  )
  if (isAuthor) throw new ServiceError('forbidden', secondPersonNeeded)
}

/** A withdrawal is the end of a figure, note or dispute: a correction that waited must not bring it back unnoticed. @throws ServiceError `conflict` */
export function refuseWithdrawn(versions: readonly VersionState[]): void {
  if (versions.some(({ withdrawnBy }) => withdrawnBy !== null)) {
    throw new ServiceError('conflict', 'It was withdrawn: what holds now is entered anew.')
  }
}

/** A part stands on its whole, a dispute on its figure: nobody could read the one without the other. @throws ServiceError `conflict` */
async function requireGround(tx: Transaction, kind: Versioned, named: { id: string; version: number }): Promise<void> {
  if (kind === 'figure' && (await hasUnknownWhole(tx, named))) {
    throw new ServiceError(
      'conflict',
      'The figure it is a part of is not approved, or was withdrawn: approve the whole first.',
    )
  }
  if (kind === 'dispute' && !(await isFigureOfDisputeKnown(tx, named.id))) {
    throw new ServiceError(
      'conflict',
      'The figure it disputes is not approved, or was withdrawn: approve the figure first.',
    )
  }
}
