import { z } from 'zod'
import { newId } from '@/db/new-id'
import { writeGrade } from '@/db/repositories/write-grades'
import { type NewSource, writeSources } from '@/db/repositories/write-sources'
import { datasetSourceSchema } from '@/domain/dataset/dataset'
import { grades } from '@/domain/figure/figure'
import type { Context } from '@/services/context'
import { requireServing } from '@/services/entry/require-serving'
import { parseInput } from '@/services/parse-input'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

const gradeSchema = z.object({
  reliability: z.enum(grades),
  reason: z.string().trim().min(1, 'Say why: it is kept and shown.').max(1000),
})

export const sourceSchema = z.object({
  /** The first is its name, the others are names in other languages. */
  names: z
    .array(z.object({ name: z.string().trim().min(1).max(300), language: z.string().trim().min(2).max(35) }))
    .min(1)
    .max(50),
  kind: datasetSourceSchema.shape.kind,
  parent: z.string().nullable(),
  /** The side it belongs to, or null. */
  party: z.string().max(80).nullable(),
})

/** A source that is new. `grade`: how reliable whoever adds it holds it to be; it holds once a second person approves it. */
export const newSourceSchema = sourceSchema.extend({ grade: gradeSchema.nullable().default(null) })

export const addSourcesSchema = z.object({
  /** Null: for all crises. */
  crisis: z.string().nullable(),
  sources: z.array(newSourceSchema).min(1).max(1000),
})

/**
 * Adds sources, not yet graded (F); a grade given with one waits for a second person. Answers their ids, in order. Whoever enters figures of a
 * crisis may add the sources that state them.
 * @throws ServiceError `forbidden`, `invalid`
 */
export async function addSources({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof addSourcesSchema>
}): Promise<{ ids: string[] }> {
  const actor = requireRole(
    ctx,
    input.crisis,
    ...(input.crisis === null ? [] : ['contributor' as const]),
    'administrator',
  )
  const { crisis, sources } = parseInput(addSourcesSchema, input)
  const rows = sources.map(({ grade: _, ...source }): NewSource => ({ ...source, id: newId(), key: null }))
  const proposed = sources.flatMap(({ grade }, index) =>
    grade ? [{ ...grade, id: newId(), sourceId: rows[index]?.id ?? '', knownFrom: null }] : [],
  )
  return await runUseCase({ ctx, actor, action: 'add-sources', crisis }, async (tx) => {
    await requireServing(
      tx,
      'source',
      crisis,
      rows.map(({ parent }, index) => ({ pointer: `/sources/${index}/parent`, id: parent })),
    )
    await writeSources(tx, rows, { crisisId: crisis, authorId: actor.id, knownFrom: null })
    for (const grade of proposed) await writeGrade(tx, grade, { authorId: actor.id, approverId: null })
    const ids = rows.map(({ id }) => id)
    return {
      result: { ids },
      subject: `source:${ids[0]}`,
      details: { count: ids.length, names: rows.map(({ names }) => names[0]?.name ?? '').slice(0, 20) },
      rows: [rows, proposed],
    }
  })
}
