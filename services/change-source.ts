import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { lockSource, readWithin, updateSource } from '@/db/repositories/change-ground'
import { changeSourceNames } from '@/db/repositories/change-names'
import { beforeAfter } from '@/domain/audit/before-after'
import { sourceSchema } from '@/services/add-sources'
import type { Context } from '@/services/context'
import { requireServing } from '@/services/entry/require-serving'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { requireVersion } from '@/services/require-version'
import { runUseCase } from '@/services/run-use-case'

export const sourceChangeSchema = sourceSchema.partial()

/**
 * Changes a source; what the change leaves out stays. Its names of before stay known for then. `crisis`: the one it was entered for, null
 * where it serves all.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (another version stands), `invalid`
 */
export async function changeSource({
  ctx,
  input: { crisis, source, version, reason: given, change },
}: {
  ctx: Context
  input: {
    crisis: string | null
    source: string
    version: number
    reason: string
    change: z.input<typeof sourceChangeSchema>
  }
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, crisis, 'administrator')
  const reason = requireReason(given)
  const { names, parent, ...own } = parseInput(sourceChangeSchema, change)
  return await runUseCase({ ctx, actor, action: 'change-source', crisis }, async (tx) => {
    const was = await lockSource(tx, source)
    if (!was || was.crisisId !== crisis) throw new ServiceError('not-found', 'There is no such source.')
    requireVersion(was, version)
    if (parent) await requireParent(tx, crisis, { source, parent })
    const row = { ...own, ...(parent === undefined ? {} : { parentId: parent }) }
    const next = await updateSource(tx, source, row)
    if (names) await changeSourceNames(tx, source, names, { crisisId: crisis, authorId: actor.id, reason })
    const details = { version: next, reason, ...beforeAfter(was, { ...was, ...row, ...(names ? { names } : {}) }) }
    return {
      result: { id: source, version: next },
      subject: `source:${source}`,
      details,
      rows: { row, names: names ?? null },
    }
  })
}

async function requireParent(
  tx: Transaction,
  crisis: string | null,
  { source, parent }: { source: string; parent: string },
): Promise<void> {
  await requireServing(tx, 'source', crisis, [{ pointer: '/parent', id: parent }])
  if (!(await readWithin(tx, 'source', source)).has(parent)) return
  const message = 'A source cannot belong to itself.'
  throw new ServiceError('invalid', message, [{ pointer: '/parent', message }])
}
