import { desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { auditLog } from '@/db/schema/audit-log'
import { crises } from '@/db/schema/crises'
import type { ActFilter, ListedAct } from '@/domain/audit/listed-act'

/** The acts that may be read: of these crises, or (null) all. */
export type ReadableCrises = readonly string[] | null

const isReadable = (readable: ReadableCrises) =>
  readable === null ? sql`true` : sql`${auditLog.crisisId} = any(${textArray(readable)})`

/** Acts before `before` (null: from the newest), newest first. */
export async function loadActs(
  db: Queryable,
  readable: ReadableCrises,
  { filter, before, limit }: { filter: ActFilter; before: number | null; limit: number },
): Promise<ListedAct[]> {
  const { person, action, crisis, from, to } = filter
  const conditions = [
    isReadable(readable),
    ...(before === null ? [] : [sql`${auditLog.seq} < ${before}`]),
    ...(person === undefined ? [] : [sql`${auditLog.actorId} = ${person}`]),
    ...(action === undefined ? [] : [sql`${auditLog.action} = ${action}`]),
    ...(crisis === undefined ? [] : [sql`${crises.slug} = ${crisis}`]),
    ...(from === undefined ? [] : [sql`${auditLog.at} >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`${auditLog.at} <= ${to}::timestamptz`]),
  ]
  const rows = await db
    .select({ row: auditLog, slug: crises.slug, title: crises.title })
    .from(auditLog)
    .leftJoin(crises, eq(crises.id, auditLog.crisisId))
    .where(sql.join(conditions, sql` and `))
    .orderBy(desc(auditLog.seq))
    .limit(limit)
  return rows.map(({ row, slug, title }) => ({
    seq: row.seq,
    at: row.at,
    actor: { id: row.actorId, name: row.actorName },
    action: row.action,
    crisis: row.crisisId !== null && slug !== null && title !== null ? { id: row.crisisId, slug, title } : null,
    subject: row.subject,
    details: row.details,
    digest: row.digest,
    hash: row.hash,
  }))
}

/** Who acted and what was done, in the acts that may be read: what they can be filtered by. */
export async function loadActVocabulary(
  db: Queryable,
  readable: ReadableCrises,
): Promise<{ people: { id: string; name: string }[]; actions: string[] }> {
  const [people, actions] = await Promise.all([
    db
      .select({ id: auditLog.actorId, name: sql<string>`max(${auditLog.actorName})` })
      .from(auditLog)
      .where(isReadable(readable))
      .groupBy(auditLog.actorId),
    db.selectDistinct({ action: auditLog.action }).from(auditLog).where(isReadable(readable)),
  ])
  return {
    people: people.sort((a, b) => (a.name < b.name ? -1 : 1)),
    actions: actions.map(({ action }) => action).sort(),
  }
}
