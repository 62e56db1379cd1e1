import type { z } from 'zod'
import { readFigureIdentity } from '@/db/repositories/read-for-writing'
import { readStatement } from '@/db/repositories/read-statement'
import { readFigureToCorrect } from '@/db/repositories/read-versions'
import { writeFigureVersions } from '@/db/repositories/write-figures'
import { correctionTold } from '@/domain/audit/before-after'
import type { Finding } from '@/domain/figure/figure'
import { type figureCorrectionSchema, figureEntrySchema } from '@/domain/figure/figure-entry'
import { toFigureEntry } from '@/domain/figure/to-entry'
import type { Context } from '@/services/context'
import { buildFigures } from '@/services/entry/build-figures'
import { checkEntry } from '@/services/entry/check-entry'
import { nextVersion } from '@/services/entry/next-version'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Enters the corrected content of a figure as its next version and submits it: what `content` leaves out stays as it is. A known version
 * stands until `approveVersions`; a wording that waits or was returned is replaced, and whoever mends it becomes an author. `version` is
 * the one the person saw.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (a newer version exists, or it was withdrawn), `invalid`
 */
export async function correctFigure({
  ctx,
  input,
}: {
  ctx: Context
  input: {
    crisis: string
    figure: string
    version: number
    reason: string
    content: Omit<z.input<typeof figureCorrectionSchema>, 'reason'>
  }
}): Promise<{ id: string; version: number; findings: Finding[] }> {
  const actor = requireRole(ctx, input.crisis, 'contributor', 'reviewer')
  const reason = requireReason(input.reason)
  return await runUseCase({ ctx, actor, action: 'correct-figure', crisis: input.crisis }, async (tx) => {
    const crisis = await requireCrisis(tx, input.crisis)
    const identity = await readFigureIdentity(tx, crisis.id, input.figure)
    const statement = identity && (await readStatement(tx, crisis.id, identity.statementId))
    if (!statement) throw new ServiceError('not-found', 'There is no such figure.')
    const named = { crisis: crisis.id, id: input.figure, version: input.version, reason }
    const next = await nextVersion(tx, 'figure', named)
    const { figure, embargoUntil } = await readFigureToCorrect(tx, crisis, { id: next.id, version: next.from })
    const was = { ...toFigureEntry(figure), embargoUntil }
    const entry = parseInput(figureEntrySchema, { ...was, ...input.content })
    if (entry.partOf === next.id) {
      throw new ServiceError('invalid', 'Some fields cannot be used.', [
        { pointer: '/partOf', message: 'A figure is no part of itself.' },
      ])
    }
    const written = await buildFigures(tx, crisis, { statement, entries: [entry], identity: next })
    const [checked] = await checkEntry(tx, crisis, written, ctx).catch(throwOfOne)
    await writeFigureVersions(tx, written, { crisisId: crisis.id, authorId: actor.id, approverId: null })
    return {
      result: { id: next.id, version: next.version, findings: checked?.findings ?? [] },
      subject: `figure:${next.id}`,
      details: { version: next.version, reason, ...correctionTold(was, entry) },
      rows: written,
    }
  })
}

/** The checks name figures by their place in a statement; here is but one. */
function throwOfOne(error: unknown): never {
  if (!(error instanceof ServiceError)) throw error
  const errors = error.errors.map(({ pointer, message }) => ({
    pointer: pointer.replace(/^\/figures\/0/, ''),
    message,
  }))
  throw new ServiceError(error.code, error.message, errors)
}
