import { z } from 'zod'
import { disputeSchema, figureSchema, grades } from '@/domain/figure/figure'
import { noteSchema } from '@/domain/note/note'
import { resolutionRules } from '@/domain/reconciliation/headline'
import { instantSchema } from '@/domain/time/instant'
import type { Role } from '@/domain/workflow/actor'
import { workflowStates } from '@/domain/workflow/workflow-state'

/** What is entered, mended, corrected and withdrawn version by version. */
export const versioned = ['figure', 'note', 'dispute'] as const
export type Versioned = (typeof versioned)[number]

/** What is decided once, and replaced by the next decision. */
export const decided = ['resolution', 'grade'] as const
export type Decided = (typeof decided)[number]

/** Whoever holds one of these may see what nobody approved yet; nobody else ever does. */
export const deskRoles = ['contributor', 'reviewer', 'editor', 'administrator'] as const satisfies readonly Role[]

/** A second person confirms a withdrawal within so many hours; then it is overdue. */
export const hoursToConfirm = 24

/** Why the one who asks cannot approve it now. */
export const hindrances = ['no-reviewer', 'own', 'returned', 'whole-waits', 'figure-waits'] as const
export type Hindrance = (typeof hindrances)[number]

const personSchema = z.object({ id: z.string(), name: z.string() })

/** What last became of a version, and by whom. `field`: a JSON pointer into what was entered. */
export const workflowEventSchema = z.object({
  state: z.enum(workflowStates),
  at: instantSchema,
  by: personSchema,
  comment: z.string().nullable(),
  field: z.string().nullable(),
})
export type WorkflowEvent = z.infer<typeof workflowEventSchema>

const common = {
  id: z.string(),
  version: z.number().int(),
  /** Null where it belongs to no one crisis. */
  crisis: z.object({ slug: z.string(), title: z.string() }).nullable(),
  author: personSchema,
  /** What last became of it: submitted, returned with a comment on a field, or withdrawn. */
  last: workflowEventSchema,
  /** Why it is to replace what holds; null for a first version. */
  reason: z.string().nullable(),
  hindrance: z.enum(hindrances).nullable(),
}

/** What waits for somebody: a submitted version for its approval, a returned one for its author, a withdrawal for its confirmation. */
export const waitingSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('figure'), figure: figureSchema }),
  z.object({ ...common, kind: z.literal('note'), note: noteSchema }),
  z.object({ ...common, kind: z.literal('dispute'), dispute: disputeSchema, disputed: figureSchema.nullable() }),
  z.object({
    ...common,
    kind: z.literal('resolution'),
    /** The figure that is to stand; `ofStatement`: among the relays of its statement alone. */
    figure: figureSchema.nullable(),
    ofStatement: z.boolean(),
    rule: z.enum(resolutionRules),
  }),
  z.object({
    ...common,
    kind: z.literal('grade'),
    source: personSchema.extend({ reliability: z.enum(grades) }),
    reliability: z.enum(grades),
  }),
  z.object({
    ...common,
    kind: z.literal('withdrawal'),
    of: z.enum(versioned),
    /** It has waited longer than `hoursToConfirm`. */
    overdue: z.boolean(),
    figure: figureSchema.nullable(),
    note: noteSchema.nullable(),
    dispute: disputeSchema.nullable(),
  }),
])
export type Waiting = z.infer<typeof waitingSchema>
export type WaitingKind = Waiting['kind']

/** One version with its whole story, for people of the desk. `approver`, `closer`: null where nobody did. */
const storied = {
  author: personSchema,
  approver: personSchema.nullable(),
  closer: personSchema.nullable(),
  history: z.array(workflowEventSchema),
}
export const figureStorySchema = z.object({ ...storied, version: figureSchema })
export const noteStorySchema = z.object({ ...storied, version: noteSchema })
export const disputeStorySchema = z.object({ ...storied, version: disputeSchema })
export interface Story<Content> {
  author: z.infer<typeof personSchema>
  approver: z.infer<typeof personSchema> | null
  closer: z.infer<typeof personSchema> | null
  history: WorkflowEvent[]
  version: Content
}
