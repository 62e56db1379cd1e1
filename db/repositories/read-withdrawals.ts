import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { workflowEvents } from '@/db/schema/workflow-events'
import type { Instant } from '@/domain/time/instant'
import type { Versioned } from '@/domain/workflow/waiting'

/** A withdrawn version that nobody has confirmed yet. */
export interface UnconfirmedWithdrawal {
  kind: Versioned
  id: string
  version: number
  reason: string
  withdrawnAt: Instant
  withdrawnBy: { id: string; name: string }
}

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

/** The withdrawals of a crisis made until an instant that nobody confirmed, oldest first. */
export async function loadUnconfirmedWithdrawals(
  db: Queryable,
  { crisisId, until }: { crisisId: string; until: Instant },
): Promise<UnconfirmedWithdrawal[]> {
  const rows = await db.execute<{
    kind: Versioned
    id: string
    version: number
    reason: string
    at: string
    by: string
    name: string
  }>(sql`
    select open.kind, open.id, open.version, open.closed_reason as reason, open.known_to as at, people.id as by, people.name
    from (${unconfirmedVersions}) as open join people on people.id = open.closer_id
    where open.crisis_id = ${crisisId} and open.known_to <= ${until}::timestamptz
    order by open.known_to, open.id`)
  return [...rows].map(({ at, by, name, ...row }) => ({
    ...row,
    withdrawnAt: new Date(at).toISOString(),
    withdrawnBy: { id: by, name },
  }))
}
