import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Instant } from '@/domain/time/instant'
import type { Decided, Versioned } from '@/domain/workflow/waiting'
import type { WorkflowState } from '@/domain/workflow/workflow-state'

const tables = {
  figure: { versions: sql.raw('figure_versions'), id: sql.raw('figure_id'), version: sql.raw('version') },
  note: { versions: sql.raw('note_versions'), id: sql.raw('note_id'), version: sql.raw('version') },
  dispute: { versions: sql.raw('dispute_versions'), id: sql.raw('dispute_id'), version: sql.raw('version') },
  // A decision is one version under an id of its own.
  resolution: { versions: sql.raw('resolutions'), id: sql.raw('id'), version: sql.raw('1') },
  grade: { versions: sql.raw('source_grades'), id: sql.raw('id'), version: sql.raw('1') },
} as const satisfies Record<Versioned | Decided, unknown>

/** Where a version stands. */
export interface VersionState {
  version: number
  authorId: string
  reason: string | null
  isApproved: boolean
  isClosed: boolean
  /** What last became of it. */
  state: WorkflowState
  /** Who withdrew it; null where nobody did. */
  withdrawnBy: string | null
}

/**
 * Every version of one thing, oldest first, locked until the transaction ends. Empty where the crisis has none (null: where it belongs to
 * whichever).
 */
export async function lockVersions(
  tx: Transaction,
  kind: Versioned | Decided,
  crisisId: string | null,
  id: string,
): Promise<VersionState[]> {
  const { versions, id: column, version } = tables[kind]
  const isOfCrisis = crisisId === null ? sql`true` : sql`crisis_id = ${crisisId}`
  const rows = await tx.execute<{
    version: number
    author_id: string
    reason: string | null
    is_approved: boolean
    is_closed: boolean
    withdrawn_by: string | null
    state: WorkflowState
  }>(
    sql`select ${version} as version, author_id, reason, known_from is not null as is_approved, known_to is not null as is_closed,
      case closed_by when 'withdrawn' then closer_id end as withdrawn_by,
      coalesce((select event.state from workflow_events as event where event.subject = ${kind} and event.subject_id = ${id}
        and event.version = ${version} order by event.seq desc limit 1), 'submitted') as state
      from ${versions} where ${column} = ${id} and ${isOfCrisis} order by 1 for update`,
  )
  return rows.map((row) => ({
    version: row.version,
    authorId: row.author_id,
    reason: row.reason,
    isApproved: row.is_approved,
    isClosed: row.is_closed,
    withdrawnBy: row.withdrawn_by,
    state: row.state,
  }))
}

/** Approves a version that was entered; the database sets the instant. */
export async function approveVersion(
  tx: Transaction,
  kind: Versioned,
  id: string,
  { version, approverId }: { version: number; approverId: string },
): Promise<void> {
  const { versions, id: column } = tables[kind]
  await tx.execute(
    sql`update ${versions} set approver_id = ${approverId} where ${column} = ${id} and version = ${version}`,
  )
}

export interface Closing {
  by: 'corrected' | 'withdrawn'
  reason: string
  closerId: string
  /** Kept while loading a reconstruction; otherwise the database's clock. */
  at: Instant | null
}

/** Closes a version that is known. One that is corrected needs its successor in the same transaction. */
export async function closeVersion(
  tx: Transaction,
  kind: Versioned,
  { id, version }: { id: string; version: number },
  closing: Closing,
): Promise<void> {
  const { versions, id: column } = tables[kind]
  await close(tx, versions, sql`${column} = ${id} and version = ${version}`, closing)
}

/** Closes the check of a figure that holds, if there is one. */
export async function closeCheck(tx: Transaction, figureId: string, closing: Closing): Promise<void> {
  await close(tx, sql`figure_checks`, sql`figure_id = ${figureId} and known_to is null`, closing)
}

/** Closes the grade of a source that holds, if there is one. */
export async function closeGrade(tx: Transaction, sourceId: string, closing: Closing): Promise<void> {
  await close(
    tx,
    sql`source_grades`,
    sql`source_id = ${sourceId} and known_from is not null and known_to is null`,
    closing,
  )
}

/** Closes the resolution that holds for a scope, or for one statement in it, if there is one. */
export async function closeResolution(
  tx: Transaction,
  { scopeId, statementId }: { scopeId: string; statementId: string | null },
  closing: Closing,
): Promise<void> {
  const where = sql`scope_id = ${scopeId} and statement_id is not distinct from ${statementId} and known_from is not null and known_to is null`
  await close(tx, sql`resolutions`, where, closing)
}

async function close(tx: Transaction, table: SQL, where: SQL, { by, reason, closerId, at }: Closing) {
  await tx.execute(sql`update ${table}
    set known_to = coalesce(${at}::timestamptz, ledger_clock()), closed_by = ${by}, closed_reason = ${reason}, closer_id = ${closerId}
    where ${where}`)
}
