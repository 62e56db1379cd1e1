import type { Transaction } from '@/db/client'
import { approveVersion, closeVersion, lockVersions, type Versioned } from '@/db/repositories/change-versions'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import { ServiceError } from '@/services/errors'

/**
 * Approves one version that waits, closing the one it corrects. The database sets the instant and refuses an approver who is its author.
 * @throws ServiceError `not-found`, `conflict` where it does not wait or a newer wording exists
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
