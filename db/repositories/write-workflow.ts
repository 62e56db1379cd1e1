import type { Transaction } from '@/db/client'
import { writeRows } from '@/db/repositories/write-rows'
import { workflowEvents } from '@/db/schema/workflow-events'
import type { Instant } from '@/domain/time/instant'
import type { WorkflowState, WorkflowSubject } from '@/domain/workflow/workflow-state'

export interface NewWorkflowEvent {
  subject: WorkflowSubject
  subjectId: string
  version: number
  state: WorkflowState
  personId: string
  comment?: string
  field?: string
  /** Kept while loading a reconstruction; otherwise the database's clock. */
  at?: Instant | null
}

/** Appends what became of versions, in order. */
export async function writeWorkflow(
  tx: Transaction,
  events: readonly NewWorkflowEvent[],
  crisisId: string | null,
): Promise<void> {
  const now = new Date().toISOString()
  await writeRows(
    tx,
    workflowEvents,
    events.map(({ at, comment = null, field = null, ...event }) => ({
      ...event,
      comment,
      field,
      crisisId,
      at: at ?? now,
    })),
  )
}

/** The rows of a version that was entered by one person and, where there is one, approved by another. */
export function enteredAndApproved(
  subject: WorkflowSubject,
  { id, version, at }: { id: string; version: number; at: Instant | null },
  { authorId, approverId }: { authorId: string; approverId: string | null },
): NewWorkflowEvent[] {
  const row = { subject, subjectId: id, version, at }
  const entered: NewWorkflowEvent[] = [
    { ...row, state: 'draft', personId: authorId },
    { ...row, state: 'submitted', personId: authorId },
  ]
  return approverId === null ? entered : [...entered, { ...row, state: 'approved', personId: approverId }]
}
