import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadDisputeVersions } from '@/db/repositories/read-disputes'
import { loadFigures } from '@/db/repositories/read-figures'
import { everything } from '@/db/repositories/read-for-writing'
import { loadNoteVersions } from '@/db/repositories/read-notes'
import type { CrisisReading } from '@/db/repositories/read-visibility'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { figureVersions } from '@/db/schema/figures'
import { noteVersions } from '@/db/schema/notes'
import type { Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'
import type { Instant } from '@/domain/time/instant'

/*
 * Versions with all that people of the desk may see: whether anybody approved them or not, embargoed and internal ones too. Never for
 * anybody else; whoever calls has asked for the role.
 */

interface NamedVersion {
  id: string
  version: number
}

type DeskCrisis = CrisisReading['crisis']

/** Versions of figures, by id and version. */
export async function loadFiguresForDesk(
  db: Queryable,
  crisis: DeskCrisis,
  wanted: readonly NamedVersion[],
): Promise<Figure[]> {
  if (wanted.length === 0) return []
  const where = sql`${figureVersions.crisisId} = ${crisis.id} and (${figureVersions.figureId}, ${figureVersions.version}) in ${pairs(wanted)}`
  return (await loadFigures(db, { crisis, viewpoint: everything }, { where, isForDesk: true })).figures
}

/** Versions of notes, by id and version. */
export async function loadNotesForDesk(
  db: Queryable,
  crisis: DeskCrisis,
  wanted: readonly NamedVersion[],
): Promise<Note[]> {
  if (wanted.length === 0) return []
  const where = sql`(${noteVersions.noteId}, ${noteVersions.version}) in ${pairs(wanted)}`
  return await loadNoteVersions(db, { crisis, viewpoint: everything }, where)
}

/** Versions of disputes, by id and version. */
export async function loadDisputesForDesk(
  db: Queryable,
  crisis: DeskCrisis,
  wanted: readonly NamedVersion[],
): Promise<Dispute[]> {
  if (wanted.length === 0) return []
  const where = sql`(${disputeVersions.disputeId}, ${disputeVersions.version}) in ${pairs(wanted)}`
  return await loadDisputeVersions(db, { crisis, viewpoint: everything }, where)
}

/** Every version of a figure, the first one first. */
export async function loadAllOfFigure(db: Queryable, crisis: DeskCrisis, id: string): Promise<Figure[]> {
  const where = sql`${figureVersions.crisisId} = ${crisis.id} and ${figureVersions.figureId} = ${id}`
  return (await loadFigures(db, { crisis, viewpoint: everything }, { where, isForDesk: true })).figures
}

/** Every version of a note, the first one first. */
export async function loadAllOfNote(db: Queryable, crisis: DeskCrisis, id: string): Promise<Note[]> {
  return await loadNoteVersions(db, { crisis, viewpoint: everything }, sql`${noteVersions.noteId} = ${id}`)
}

/** Every version of a dispute, the first one first. */
export async function loadAllOfDispute(db: Queryable, crisis: DeskCrisis, id: string): Promise<Dispute[]> {
  return await loadDisputeVersions(db, { crisis, viewpoint: everything }, sql`${disputeVersions.disputeId} = ${id}`)
}

/** Every version of every dispute of a figure, in order. */
export async function loadAllDisputesOf(db: Queryable, crisis: DeskCrisis, figure: string): Promise<Dispute[]> {
  return await loadDisputeVersions(db, { crisis, viewpoint: everything }, sql`${disputes.figureId} = ${figure}`)
}

/** A version of a figure that a correction starts from, with its embargo. */
export async function readFigureToCorrect(
  db: Queryable,
  crisis: DeskCrisis,
  named: NamedVersion,
): Promise<{ figure: Figure; embargoUntil: Instant | null }> {
  const [figure] = await loadFiguresForDesk(db, crisis, [named])
  const [row] = await db
    .select({ embargoUntil: figureVersions.embargoUntil })
    .from(figureVersions)
    .where(sql`${figureVersions.figureId} = ${named.id} and ${figureVersions.version} = ${named.version}`)
  return { figure: there(figure), embargoUntil: row?.embargoUntil ?? null }
}

/** A version of a note that a correction starts from, with its embargo. */
export async function readNoteToCorrect(
  db: Queryable,
  crisis: DeskCrisis,
  named: NamedVersion,
): Promise<{ note: Note; embargoUntil: Instant | null }> {
  const [note] = await loadNotesForDesk(db, crisis, [named])
  const [row] = await db
    .select({ embargoUntil: noteVersions.embargoUntil })
    .from(noteVersions)
    .where(sql`${noteVersions.noteId} = ${named.id} and ${noteVersions.version} = ${named.version}`)
  return { note: there(note), embargoUntil: row?.embargoUntil ?? null }
}

/** A version of a dispute that a correction starts from. */
export async function readDisputeToCorrect(db: Queryable, crisis: DeskCrisis, named: NamedVersion): Promise<Dispute> {
  const [dispute] = await loadDisputesForDesk(db, crisis, [named])
  return there(dispute)
}

function there<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A version that was locked a moment ago is not there.')
  return row
}

const pairs = (wanted: readonly NamedVersion[]) =>
  sql`(${sql.join(
    wanted.map(({ id, version }) => sql`(${id}::text, ${version}::int)`),
    sql`, `,
  )})`
