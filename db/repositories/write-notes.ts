import type { Transaction } from '@/db/client'
import { asOfValues } from '@/db/repositories/as-of-values'
import { writeCitations } from '@/db/repositories/write-citations'
import type { WrittenBy } from '@/db/repositories/write-figures'
import { writeRows } from '@/db/repositories/write-rows'
import { enteredAndApproved, writeWorkflow } from '@/db/repositories/write-workflow'
import { notes, noteVersions } from '@/db/schema/notes'
import type { Note } from '@/domain/note/note'
import type { Instant } from '@/domain/time/instant'

export interface NewNoteVersion {
  note: Note
  key: string | null
  embargoUntil: Instant | null
}

/** Inserts note versions with their citations, and the notes themselves for first versions. */
export async function writeNoteVersions(
  tx: Transaction,
  versions: readonly NewNoteVersion[],
  by: WrittenBy,
): Promise<void> {
  const { crisisId, authorId, approverId } = by
  const written = versions.map(({ note }) => note)
  await writeRows(
    tx,
    notes,
    versions.filter(({ note }) => note.version === 1).map(({ note, key }) => ({ id: note.id, crisisId, key })),
  )
  await writeCitations(tx, 'noteId', written, crisisId)
  await writeRows(
    tx,
    noteVersions,
    versions.map(({ note, embargoUntil }) => ({
      noteId: note.id,
      version: note.version,
      crisisId,
      kind: note.kind,
      text: note.text,
      saidById: note.saidBy.id,
      speaker: note.speaker,
      ...asOfValues(note.asOf),
      places: note.places.map(({ role, id }) => ({ role, id })),
      figures: note.figures,
      sensitivity: note.sensitivity,
      embargoUntil,
      authorId,
      approverId,
      reason: note.reason,
      knownFrom: approverId === null ? null : note.knownFrom,
    })),
  )
  await writeWorkflow(
    tx,
    written.flatMap(({ id, version, knownFrom }) => enteredAndApproved('note', { id, version, at: knownFrom }, by)),
    crisisId,
  )
}
