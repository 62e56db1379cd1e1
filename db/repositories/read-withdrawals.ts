import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { figureVersions } from '@/db/schema/figures'
import { people } from '@/db/schema/people'
import { workflowEvents } from '@/db/schema/workflow-events'
import type { Instant } from '@/domain/time/instant'

/** A withdrawn version that nobody has confirmed yet. */
export interface UnconfirmedWithdrawal {
  figure: string
  version: number
  reason: string
  withdrawnAt: Instant
  withdrawnBy: { id: string; name: string }
}

/** Whether a withdrawal was confirmed. */
export async function isWithdrawalConfirmed(
  db: Queryable,
  { figure, version }: { figure: string; version: number },
): Promise<boolean> {
  const rows = await db
    .select({ seq: workflowEvents.seq })
    .from(workflowEvents)
    .where(
      sql`${workflowEvents.subject} = 'figure' and ${workflowEvents.subjectId} = ${figure} and ${workflowEvents.version} = ${version} and ${workflowEvents.state} = 'withdrawal-confirmed'`,
    )
    .limit(1)
  return rows.length > 0
}

/** The withdrawals of a crisis made until an instant that nobody confirmed, oldest first. */
export async function loadUnconfirmedWithdrawals(
  db: Queryable,
  { crisisId, until }: { crisisId: string; until: Instant },
): Promise<UnconfirmedWithdrawal[]> {
  const rows = await db
    .select({
      figure: figureVersions.figureId,
      version: figureVersions.version,
      reason: figureVersions.closedReason,
      withdrawnAt: figureVersions.knownTo,
      by: { id: people.id, name: people.name },
    })
    .from(figureVersions)
    .innerJoin(people, eq(people.id, figureVersions.closerId))
    .where(
      sql`${figureVersions.crisisId} = ${crisisId} and ${figureVersions.closedBy} = 'withdrawn' and ${figureVersions.knownTo} <= ${until}::timestamptz
        and not exists (select 1 from ${workflowEvents} where ${workflowEvents.subject} = 'figure' and ${workflowEvents.subjectId} = ${figureVersions.figureId}
          and ${workflowEvents.version} = ${figureVersions.version} and ${workflowEvents.state} = 'withdrawal-confirmed')`,
    )
    .orderBy(asc(figureVersions.knownTo), asc(figureVersions.figureId))
  return rows.map(({ reason, withdrawnAt, by, ...row }) => ({
    ...row,
    reason: reason ?? '',
    withdrawnAt: withdrawnAt ?? '',
    withdrawnBy: by,
  }))
}
