import type { Transaction } from '@/db/client'
import { lockVersions } from '@/db/repositories/change-versions'
import type { Versioned } from '@/domain/workflow/waiting'
import { refuseWithdrawn } from '@/services/entry/approve-versions'
import { ServiceError } from '@/services/errors'

/** Which version a correction starts from, and which it becomes. */
export interface NextVersion {
  id: string
  from: number
  version: number
  reason: string
}

/**
 * The place of a correction among the versions of its thing: after the newest, which the person must have seen. A wording that was taken back
 * before anybody approved it is passed over.
 * @throws ServiceError `not-found`, `conflict` (withdrawn, or a newer version exists)
 */
export async function nextVersion(
  tx: Transaction,
  kind: Versioned,
  { crisis, id, version, reason }: { crisis: string; id: string; version: number; reason: string },
): Promise<NextVersion> {
  const versions = await lockVersions(tx, kind, crisis, id)
  if (versions.length === 0) throw new ServiceError('not-found', `There is no such ${kind}.`)
  refuseWithdrawn(versions)
  const newest = versions.findLast((one) => one.isApproved || one.state !== 'withdrawn')
  if (!newest) throw new ServiceError('conflict', 'It was taken back before it was approved: enter it anew.')
  if (newest.version !== version) {
    throw new ServiceError(
      'conflict',
      `The ${kind} has version ${newest.version} by now: look at it before you correct it.`,
    )
  }
  return { id, from: version, version: (versions.at(-1)?.version ?? 0) + 1, reason }
}
