import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { workflowEvents } from '@/db/schema/workflow-events'
import type { Versioned } from '@/domain/workflow/waiting'

/** Whether a withdrawal was confirmed. */
export async function isWithdrawalConfirmed(
  db: Queryable,
  { kind, id, version }: { kind: Versioned; id: string; version: number },
): Promise<boolean> {
  const rows = await db
    .select({ seq: workflowEvents.seq })
    .from(workflowEvents)
    .where(
      sql`${workflowEvents.subject} = ${kind} and ${workflowEvents.subjectId} = ${id} and ${workflowEvents.version} = ${version} and ${workflowEvents.state} = 'withdrawal-confirmed'`,
    )
    .limit(1)
  return rows.length > 0
}

/** SQL: versions of figures, notes and disputes that were withdrawn and not confirmed, each with its kind. */
export const unconfirmedVersions = sql`
  select withdrawn.* from (
    select 'figure' as kind, figure_id as id, version, crisis_id, author_id, closer_id, closed_reason, known_to from figure_versions where known_to is not null and closed_by = 'withdrawn'
    union all
    select 'note', note_id, version, crisis_id, author_id, closer_id, closed_reason, known_to from note_versions where known_to is not null and closed_by = 'withdrawn'
    union all
    select 'dispute', dispute_id, version, crisis_id, author_id, closer_id, closed_reason, known_to from dispute_versions where known_to is not null and closed_by = 'withdrawn'
  ) as withdrawn
  where not exists (select from workflow_events as confirmed where confirmed.subject = withdrawn.kind
    and confirmed.subject_id = withdrawn.id and confirmed.version = withdrawn.version and confirmed.state = 'withdrawal-confirmed')`
