import type { Transaction } from '@/db/client'
import { writeCitations } from '@/db/repositories/write-citations'
import type { WrittenBy } from '@/db/repositories/write-figures'
import { writeRows } from '@/db/repositories/write-rows'
import { enteredAndApproved, writeWorkflow } from '@/db/repositories/write-workflow'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import type { Dispute } from '@/domain/figure/figure'

export interface NewDisputeVersion {
  dispute: Dispute
  key: string | null
}

/** Inserts dispute versions with their citations, and the disputes themselves for first versions. */
export async function writeDisputeVersions(
  tx: Transaction,
  versions: readonly NewDisputeVersion[],
  by: WrittenBy,
): Promise<void> {
  const { crisisId, authorId, approverId } = by
  const written = versions.map(({ dispute }) => dispute)
  await writeRows(
    tx,
    disputes,
    versions
      .filter(({ dispute }) => dispute.version === 1)
      .map(({ dispute, key }) => ({ id: dispute.id, crisisId, key, figureId: dispute.figure })),
  )
  await writeCitations(tx, 'disputeId', written, crisisId)
  await writeRows(
    tx,
    disputeVersions,
    written.map((dispute) => ({
      disputeId: dispute.id,
      version: dispute.version,
      crisisId,
      byId: dispute.by.id,
      aspect: dispute.aspect,
      statedStart: dispute.statedAt?.start ?? null,
      statedEnd: dispute.statedAt?.end ?? null,
      statedPrecision: dispute.statedAt?.precision ?? null,
      statedStated: dispute.statedAt?.stated ?? null,
      statedNote: dispute.statedAt?.note ?? null,
      words: dispute.words,
      authorId,
      approverId,
      reason: dispute.reason,
      knownFrom: approverId === null ? null : dispute.knownFrom,
    })),
  )
  await writeWorkflow(
    tx,
    written.flatMap(({ id, version, knownFrom }) => enteredAndApproved('dispute', { id, version, at: knownFrom }, by)),
    crisisId,
  )
}
