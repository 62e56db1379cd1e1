import { lockVersions } from '@/db/repositories/change-versions'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import { isPointer } from '@/domain/workflow/field-pointer'
import type { Decided, Versioned } from '@/domain/workflow/waiting'
import type { Context } from '@/services/context'
import { refuseReturned, requireWaiting } from '@/services/entry/approve-versions'
import { ServiceError } from '@/services/errors'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

interface NamedVersion {
  /** Null: of a grade, which belongs to no one crisis. */
  crisis: string | null
  kind: Versioned | Decided
  id: string
  version: number
}

/**
 * Returns a version that waits to its author, with a comment and, where it is about one, the field as a JSON pointer ("/quantity").
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (it does not wait), `invalid` (no comment, no pointer)
 */
export async function returnVersion({
  ctx,
  input: { crisis, kind, id, version, comment: given, field },
}: {
  ctx: Context
  input: NamedVersion & { comment: string; field: string | null }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  const comment = requireReason(given, '/comment')
  if (field !== null && !isPointer(field)) {
    throw new ServiceError('invalid', 'Some fields cannot be used.', [
      { pointer: '/field', message: 'Name the field as a JSON pointer, for example "/quantity".' },
    ])
  }
  await runUseCase({ ctx, actor, action: `return-${kind}`, crisis }, async (tx) => {
    refuseReturned(kind, requireWaiting(kind, await lockVersions(tx, kind, crisis, id), version))
    const event = { subject: kind, subjectId: id, version, state: 'returned' as const, personId: actor.id, comment }
    await writeWorkflow(tx, [field === null ? event : { ...event, field }], crisis)
    return { result: undefined, subject: `${kind}:${id}`, details: { version, comment, field }, rows: [id, version] }
  })
}

/**
 * Submits a returned version again as it stands, with an answer to the comment: for its author, who finds it right.
 * @throws ServiceError `forbidden` (somebody else's), `not-found`, `conflict` (it was not returned), `invalid` (no answer)
 */
export async function submitVersion({
  ctx,
  input: { crisis, kind, id, version, comment: given },
}: {
  ctx: Context
  input: NamedVersion & { comment: string }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'contributor', 'reviewer', 'editor')
  const comment = requireReason(given, '/comment')
  await runUseCase({ ctx, actor, action: `submit-${kind}`, crisis }, async (tx) => {
    const waiting = requireWaiting(kind, await lockVersions(tx, kind, crisis, id), version)
    if (waiting.authorId !== actor.id) throw new ServiceError('forbidden', 'Only its author submits it again.')
    if (waiting.state !== 'returned') throw new ServiceError('conflict', `Version ${version} was submitted already.`)
    const event = { subject: kind, subjectId: id, version, state: 'submitted' as const, personId: actor.id, comment }
    await writeWorkflow(tx, [event], crisis)
    return { result: undefined, subject: `${kind}:${id}`, details: { version, comment }, rows: [id, version] }
  })
}
