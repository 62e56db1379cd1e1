import type { Transaction } from '@/db/client'
import {
  approveVersion,
  closeVersion,
  lockVersions,
  type Versioned,
  type VersionState,
} from '@/db/repositories/change-versions'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import { ServiceError } from '@/services/errors'

/**
 * Approves one version that waits, closing the one it corrects. The database sets the instant and refuses an approver who is its author.
 * @throws ServiceError `not-found`, `conflict` where it does not wait, a newer wording exists, or it was withdrawn meanwhile
 */
export async function approveWaiting(
  tx: Transaction,
  kind: Versioned,
  { crisis, id, version, approverId }: { crisis: string; id: string; version: number; approverId: string },
): Promise<void> {
  const versions = await lockVersions(tx, kind, crisis, id)
  const waiting = versions.find((one) => one.version === version)
  if (!waiting) throw new ServiceError('not-found', `There is no such version of the ${kind}.`)
  if (waiting.isApproved) throw new ServiceError('conflict', `Version ${version} of the ${kind} is approved already.`)
  if (versions.some((one) => one.version > version)) {
    throw new ServiceError('conflict', `Version ${version} of the ${kind} was replaced by a newer wording.`)
  }
  refuseWithdrawn(versions)
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
    crisis,
  )
}

/** A withdrawal is the end of a figure, note or dispute: a correction that waited must not bring it back unnoticed. @throws ServiceError `conflict` */
export function refuseWithdrawn(versions: readonly VersionState[]): void {
  if (versions.some(({ withdrawnBy }) => withdrawnBy !== null)) {
    throw new ServiceError('conflict', 'It was withdrawn: what holds now is entered anew.')
  }
}
