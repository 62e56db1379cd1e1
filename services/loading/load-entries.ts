import { writeDisputeVersions } from '@/db/repositories/write-disputes'
import { type NewFigureVersion, writeFigureVersions } from '@/db/repositories/write-figures'
import { writeNoteVersions } from '@/db/repositories/write-notes'
import { type NewStatement, writeStatements } from '@/db/repositories/write-statements'
import { prepareChecks } from '@/domain/checks/check-ground'
import { readInterval } from '@/domain/dataset/dataset-times'
import { codelist } from '@/domain/indicator/codelist'
import { checkFigures } from '@/services/check-figures'
import type { Loading } from '@/services/loading/loading'

/** Statements with their figures, checked against one another, approved at once. Answers how many figures there are. */
export async function loadFigures(loading: Loading): Promise<number> {
  const { tx, dataset, ids, entries, now, author, approver, tell } = loading
  const zone = dataset.crisis.timeZone
  const statements = dataset.statements.map(
    ({ key, claimant, speaker, occasion, saidAt }): NewStatement => ({
      id: ids.of('statement', key),
      key,
      claimant: ids.of('source', claimant),
      speaker,
      occasion,
      saidAt: saidAt === null ? null : readInterval(saidAt, zone, { stated: true, note: null }),
    }),
  )
  await writeStatements(tx, statements, ids.crisis)
  const versions = dataset.statements.flatMap((statement) =>
    statement.figures.map(
      (figure): NewFigureVersion => ({
        figure: entries.buildFigure(figure, statement),
        key: figure.key,
        embargoUntil: null,
        acknowledged: figure.acknowledged,
      }),
    ),
  )
  const figures = versions.map(({ figure }) => figure)
  const places = dataset.places.map(({ key }) => ids.of('place', key))
  checkFigures(figures, prepareChecks(figures, { now, indicators: codelist, places }))
  await writeFigureVersions(tx, versions, { crisisId: ids.crisis, authorId: author.id, approverId: approver.id })
  const details = { statements: statements.length, figures: figures.length }
  const subject = `crisis:${ids.crisis}`
  tell(author, { action: 'enter-statements', subject, details, rows: [statements, versions] })
  tell(approver, { action: 'approve-figures', subject, details, rows: figures.map(({ id, version }) => [id, version]) })
  return figures.length
}

/** Notes and disputes, approved at once. */
export async function loadNotesAndDisputes({
  tx,
  dataset,
  ids,
  entries,
  author,
  approver,
  tell,
}: Loading): Promise<void> {
  const by = { crisisId: ids.crisis, authorId: author.id, approverId: approver.id }
  const subject = `crisis:${ids.crisis}`
  const notes = dataset.notes.map((note) => ({ note: entries.buildNote(note), key: note.key, embargoUntil: null }))
  await writeNoteVersions(tx, notes, by)
  tell(author, { action: 'enter-notes', subject, details: { count: notes.length }, rows: notes })
  tell(approver, {
    action: 'approve-notes',
    subject,
    details: { count: notes.length },
    rows: notes.map(({ note }) => note.id),
  })
  const disputes = dataset.disputes.map((dispute) => ({
    dispute: entries.buildDispute(dispute),
    key: dispute.key,
  }))
  await writeDisputeVersions(tx, disputes, by)
  tell(author, { action: 'enter-disputes', subject, details: { count: disputes.length }, rows: disputes })
  tell(approver, {
    action: 'approve-disputes',
    subject,
    details: { count: disputes.length },
    rows: disputes.map(({ dispute }) => dispute.id),
  })
}
