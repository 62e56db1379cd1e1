import type { Versioned } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { approveWaiting } from '@/services/entry/approve-versions'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/** A version, named as the person saw it. */
export interface NamedVersion {
  id: string
  version: number
}

/**
 * Approves versions of one kind that wait: first ones and corrections. All of them or none; a whole may come after its parts.
 * @throws ServiceError `forbidden` (no reviewer, or an author), `not-found`, `conflict` (approved already, returned, a newer wording, a whole
 * that waits). Of several, one `conflict` that names each refused one at `/{kind}s/{index}`
 */
export async function approveVersions({
  ctx,
  input: { crisis: crisisId, kind, versions },
}: {
  ctx: Context
  input: { crisis: string; kind: Versioned; versions: readonly NamedVersion[] }
}): Promise<void> {
  const actor = requireRole(ctx, crisisId, 'reviewer')
  await runUseCase({ ctx, actor, action: `approve-${kind}s`, crisis: crisisId }, async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    const corrected = new Map<NamedVersion, number | null>()
    const approve = async (named: NamedVersion) => {
      corrected.set(named, await approveWaiting(tx, kind, crisis, { ...named, approverId: actor.id }))
    }
    const refused = await inTurns(versions, approve)
    if (refused.length > 0) throw refusalOf(kind, versions, refused)
    const subject = versions.length === 1 ? `${kind}:${versions[0]?.id}` : `crisis:${crisisId}`
    // Which they are, for the log has the digest of the rows alone: what stood and stands, their ids lead to.
    const approved = versions.map((named) => ({
      id: named.id,
      version: named.version,
      corrects: corrected.get(named) ?? null,
    }))
    const details = { before: { state: 'submitted' }, after: { state: 'approved' }, [`${kind}s`]: approved }
    return { result: undefined, subject, details, rows: versions }
  })
}

interface Refused {
  named: NamedVersion
  error: ServiceError
}

/** Tries each, and what was refused once more while that gets further: a part may stand before its whole. */
async function inTurns(
  versions: readonly NamedVersion[],
  approve: (named: NamedVersion) => Promise<void>,
): Promise<Refused[]> {
  let left = versions
  while (true) {
    const refused: Refused[] = []
    for (const named of left) {
      try {
        await approve(named)
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        refused.push({ named, error })
      }
    }
    if (refused.length === 0 || refused.length === left.length) return refused
    left = refused.map(({ named }) => named)
  }
}

function refusalOf(kind: Versioned, versions: readonly NamedVersion[], refused: Refused[]): ServiceError {
  const [first] = refused
  if (first && versions.length === 1) return first.error
  const errors = refused.map(({ named, error }) => ({
    pointer: `/${kind}s/${versions.indexOf(named)}`,
    message: error.message,
  }))
  return new ServiceError(
    'conflict',
    `Nothing was approved: ${refused.length} of ${versions.length} cannot be.`,
    errors,
  )
}
