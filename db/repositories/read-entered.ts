import { asc, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { loadFigures } from '@/db/repositories/read-figures'
import { loadSources } from '@/db/repositories/read-names'
import type { CrisisReading } from '@/db/repositories/read-visibility'
import { citations } from '@/db/schema/citations'
import { disputes, disputeVersions } from '@/db/schema/disputes'
import { figures, figureVersions } from '@/db/schema/figures'
import { noteVersions } from '@/db/schema/notes'
import type { EnteredFromDocument, EntryState } from '@/domain/entry/entered'
import type { WorkflowSubject } from '@/domain/workflow/workflow-state'

const isCited = (owner: SQL, version: unknown, documentId: string) =>
  sql`exists (select 1 from ${citations} where ${citations.documentId} = ${documentId} and ${owner} and ${citations.version} = ${version})`

/** The newest version of each figure, note and dispute that cites the document, whatever became of it. */
export async function loadEnteredFrom(
  db: Queryable,
  reading: CrisisReading,
  documentId: string,
): Promise<EnteredFromDocument> {
  const [loaded, notes, denials] = await Promise.all([
    loadFigures(db, reading, {
      where: sql`${figureVersions.crisisId} = ${reading.crisis.id} and not exists (select from figure_versions as later
          where later.figure_id = ${figureVersions.figureId} and later.version > ${figureVersions.version})
        and ${isCited(sql`${citations.figureId} = ${figureVersions.figureId}`, figureVersions.version, documentId)}`,
      order: [asc(figures.statementId), asc(figureVersions.figureId)],
      isForDesk: true,
    }),
    loadNotes(db, reading, documentId),
    loadDenials(db, reading, documentId),
  ])
  const states = await loadStates(db, [
    ...loaded.figures.map(({ id, version }) => ({ subject: 'figure' as const, id, version })),
    ...notes.map(({ id, version }) => ({ subject: 'note' as const, id, version })),
    ...denials.map(({ id, version }) => ({ subject: 'dispute' as const, id, version })),
  ])
  const stateOf = (id: string) => states.get(id) ?? { state: 'submitted' as const, comment: null, field: null }
  return {
    figures: loaded.figures.map((figure) => ({ ...figure, ...stateOf(figure.id) })),
    notes: notes.map((note) => ({ ...note, ...stateOf(note.id) })),
    disputes: denials.map((denial) => ({ ...denial, ...stateOf(denial.id) })),
  }
}

const quoted = { quote: citations.quote, start: citations.quoteStart, end: citations.quoteEnd }

async function loadNotes(db: Queryable, { crisis }: CrisisReading, documentId: string) {
  const { noteId: id, version, kind, text } = noteVersions
  const rows = await db
    .selectDistinctOn([id], { id, version, kind, text, ...quoted })
    .from(noteVersions)
    .innerJoin(citations, sql`${citations.noteId} = ${id} and ${citations.version} = ${version}`)
    .where(sql`${noteVersions.crisisId} = ${crisis.id} and ${citations.documentId} = ${documentId}`)
    .orderBy(asc(id), sql`${version} desc`, asc(citations.position))
  return rows.map(({ start, end, ...row }) => ({ ...row, position: spanOf(start, end) }))
}

async function loadDenials(db: Queryable, { crisis, viewpoint }: CrisisReading, documentId: string) {
  const { disputeId: id, version, aspect, words, byId } = disputeVersions
  const rows = await db
    .selectDistinctOn([id], { id, version, figure: disputes.figureId, aspect, words, byId, ...quoted })
    .from(disputeVersions)
    .innerJoin(disputes, sql`${disputes.id} = ${id}`)
    .innerJoin(citations, sql`${citations.disputeId} = ${id} and ${citations.version} = ${version}`)
    .where(sql`${disputes.crisisId} = ${crisis.id} and ${citations.documentId} = ${documentId}`)
    .orderBy(asc(id), sql`${version} desc`, asc(citations.position))
  const sources = await loadSources(
    db,
    rows.map((row) => row.byId),
    viewpoint,
  )
  return rows.map(({ start, end, byId, ...row }) => ({
    ...row,
    by: sources.get(byId)?.name ?? byId,
    position: spanOf(start, end),
  }))
}

const spanOf = (start: number | null, end: number | null) => (start === null || end === null ? null : { start, end })

const shown: Record<string, EntryState['state']> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  withdrawn: 'withdrawn',
  'withdrawal-confirmed': 'withdrawn',
}

/** The last state of each version, by its object's id. */
async function loadStates(
  db: Queryable,
  versions: readonly { subject: WorkflowSubject; id: string; version: number }[],
): Promise<Map<string, EntryState>> {
  if (versions.length === 0) return new Map()
  const wanted = JSON.stringify(versions)
  const rows = await db.execute<{ id: string; state: string; comment: string | null; field: string | null }>(sql`
    select distinct on (wanted.id) wanted.id, event.state, event.comment, event.field
    from jsonb_to_recordset(${wanted}::text::jsonb) as wanted(subject text, id text, version int)
    join workflow_events as event
      on event.subject = wanted.subject and event.subject_id = wanted.id and event.version = wanted.version
    order by wanted.id, event.seq desc`)
  return new Map(
    [...rows].map(({ id, state, comment, field }) => [
      id,
      {
        state: shown[state] ?? 'approved',
        comment: state === 'returned' ? comment : null,
        field: state === 'returned' ? field : null,
      },
    ]),
  )
}
