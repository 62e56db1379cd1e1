import { newId } from '@/db/new-id'
import { closeVersion } from '@/db/repositories/change-versions'
import { writeOfficeCheck } from '@/db/repositories/write-checks'
import { writeFigureVersions } from '@/db/repositories/write-figures'
import { writeGrade } from '@/db/repositories/write-grades'
import { readScopeOfFigure, writeResolution } from '@/db/repositories/write-resolutions'
import { writeIndependence } from '@/db/repositories/write-sources'
import { writeWorkflow } from '@/db/repositories/write-workflow'
import type { Json } from '@/domain/canonical/canonical-json'
import type { DatasetFigure, DatasetStatement } from '@/domain/dataset/build-entries'
import type { Dataset } from '@/domain/dataset/dataset'
import type { Instant } from '@/domain/time/instant'
import { parseWhen } from '@/domain/time/local-time'
import type { Loading } from '@/services/loading/loading'

type Change = Dataset['changes'][number]
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** A figure as it stands while changes are applied in turn. */
interface Standing {
  written: DatasetFigure
  statement: DatasetStatement
  version: number
}

/** Applies what happened to entries later, in the order of its instants, each as the use case it was. */
export async function applyChanges(loading: Loading): Promise<void> {
  const { dataset } = loading
  const standing = new Map(
    dataset.statements.flatMap((statement) =>
      statement.figures.map((written): [string, Standing] => [written.key, { written, statement, version: 1 }]),
    ),
  )
  const changes = dataset.changes
    .map((change) => ({ change, at: parseWhen(change.at, dataset.crisis.timeZone).end }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const { change, at } of changes) {
    const rows = await applyChange(loading, standing, change, at)
    const { author, approver, tell } = loading
    const isApproved = change.kind === 'correct' || change.kind === 'resolve' || change.kind === 'grade'
    const { subject, details } = tellOf(change, loading)
    tell(isApproved ? approver : author, { action: actions[change.kind], subject, details: { ...details, at }, rows })
  }
}

const actions: Record<Change['kind'], string> = {
  correct: 'correct-figure',
  withdraw: 'withdraw-figure',
  resolve: 'record-resolution',
  grade: 'grade-source',
  independent: 'record-independence',
  'office-check': 'record-office-check',
}

function tellOf(change: Change, { ids }: Loading): { subject: string; details: { [key: string]: Json } } {
  switch (change.kind) {
    case 'grade':
      return { subject: `source:${ids.of('source', change.source)}`, details: { reason: change.reason } }
    case 'independent':
      return { subject: `source:${ids.of('source', change.a)}`, details: { reason: change.reason } }
    case 'office-check':
      return { subject: `figure:${ids.of('figure', change.figure)}`, details: { method: change.method } }
    case 'resolve':
      return {
        subject: `figure:${ids.of('figure', change.figure)}`,
        details: { rule: change.rule, reason: change.reason },
      }
    default:
      return { subject: `figure:${ids.of('figure', change.figure)}`, details: { reason: change.reason } }
  }
}

/** Writes one change; answers what the audit log digests. */
async function applyChange(
  loading: Loading,
  standing: Map<string, Standing>,
  change: Change,
  at: Instant,
): Promise<unknown> {
  const { tx, ids, author, approver } = loading
  const by = { crisisId: ids.crisis, authorId: author.id, approverId: approver.id }
  switch (change.kind) {
    case 'correct':
      return await correct(loading, standing, change, at)
    case 'withdraw':
      return await withdraw(loading, standing, change, at)
    case 'resolve': {
      const figureId = ids.of('figure', change.figure)
      const scopeId = await readScopeOfFigure(tx, { crisisId: ids.crisis, figureId })
      if (!scopeId) throw new Error(`Change to "${change.figure}": the figure is withdrawn and cannot be resolved for.`)
      const statementId = ids.ofMaybe('statement', change.statement)
      const { rule, reason } = change
      const resolution = { id: newId(), scopeId, figureId, statementId, rule, reason, knownFrom: at }
      await writeResolution(tx, resolution, by)
      return resolution
    }
    case 'grade': {
      const { reliability, reason } = change
      const grade = { id: newId(), sourceId: ids.of('source', change.source), reliability, reason, knownFrom: at }
      await writeGrade(tx, grade, by)
      return grade
    }
    case 'independent': {
      const pair = { a: ids.of('source', change.a), b: ids.of('source', change.b), reason: change.reason }
      await writeIndependence(tx, pair, { crisisId: ids.crisis, authorId: author.id, knownFrom: at })
      return pair
    }
    case 'office-check': {
      const check = { figureId: ids.of('figure', change.figure), method: change.method, by: change.by, at }
      await writeOfficeCheck(tx, check, by)
      return check
    }
  }
}

async function correct(
  { tx, ids, entries, author, approver }: Loading,
  standing: Map<string, Standing>,
  change: ChangeOf<'correct'>,
  at: Instant,
) {
  const now = stand(standing, change.figure)
  const written = { ...now.written, ...change.change, key: change.figure }
  const next = { ...now, written, version: now.version + 1 }
  const { reason } = change
  const figure = entries.buildFigure(written, now.statement, { version: next.version, reason, knownFrom: at })
  await closeVersion(
    tx,
    'figure',
    { id: figure.id, version: now.version },
    { by: 'corrected', reason, closerId: approver.id, at },
  )
  const version = { figure, key: change.figure, embargoUntil: null, acknowledged: change.change.acknowledged ?? [] }
  await writeFigureVersions(tx, [version], { crisisId: ids.crisis, authorId: author.id, approverId: approver.id })
  standing.set(change.figure, next)
  return version
}

async function withdraw(
  { tx, ids, author, approver }: Loading,
  standing: Map<string, Standing>,
  change: ChangeOf<'withdraw'>,
  at: Instant,
) {
  const { version } = stand(standing, change.figure)
  const id = ids.of('figure', change.figure)
  const closing = { by: 'withdrawn', reason: change.reason, closerId: author.id, at } as const
  await closeVersion(tx, 'figure', { id, version }, closing)
  const row = { subject: 'figure', subjectId: id, version, at } as const
  await writeWorkflow(
    tx,
    [
      { ...row, state: 'withdrawn', personId: author.id, comment: change.reason },
      { ...row, state: 'withdrawal-confirmed', personId: approver.id },
    ],
    ids.crisis,
  )
  standing.delete(change.figure)
  return { id, version, ...closing }
}

function stand(standing: Map<string, Standing>, key: string): Standing {
  const figure = standing.get(key)
  if (!figure) throw new Error(`Change to "${key}": the figure was withdrawn before.`)
  return figure
}
