import { z } from 'zod'
import type { Transaction } from '@/db/client'
import { newId } from '@/db/new-id'
import { readFigureIdentity } from '@/db/repositories/read-for-writing'
import { readStatement } from '@/db/repositories/read-statement'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import { writeFigureVersions } from '@/db/repositories/write-figures'
import { writeStatements } from '@/db/repositories/write-statements'
import type { Finding } from '@/domain/figure/figure'
import { type FigureEntry, figureEntrySchema, statementEntrySchema } from '@/domain/figure/figure-entry'
import type { Actor } from '@/domain/workflow/actor'
import type { Context } from '@/services/context'
import { buildFigures, type EntryStatement } from '@/services/entry/build-figures'
import { checkEntry, findInEntry } from '@/services/entry/check-entry'
import { requireCrisis } from '@/services/entry/require-crisis'
import { ServiceError } from '@/services/errors'
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
    const entered = await writeEntered(tx, crisis, { statement, entries, actor, ctx }, () =>
      writeStatements(tx, [{ ...statement, key: null }], crisis.id),
    )
    return { ...entered, rows: [statement, entered.rows] }
  })
}

export const figuresEntrySchema = z.object({
  crisis: statementEntrySchema.shape.crisis,
  /** The statement that says them. */
  statement: statementEntrySchema.shape.crisis,
  figures: z.array(figureEntrySchema).min(1).max(200),
})

/**
 * Enters further figures of a statement that was entered before, and submits them.
 * @throws ServiceError `forbidden`, `not-found` (no such statement), `invalid`
 */
export async function enterFigures({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof figuresEntrySchema>
}): Promise<EnteredStatement> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const { crisis: crisisId, statement: id, figures: entries } = parseInput(figuresEntrySchema, input)
  return await runUseCase({ ctx, actor, action: 'enter-figures', crisis: crisisId }, async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    const statement = await readStatement(tx, crisis.id, id)
    if (!statement) throw new ServiceError('not-found', 'There is no such statement.')
    return await writeEntered(tx, crisis, { statement, entries, actor, ctx })
  })
}

/**
 * A statement that is still being typed; with `statement`, further figures of one that was entered before; with `replaces`, the one figure is the next
 * version of that of the statement, and is not held against it.
 */
export const checkedStatementSchema = statementEntrySchema.extend({
  statement: statementEntrySchema.shape.crisis.nullable().default(null),
  replaces: statementEntrySchema.shape.crisis.nullable().default(null),
})

/**
 * What the guard rails find in a statement with its figures that is still being typed, grave findings too. Writes nothing.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (fields, quotes that are not in the text)
 */
export async function checkStatement({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof checkedStatementSchema>
}): Promise<{ figures: { findings: Finding[] }[] }> {
  requireRole(ctx, input.crisis, 'contributor', 'reviewer')
  const { replaces, ...parsed } = parseInput(checkedStatementSchema, input)
  const { crisis: crisisId, figures: entries, statement: id, ...spoken } = parsed
  return await ctx.db.transaction(async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    const statement = id === null ? { ...spoken, id: newId() } : await readStatement(tx, crisis.id, id)
    if (!statement) throw new ServiceError('not-found', 'There is no such statement.')
    const identity = replaces === null ? null : { id: replaces, version: 2, reason: '' }
    if (identity && (await readFigureIdentity(tx, crisis.id, identity.id))?.statementId !== statement.id) {
      throw new ServiceError('not-found', 'There is no such figure of this statement.')
    }
    const versions = await buildFigures(tx, crisis, {
      statement,
      entries: identity ? entries.slice(0, 1) : entries,
      ...(identity && { identity }),
    })
    const checked = await findInEntry(tx, crisis, versions, ctx)
    return { figures: checked.map(({ findings }) => ({ findings })) }
  })
}

async function writeEntered(
  tx: Transaction,
  crisis: CrisisForWriting,
  {
    statement,
    entries,
    actor,
    ctx,
  }: { statement: EntryStatement; entries: readonly FigureEntry[]; actor: Actor; ctx: Context },
  /** Runs once the figures are found good, before they are written. */
  first?: () => Promise<unknown>,
) {
  const versions = await buildFigures(tx, crisis, { statement, entries })
  const checked = await checkEntry(tx, crisis, versions, ctx)
  await first?.()
  await writeFigureVersions(tx, versions, { crisisId: crisis.id, authorId: actor.id, approverId: null })
  const result: EnteredStatement = {
    statement: statement.id,
    figures: checked.map(({ figure: { id, version }, findings }) => ({ id, version, findings })),
  }
  const subject = `statement:${statement.id}`
  return { result, subject, details: { figures: versions.length }, rows: versions as unknown }
}
