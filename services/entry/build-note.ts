import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { areFiguresOf, readNamed } from '@/db/repositories/read-for-writing'
import type { CrisisForWriting } from '@/db/repositories/write-crisis'
import type { NewNoteVersion } from '@/db/repositories/write-notes'
import type { noteEntrySchema } from '@/domain/figure/figure-entry'
import { endByPublication } from '@/domain/time/publication'
import type { EntryIdentity } from '@/services/entry/build-figures'
import { citeDocuments } from '@/services/entry/cite-documents'
import { type FieldError, ServiceError } from '@/services/errors'

/**
 * A note as the ledger keeps it: names looked up, quotes found, an as-of never ending after the publication.
 * @throws ServiceError `invalid` that names every field
 */
export async function buildNote(
  tx: Transaction,
  crisis: CrisisForWriting,
  { embargoUntil, ...entry }: Omit<z.infer<typeof noteEntrySchema>, 'crisis'>,
  { id: noteId, version, reason }: Omit<EntryIdentity, 'reason'> & { reason: string | null },
): Promise<NewNoteVersion> {
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
  const note: NewNoteVersion['note'] = {
    ...entry,
    id: noteId,
    version,
    crisis: crisis.slug,
    saidBy: { id, name, kind, party, reliability },
    places: entry.places.map((place) => ({ ...place, name: named.places.get(place.id)?.name ?? place.id })),
    asOf: endByPublication(
      entry.asOf,
      citations.map(({ document }) => document.publishedAt),
    ),
    citations,
    state: 'submitted',
    reason,
    knownFrom: null,
    knownTo: null,
  }
  return { note, key: null, embargoUntil }
}
