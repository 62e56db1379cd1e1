import type { z } from 'zod'
import { newId } from '@/db/new-id'
import { areFiguresOf, readNamed } from '@/db/repositories/read-for-writing'
import { writeNoteVersions } from '@/db/repositories/write-notes'
import { noteEntrySchema } from '@/domain/figure/figure-entry'
import type { Note } from '@/domain/note/note'
import { endByPublication } from '@/domain/time/publication'
import type { Context } from '@/services/context'
import { approveWaiting } from '@/services/entry/approve-versions'
import { citeDocuments } from '@/services/entry/cite-documents'
import { requireCrisis } from '@/services/entry/require-crisis'
import { type FieldError, ServiceError } from '@/services/errors'
import { parseInput } from '@/services/parse-input'
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
  const { crisis: crisisId, embargoUntil, ...entry } = parseInput(noteEntrySchema, input)
  return await runUseCase({ ctx, actor, action: 'enter-note', crisis: crisisId }, async (tx) => {
    const crisis = await requireCrisis(tx, crisisId)
    const errors: FieldError[] = []
    const [citations = []] = await citeDocuments(tx, crisis.id, [{ pointer: '', citations: entry.citations }], errors)
    const places = entry.places.map(({ id }) => id)
    const named = await readNamed(tx, crisis, { sources: [entry.saidBy], places, events: [] })
    const saidBy = named.sources.get(entry.saidBy)
    for (const [index, id] of places.entries()) {
      if (!named.places.has(id)) errors.push({ pointer: `/places/${index}`, message: 'There is no such place.' })
    }
    if (!(await areFiguresOf(tx, crisis.id, entry.figures))) {
      errors.push({ pointer: '/figures', message: 'The crisis has not all of these figures.' })
    }
    if (!saidBy) errors.push({ pointer: '/saidBy', message: 'There is no such source.' })
    if (errors.length > 0 || !saidBy) throw new ServiceError('invalid', 'Some fields cannot be used.', errors)
    const { id, name, kind, party, reliability } = saidBy
    const note: Note = {
      ...entry,
      id: newId(),
      version: 1,
      crisis: crisis.slug,
      saidBy: { id, name, kind, party, reliability },
      places: entry.places.map((place) => ({ ...place, name: named.places.get(place.id)?.name ?? place.id })),
      asOf: endByPublication(
        entry.asOf,
        citations.map(({ document }) => document.publishedAt),
      ),
      citations,
      state: 'submitted',
      reason: null,
      knownFrom: null,
      knownTo: null,
    }
    const by = { crisisId: crisis.id, authorId: actor.id, approverId: null }
    await writeNoteVersions(tx, [{ note, key: null, embargoUntil }], by)
    return { result: { id: note.id, version: 1 }, subject: `note:${note.id}`, details: { kind: note.kind }, rows: note }
  })
}

/**
 * Approves a note that waits.
 * @throws ServiceError `forbidden`, `not-found`, `conflict`, `invalid` (the approver is its author)
 */
export async function approveNote({
  ctx,
  input: { crisis, note, version },
}: {
  ctx: Context
  input: { crisis: string; note: string; version: number }
}): Promise<void> {
  const actor = requireRole(ctx, crisis, 'reviewer')
  await runUseCase({ ctx, actor, action: 'approve-note', crisis }, async (tx) => {
    await approveWaiting(tx, 'note', { crisis, id: note, version, approverId: actor.id })
    return { result: undefined, subject: `note:${note}`, details: { version }, rows: [note, version] }
  })
}
