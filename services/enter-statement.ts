import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { writeFigureVersions } from '@/db/repositories/write-figures'
import { writeStatements } from '@/db/repositories/write-statements'
import type { Finding } from '@/domain/figure/figure'
import { statementEntrySchema } from '@/domain/figure/figure-entry'
import type { Context } from '@/services/context'
import { buildFigures } from '@/services/entry/build-figures'
import { checkEntry } from '@/services/entry/check-entry'
import { requireCrisis } from '@/services/entry/require-crisis'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

export interface EnteredStatement {
  statement: string
  figures: { id: string; version: number; findings: Finding[] }[]
}

/**
 * Enters one statement with its figures and their citations, and submits them for approval. Findings that are not grave come back with the
 * figures.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (fields, quotes that are not in the text, grave findings)
 */
export async function enterStatement({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof statementEntrySchema>
}): Promise<EnteredStatement> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const { crisis: crisisId, figures: entries, ...spoken } = parseInput(statementEntrySchema, input)
  return await runUseCase({ ctx, actor, action: 'enter-statement', crisis: crisisId }, async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    const statement = { ...spoken, id: newId() }
    const versions = await buildFigures(tx, crisis, { statement, entries })
    const checked = await checkEntry(tx, crisis, versions, ctx.now().toISOString())
    await writeStatements(tx, [{ ...statement, key: null }], crisis.id)
    await writeFigureVersions(tx, versions, { crisisId: crisis.id, authorId: actor.id, approverId: null })
    return {
      result: {
        statement: statement.id,
        figures: checked.map(({ figure: { id, version }, findings }) => ({ id, version, findings })),
      },
      subject: `statement:${statement.id}`,
      details: { figures: versions.length },
      rows: [statement, versions],
    }
  })
}
