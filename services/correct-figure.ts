import type { z } from 'zod'
import { lockVersions } from '@/db/repositories/change-versions'
import { readFigureIdentity } from '@/db/repositories/read-for-writing'
import { readStatement } from '@/db/repositories/read-statement'
import { writeFigureVersions } from '@/db/repositories/write-figures'
import type { Finding } from '@/domain/figure/figure'
import { figureEntrySchema } from '@/domain/figure/figure-entry'
import type { Context } from '@/services/context'
import { refuseWithdrawn } from '@/services/entry/approve-versions'
import { buildFigures } from '@/services/entry/build-figures'
import { checkEntry } from '@/services/entry/check-entry'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Enters the corrected content of a figure as its next version and submits it; the old one stands until `approveFigures`. `version` is the
 * one the person saw.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (a newer version exists, or it was withdrawn), `invalid`
 */
export async function correctFigure({
  ctx,
  input,
}: {
  ctx: Context
  input: { crisis: string; figure: string; version: number; reason: string; content: z.input<typeof figureEntrySchema> }
}): Promise<{ id: string; version: number; findings: Finding[] }> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const reason = requireReason(input.reason)
  const entry = parseInput(figureEntrySchema, input.content)
  return await runUseCase({ ctx, actor, action: 'correct-figure', crisis: input.crisis }, async (tx) => {
    const crisis = await requireCrisis(tx, input.crisis)
    const identity = await readFigureIdentity(tx, crisis.id, input.figure)
    const statement = identity && (await readStatement(tx, crisis.id, identity.statementId))
    if (!statement) throw new ServiceError('not-found', 'There is no such figure.')
    const versions = await lockVersions(tx, 'figure', crisis.id, input.figure)
    refuseWithdrawn(versions)
    const last = versions.at(-1)?.version ?? 0
    if (last !== input.version) {
      throw new ServiceError('conflict', `The figure has version ${last} by now: look at it before you correct it.`)
    }
    const next = { id: input.figure, version: last + 1, reason }
    const written = await buildFigures(tx, crisis, { statement, entries: [entry], identity: next })
    const [checked] = await checkEntry(tx, crisis, written, ctx.now().toISOString())
    await writeFigureVersions(tx, written, { crisisId: crisis.id, authorId: actor.id, approverId: null })
    return {
      result: { id: next.id, version: next.version, findings: checked?.findings ?? [] },
      subject: `figure:${next.id}`,
      details: { version: next.version, reason },
      rows: written,
    }
  })
}
