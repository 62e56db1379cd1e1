import { bigserial, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '@/db/schema/column-types'
import { crises } from '@/db/schema/crises'
import { people } from '@/db/schema/people'
import type { WorkflowState, WorkflowSubject } from '@/domain/workflow/workflow-state'

/** What became of a version, row by row: submitted, returned with a comment on a field, approved... Append-only. */
export const workflowEvents = pgTable(
  'workflow_events',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    crisisId: text('crisis_id').references(() => crises.id),
    subject: text('subject').$type<WorkflowSubject>().notNull(),
    subjectId: text('subject_id').notNull(),
    version: integer('version').notNull(),
    state: text('state').$type<WorkflowState>().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    comment: text('comment'),
    field: text('field'),
  },
  (table) => [index('workflow_events_subject').on(table.subject, table.subjectId, table.version, table.seq)],
)
