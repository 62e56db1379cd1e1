import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { asOfValues } from '@/db/repositories/as-of-values'
import { writeCitations } from '@/db/repositories/write-citations'
import { writeRows } from '@/db/repositories/write-rows'
import { writeScopes } from '@/db/repositories/write-scopes'
import { enteredAndApproved, writeWorkflow } from '@/db/repositories/write-workflow'
import { figures, figureVersions, findingAcknowledgements } from '@/db/schema/figures'
import type { Figure } from '@/domain/figure/figure'
import { scopeKey, scopeOf } from '@/domain/figure/scope'
import type { Instant } from '@/domain/time/instant'

/** A version as it is written: the domain's figure, with what only the ledger keeps. */
export interface NewFigureVersion {
  figure: Figure
  key: string | null
  embargoUntil: Instant | null
  acknowledged: readonly { code: string; reason: string }[]
}

/** Who writes. With an approver, versions are approved at once: from `knownFrom` on while loading a reconstruction, else from now on. */
export interface WrittenBy {
  crisisId: string
  authorId: string
  approverId: string | null
}

/** Inserts figure versions with all that belongs to them, and the figures themselves for first versions. */
export async function writeFigureVersions(
  tx: Transaction,
  versions: readonly NewFigureVersion[],
  by: WrittenBy,
): Promise<void> {
  const { crisisId, authorId, approverId } = by
  const written = versions.map(({ figure }) => figure)
  const scopeIds = await writeScopes(
    tx,
    crisisId,
    written.map((figure) => ({ scope: scopeOf(figure), claimantId: figure.claimant.id })),
  )
  await writeRows(
    tx,
    figures,
    versions.filter(({ figure }) => figure.version === 1).map((version) => identityRow(version, crisisId)),
  )
  await writeCitations(tx, 'figureId', written, crisisId)
  await writeRows(
    tx,
    figureVersions,
    versions.map(({ figure, embargoUntil }) => ({
      ...contentRow(figure),
      crisisId,
      scopeId: scopeIds.get(scopeKey(scopeOf(figure))) ?? '',
      embargoUntil,
      authorId,
      approverId,
      reason: figure.reason,
      knownFrom: approverId === null ? null : figure.knownFrom,
    })),
  )
  await writeRows(
    tx,
    findingAcknowledgements,
    versions.flatMap((version) => acknowledgementRows(version, by)),
  )
  await writeWorkflow(
    tx,
    written.flatMap(({ id, version, knownFrom }) => enteredAndApproved('figure', { id, version, at: knownFrom }, by)),
    crisisId,
  )
}

const identityRow = ({ figure, key }: NewFigureVersion, crisisId: string) => ({
  id: figure.id,
  crisisId,
  key,
  statementId: figure.statement.id,
  claimantId: figure.claimant.id,
})

const contentRow = (figure: Figure) => ({
  figureId: figure.id,
  version: figure.version,
  claimantId: figure.claimant.id,
  populationWords: figure.populationWords,
  ...figure.quantity,
  basisStart: figure.basis.start,
  basisEnd: figure.basis.end,
  basisAssumed: figure.basis.assumed,
  nature: figure.nature,
  ...asOfValues(figure.asOf),
  coverage: figure.coverage,
  derived: figure.derived,
  partOf: figure.partOf,
  credibility: figure.credibility,
  sensitivity: figure.sensitivity,
})

const acknowledgementRows = ({ figure, acknowledged }: NewFigureVersion, { crisisId, authorId }: WrittenBy) =>
  acknowledged.map(({ code, reason }) => ({
    id: newId(),
    crisisId,
    figureId: figure.id,
    version: figure.version,
    code,
    reason,
    personId: authorId,
    at: figure.knownFrom ?? new Date().toISOString(),
  }))
