import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { textArray } from '@/db/repositories/read-visibility'
import { unconfirmedVersions } from '@/db/repositories/read-withdrawals'
import type { ResolutionRule } from '@/domain/reconciliation/headline'
import type { Versioned, WaitingKind, WorkflowEvent } from '@/domain/workflow/waiting'
import type { WorkflowState, WorkflowSubject } from '@/domain/workflow/workflow-state'

/** Whose waiting versions are wanted: those of these crises (null: of all, and of what belongs to none). */
export interface WaitingSelection {
  crises: string[] | null
  kinds?: readonly WaitingKind[] | undefined
  state?: 'submitted' | 'returned' | 'withdrawn' | undefined
  document?: string | undefined
  author?: string | undefined
  /** Versions of this object alone. */
  id?: string | undefined
}

/** A version that waits, without its content. `seq` orders them, oldest first. */
export interface WaitingRow {
  seq: number
  kind: WaitingKind
  subject: WorkflowSubject
  id: string
  version: number
  crisisId: string | null
  author: { id: string; name: string }
  last: WorkflowEvent
  reason: string | null
  /** Everybody who wrote it or an unapproved wording before it; of a withdrawal, who withdrew. */
  authorIds: string[]
  /** Whether it is a part of a figure that is not known, or disputes one. */
  hasUnknownGround: boolean
}

const kindsOfVersions: Record<Versioned, { table: SQL; id: SQL; ground: SQL }> = {
  figure: {
    table: sql.raw('figure_versions'),
    id: sql.raw('figure_id'),
    ground: sql`version.part_of is not null and not exists (select from figure_versions as whole
      where whole.figure_id = version.part_of and whole.known_from is not null and whole.known_to is null)`,
  },
  note: { table: sql.raw('note_versions'), id: sql.raw('note_id'), ground: sql`false` },
  dispute: {
    table: sql.raw('dispute_versions'),
    id: sql.raw('dispute_id'),
    ground: sql`not exists (select from disputes join figure_versions as figure on figure.figure_id = disputes.figure_id
      where disputes.id = version.dispute_id and figure.known_from is not null and figure.known_to is null)`,
  },
}

/** Newest wordings nobody approved, of things that were not withdrawn. Whether they were taken back, their last event tells. */
const waitingVersions = sql.join(
  Object.entries(kindsOfVersions).map(
    ([kind, { table, id, ground }]) => sql`
    select ${kind} as kind, ${kind} as subject, version.${id} as id, version.version, version.crisis_id, version.author_id, version.reason,
      array(select distinct draft.author_id from ${table} as draft
        where draft.${id} = version.${id} and draft.known_from is null) as author_ids,
      ${ground} as has_unknown_ground
    from ${table} as version where version.known_from is null and not exists (select from ${table} as other
      where other.${id} = version.${id} and (other.version > version.version or other.closed_by = 'withdrawn'))`,
  ),
  sql` union all `,
)

const waitingDecisions = sql`
  select 'resolution' as kind, 'resolution' as subject, id, 1 as version, crisis_id, author_id, reason, array[author_id] as author_ids, false as has_unknown_ground
  from resolutions where known_from is null
  union all
  select 'grade', 'grade', id, 1, crisis_id, author_id, reason, array[author_id], false from source_grades where known_from is null`

const waitingWithdrawals = sql`
  select 'withdrawal' as kind, kind as subject, id, version, crisis_id, author_id, closed_reason as reason, array[closer_id] as author_ids, false as has_unknown_ground
  from (${unconfirmedVersions}) as withdrawal`

/** Everything that waits, with what last became of it. */
function waiting({ crises, kinds, state, document, author, id }: WaitingSelection): SQL {
  const conditions = [
    sql`event.state in ('submitted', 'returned', 'withdrawn') and (event.state = 'withdrawn') = (found.kind = 'withdrawal')`,
    ...(crises === null ? [] : [sql`found.crisis_id = any(${textArray(crises)})`]),
    ...(kinds === undefined ? [] : [sql`found.kind = any(${textArray(kinds)})`]),
    ...(state === undefined ? [] : [sql`event.state = ${state}`]),
    ...(author === undefined ? [] : [sql`found.author_id = ${author}`]),
    ...(id === undefined ? [] : [sql`found.id::text = ${id}`]),
    ...(document === undefined
      ? []
      : [
          sql`exists (select from citations where citations.document_id = ${document} and citations.version = found.version
            and found.id = case found.subject when 'figure' then citations.figure_id when 'note' then citations.note_id else citations.dispute_id end)`,
        ]),
  ]
  return sql`
    from (${waitingVersions} union all ${waitingDecisions} union all ${waitingWithdrawals}) as found
    cross join lateral (select * from workflow_events as event where event.subject = found.subject and event.subject_id = found.id
      and event.version = found.version order by event.seq desc limit 1) as event
    join people as author on author.id = found.author_id
    join people as person on person.id = event.person_id
    where ${sql.join(conditions, sql` and `)}`
}

/** What waits, the longest waiting first, from after the place that `after` names. */
export async function loadWaiting(
  db: Queryable,
  selection: WaitingSelection,
  { after, limit }: { after: number | null; limit: number },
): Promise<WaitingRow[]> {
  const rows = await db.execute<{
    seq: string
    kind: WaitingKind
    subject: WorkflowSubject
    id: string
    version: number
    crisis_id: string | null
    author_id: string
    author_name: string
    reason: string | null
    author_ids: string[]
    has_unknown_ground: boolean
    state: WorkflowState
    at: string
    person_id: string
    person_name: string
    comment: string | null
    field: string | null
  }>(sql`
    select event.seq, found.*, author.name as author_name, event.state, event.at, event.person_id, person.name as person_name,
      event.comment, event.field
    ${waiting(selection)} ${after === null ? sql`` : sql`and event.seq > ${after}`}
    order by event.seq limit ${limit}`)
  return [...rows].map((row) => ({
    seq: Number(row.seq),
    kind: row.kind,
    subject: row.subject,
    id: row.id,
    version: row.version,
    crisisId: row.crisis_id,
    author: { id: row.author_id, name: row.author_name },
    last: {
      state: row.state,
      at: new Date(row.at).toISOString(),
      by: { id: row.person_id, name: row.person_name },
      comment: row.comment,
      field: row.field,
    },
    reason: row.reason,
    authorIds: row.author_ids,
    hasUnknownGround: row.has_unknown_ground,
  }))
}

/** How much waits, by state and kind; `own`: of it, what this person wrote or withdrew. */
export async function countWaiting(
  db: Queryable,
  selection: WaitingSelection,
  person: string,
): Promise<{ kind: WaitingKind; state: WorkflowState; count: number; own: number }[]> {
  const rows = await db.execute<{ kind: WaitingKind; state: WorkflowState; count: number; own: number }>(sql`
    select found.kind, event.state, count(*)::int as count, count(*) filter (where ${person} = any(found.author_ids))::int as own
    ${waiting(selection)} group by found.kind, event.state`)
  return [...rows]
}

/** A decision that waits: which figure is to stand by which rule, or which grade is to hold. */
export async function loadWaitingDecisions(db: Queryable, ids: readonly string[]) {
  const resolved = await db.execute<{ id: string; figure: string; of_statement: boolean; rule: ResolutionRule }>(
    sql`select id, figure_id as figure, statement_id is not null as of_statement, rule from resolutions where id = any(${textArray(ids)})`,
  )
  const graded = await db.execute<{ id: string; source: string; reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' }>(
    sql`select id, source_id as source, reliability from source_grades where id = any(${textArray(ids)})`,
  )
  return {
    resolutions: new Map(
      [...resolved].map(({ id, figure, of_statement, rule }) => [id, { figure, ofStatement: of_statement, rule }]),
    ),
    grades: new Map([...graded].map(({ id, ...grade }) => [id, grade])),
  }
}

/** The newest version of each of these figures that is known now. */
export async function readKnownVersions(
  db: Queryable,
  figures: readonly string[],
): Promise<{ id: string; version: number }[]> {
  const rows = await db.execute<{ id: string; version: number }>(
    sql`select distinct on (figure_id) figure_id as id, version from figure_versions where figure_id = any(${textArray(figures)})
      order by figure_id, (known_from is not null) desc, version desc`,
  )
  return [...rows]
}

/** What became of every version of one thing, in order, with who approved and closed it. */
export async function loadHistory(
  db: Queryable,
  kind: Versioned,
  id: string,
): Promise<{
  events: ({ version: number } & WorkflowEvent)[]
  people: { version: number; author: Person; approver: Person | null; closer: Person | null }[]
}> {
  const { table, id: column } = kindsOfVersions[kind]
  const events = await db.execute<{
    version: number
    state: WorkflowState
    at: string
    id: string
    name: string
    comment: string | null
    field: string | null
  }>(sql`
    select event.version, event.state, event.at, person.id, person.name, event.comment, event.field
    from workflow_events as event join people as person on person.id = event.person_id
    where event.subject = ${kind} and event.subject_id = ${id} order by event.seq`)
  const versions = await db.execute<{
    version: number
    author_id: string
    author: string
    approver_id: string | null
    approver: string | null
    closer_id: string | null
    closer: string | null
  }>(sql`
    select version.version, author.id as author_id, author.name as author, approver.id as approver_id, approver.name as approver,
      closer.id as closer_id, closer.name as closer
    from ${table} as version join people as author on author.id = version.author_id
    left join people as approver on approver.id = version.approver_id left join people as closer on closer.id = version.closer_id
    where version.${column} = ${id}`)
  return {
    events: [...events].map(({ at, id: by, name, ...event }) => ({
      ...event,
      at: new Date(at).toISOString(),
      by: { id: by, name },
    })),
    people: [...versions].map((row) => ({
      version: row.version,
      author: { id: row.author_id, name: row.author },
      approver: personOf(row.approver_id, row.approver),
      closer: personOf(row.closer_id, row.closer),
    })),
  }
}

interface Person {
  id: string
  name: string
}

const personOf = (id: string | null, name: string | null): Person | null =>
  id === null ? null : { id, name: name ?? id }
