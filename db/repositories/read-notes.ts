import { asc, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { keepVisible } from '@/db/repositories/figure-visibility'
import { toAsOf } from '@/db/repositories/read-as-of'
import { hasVisibleCitation, loadCitations, versionKey } from '@/db/repositories/read-citations'
import { loadSources } from '@/db/repositories/read-names'
import { loadShownPlaces } from '@/db/repositories/read-shown-places'
import { type CrisisReading, isCleared, isInView, isKnown } from '@/db/repositories/read-visibility'
import { noteVersions } from '@/db/schema/notes'
import type { Note } from '@/domain/note/note'
import type { Instant } from '@/domain/time/instant'

/** Notes the reader may see, known and in view at the viewpoint. */
export function isNoteInLedger({ crisis, viewpoint }: CrisisReading): SQL {
  const { noteId: id, version } = noteVersions
  return sql`(${noteVersions.crisisId} = ${crisis.id} and ${isCleared(noteVersions, viewpoint)} and ${isKnown(noteVersions, viewpoint)} and ${isInView(noteVersions.asOfEnd, viewpoint)} and ${hasVisibleCitation('note', { crisisId: crisis.id, id, version }, viewpoint)})`
}

/** Notes, newest as-of first, undated ones last; and the hashes of the documents they cite. */
export async function loadNotes(
  db: Queryable,
  reading: CrisisReading,
  { where = sql`true`, limit }: { where?: SQL; limit?: number } = {},
): Promise<{ notes: Note[]; hashes: Record<string, string> }> {
  const query = db
    .select()
    .from(noteVersions)
    .where(sql`${isNoteInLedger(reading)} and ${where}`)
    .orderBy(sql`${noteVersions.asOfEnd} desc nulls last`, asc(noteVersions.noteId))
  return await completeNotes(db, reading, await (limit === undefined ? query : query.limit(limit)))
}

/** Versions of notes for people of the desk, whether anybody approved them or not, in order. */
export async function loadNoteVersions(db: Queryable, reading: CrisisReading, where: SQL): Promise<Note[]> {
  const rows = await db
    .select()
    .from(noteVersions)
    .where(sql`${noteVersions.crisisId} = ${reading.crisis.id} and ${where}`)
    .orderBy(asc(noteVersions.noteId), asc(noteVersions.version))
  return (await completeNotes(db, reading, rows, true)).notes
}

async function completeNotes(
  db: Queryable,
  reading: CrisisReading,
  rows: (typeof noteVersions.$inferSelect)[],
  isForDesk = false,
): Promise<{ notes: Note[]; hashes: Record<string, string> }> {
  const { crisis, viewpoint } = reading
  const [cited, sources, places, visible] = await Promise.all([
    loadCitations(
      db,
      'note',
      rows.map(({ noteId: id, version }) => ({ id, version })),
      viewpoint,
    ),
    loadSources(
      db,
      rows.map(({ saidById }) => saidById),
      viewpoint,
    ),
    loadShownPlaces(
      db,
      rows.flatMap(({ places }) => places.map(({ id }) => id)),
      reading,
    ),
    keepVisible(
      db,
      reading,
      rows.flatMap(({ figures }) => figures),
    ),
  ])
  const notes = rows.flatMap((row): Note[] => {
    const saidBy = sources.get(row.saidById)
    if (!saidBy) return []
    const { id, name, kind, party, reliability } = saidBy
    const isClosed = row.knownTo !== null && row.knownTo <= viewpoint.knownAt
    const hide = cited.hideNamesIn({ id: row.noteId, version: row.version })
    return [
      {
        id: row.noteId,
        version: row.version,
        crisis: crisis.slug,
        kind: row.kind,
        text: hide(row.text),
        saidBy: { id, name, kind, party, reliability },
        speaker: row.speaker,
        asOf: toAsOf(row.asOfStart, row.asOfEnd, row.asOfPrecision, row.asOfStated, row.asOfNote),
        places: row.places.map(({ role, id }) => ({ role, ...(places.get(id) ?? { id, name: id }) })),
        figures: row.figures.filter((figure) => isForDesk || visible.has(figure)),
        citations: cited.citations.get(versionKey({ id: row.noteId, version: row.version })) ?? [],
        sensitivity: row.sensitivity,
        state: 'approved',
        reason: hide(row.reason),
        knownFrom: row.knownFrom,
        knownTo: isClosed ? row.knownTo : null,
      },
    ]
  })
  return { notes, hashes: cited.hashes }
}

/** Notes after a place in the order of `loadNotes`. */
export function isNoteAfter(after: { asOfEnd: Instant | null; id: string } | null): SQL {
  if (after === null) return sql`true`
  const { asOfEnd, id } = after
  if (asOfEnd === null) return sql`(${noteVersions.asOfEnd} is null and ${noteVersions.noteId} > ${id})`
  return sql`(${noteVersions.asOfEnd} < ${asOfEnd}::timestamptz or ${noteVersions.asOfEnd} is null
    or (${noteVersions.asOfEnd} = ${asOfEnd}::timestamptz and ${noteVersions.noteId} > ${id}))`
}

/** The note with this id. */
export const isNote = (id: string): SQL => sql`${noteVersions.noteId} = ${id}`
