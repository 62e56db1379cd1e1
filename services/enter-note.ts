import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { readNoteToCorrect } from '@/db/repositories/read-versions'
import { writeNoteVersions } from '@/db/repositories/write-notes'
import { correctionTold } from '@/domain/audit/before-after'
import { type noteCorrectionSchema, noteEntrySchema } from '@/domain/figure/figure-entry'
import { toNoteEntry } from '@/domain/figure/to-entry'
import type { Context } from '@/services/context'
import { buildNote } from '@/services/entry/build-note'
import { nextVersion } from '@/services/entry/next-version'
import { requireCrisis } from '@/services/entry/require-crisis'
import { parseInput } from '@/services/parse-input'
import { requireReason } from '@/services/require-reason'
import { requireRole } from '@/services/require-role'
import { runUseCase } from '@/services/run-use-case'

/**
 * Enters a note with its citations and submits it.
 * @throws ServiceError `forbidden`, `not-found`, `invalid` (fields, quotes that are not in the text)
 */
export async function enterNote({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof noteEntrySchema>
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, input.crisis, 'contributor')
  const { crisis: crisisId, ...entry } = parseInput(noteEntrySchema, input)
  return await runUseCase({ ctx, actor, action: 'enter-note', crisis: crisisId }, async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    const written = await buildNote(tx, crisis, entry, { id: newId(), version: 1, reason: null })
    const { id, kind } = written.note
    await writeNoteVersions(tx, [written], { crisisId: crisis.id, authorId: actor.id, approverId: null })
    return { result: { id, version: 1 }, subject: `note:${id}`, details: { kind }, rows: written.note }
  })
}

/**
 * Enters the corrected content of a note as its next version and submits it: what `content` leaves out stays as it is. `version` is the one
 * the person saw.
 * @throws ServiceError `forbidden`, `not-found`, `conflict` (a newer version exists, or it was withdrawn), `invalid`
 */
export async function correctNote({
  ctx,
  input,
}: {
  ctx: Context
  input: {
    crisis: string
    note: string
    version: number
    reason: string
    content: Omit<z.input<typeof noteCorrectionSchema>, 'reason'>
  }
}): Promise<{ id: string; version: number }> {
  const actor = requireRole(ctx, input.crisis, 'contributor', 'reviewer')
  const reason = requireReason(input.reason)
  return await runUseCase({ ctx, actor, action: 'correct-note', crisis: input.crisis }, async (tx) => {
    const crisis = await requireCrisis(tx, input.crisis)
    const named = { crisis: crisis.id, id: input.note, version: input.version, reason }
    const next = await nextVersion(tx, 'note', named)
    const { note, embargoUntil } = await readNoteToCorrect(tx, crisis, { id: next.id, version: next.from })
    const was = { ...toNoteEntry(note), embargoUntil }
    const { crisis: _, ...entry } = parseInput(noteEntrySchema, { crisis: crisis.id, ...was, ...input.content })
    const written = await buildNote(tx, crisis, entry, next)
    await writeNoteVersions(tx, [written], { crisisId: crisis.id, authorId: actor.id, approverId: null })
    const { id, version } = next
    const details = { version, reason, ...correctionTold(was, entry) }
    return { result: { id, version }, subject: `note:${id}`, details, rows: written.note }
  })
}
