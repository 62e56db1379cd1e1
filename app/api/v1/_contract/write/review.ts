import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { figureStates, findingSchema, grades } from '@/domain/figure/figure'
import { disputeCorrectionSchema, figureCorrectionSchema, noteCorrectionSchema } from '@/domain/figure/figure-entry'
import { resolutionRules } from '@/domain/reconciliation/headline'
import { instantSchema } from '@/domain/time/instant'
import { isPointer } from '@/domain/workflow/field-pointer'
import type { Versioned } from '@/domain/workflow/waiting'

const id = z.string().min(1).max(80)
const text = z.string().min(1).max(1000)
const named = z.object({ id, version: z.number().int().min(1) })
const state = z.object({ id: z.string(), version: z.number().int(), state: z.enum(figureStates) })
const made = z.object({ id: z.string() })
const corrected = z.object({ id: z.string(), version: z.number().int() })
const nothing = z.object({})

const reviewer = ['reviewer'] as const
const whoEnters = ['contributor', 'reviewer'] as const

/** What is done with a version of a figure, note or dispute: one mechanism for the three. */
function verbsOf<const Noun extends Versioned, Correction extends z.ZodType, Answer extends z.ZodType>(
  noun: Noun,
  { correction, answer }: { correction: Correction; answer: Answer },
) {
  const name = `${noun[0]?.toUpperCase()}${noun.slice(1)}`
  const path = `/${noun}s/{id}`
  const verb = { method: 'POST', answer: state, status: 200, isVersioned: true } as const
  return {
    correct: {
      ...verb,
      id: `correct${name}`,
      method: 'PATCH',
      path,
      summary: `Correct a ${noun}, or mend one that waits: the fields that change, and why; a new version that waits for approval`,
      roles: whoEnters,
      body: correction,
      answer,
    },
    approve: {
      ...verb,
      id: `approve${name}`,
      path: `${path}/approve`,
      summary: `Approve a version of a ${noun} that somebody else wrote`,
      roles: reviewer,
      body: nothing,
    },
    return: {
      ...verb,
      id: `return${name}`,
      path: `${path}/return`,
      summary: `Return a version of a ${noun} to its author, with a comment and the field it is about`,
      roles: reviewer,
      body: z.object({
        comment: text,
        field: z
          .string()
          .refine(isPointer, 'Name the field as a JSON pointer, for example "/quantity".')
          .nullable()
          .default(null),
      }),
    },
    submit: {
      ...verb,
      id: `submit${name}`,
      path: `${path}/submit`,
      summary: `Submit a returned version of a ${noun} again as it stands, with an answer to the comment`,
      roles: ['contributor', 'reviewer', 'editor'],
      body: z.object({ comment: text }),
    },
    withdraw: {
      ...verb,
      id: `withdraw${name}`,
      path: `${path}/withdraw`,
      summary: `Withdraw a ${noun} at once, or take back one that nobody approved yet`,
      roles: whoEnters,
      body: z.object({ reason: text }),
    },
    confirmWithdrawal: {
      ...verb,
      id: `confirm${name}Withdrawal`,
      path: `${path}/confirm-withdrawal`,
      summary: `Confirm that a ${noun} was withdrawn: a second person has looked`,
      roles: reviewer,
      body: nothing,
    },
  } as const satisfies Record<string, WriteOperation>
}

/** The verbs of versions, by what they are of. */
export const versionOperations = {
  figure: verbsOf('figure', {
    correction: figureCorrectionSchema,
    answer: corrected.extend({ findings: z.array(findingSchema) }),
  }),
  note: verbsOf('note', { correction: noteCorrectionSchema, answer: corrected }),
  dispute: verbsOf('dispute', { correction: disputeCorrectionSchema, answer: corrected }),
}

/** What reviewers and editors decide and record. */
export const decisionOperations = {
  approveFigures: {
    id: 'approveFigures',
    method: 'POST',
    path: '/crises/{crisis}/approvals',
    summary: 'Approve several figures, all or none; what cannot be is named one by one',
    roles: reviewer,
    body: z.object({ figures: z.array(named).min(1).max(200) }),
    answer: z.object({ figures: z.array(state) }),
    status: 200,
  },
  recordOfficeCheck: {
    id: 'recordOfficeCheck',
    method: 'POST',
    path: '/figures/{id}/office-checks',
    summary: "Record this office's own check of a figure: by which method, by whom, when",
    roles: reviewer,
    body: z.object({ method: text, by: text, at: instantSchema }),
    answer: made,
    status: 201,
  },
  withdrawOfficeCheck: {
    id: 'withdrawOfficeCheck',
    method: 'POST',
    path: '/figures/{id}/office-checks/withdraw',
    summary: 'Take back the office check of a figure that holds',
    roles: reviewer,
    body: z.object({ reason: text }),
    answer: nothing,
    status: 200,
  },
  recordIndependence: {
    id: 'recordIndependence',
    method: 'POST',
    path: '/crises/{crisis}/independences',
    summary: 'Record that two sources are independent of each other, with the reason',
    roles: reviewer,
    body: z.object({ a: id, b: id, reason: text }),
    answer: made,
    status: 201,
  },
  withdrawIndependence: {
    id: 'withdrawIndependence',
    method: 'POST',
    path: '/independences/{id}/withdraw',
    summary: 'Take back that two sources are independent, with the reason',
    roles: reviewer,
    body: z.object({ reason: text }),
    answer: nothing,
    status: 200,
  },
  recordResolution: {
    id: 'recordResolution',
    method: 'POST',
    path: '/crises/{crisis}/resolutions',
    summary:
      'Decide which figure stands in its scope or, ofStatement, which of the differing relays of its statement is right; by which rule, and why',
    roles: ['editor'],
    body: z.object({
      figure: id,
      ofStatement: z.boolean().default(false),
      rule: z.enum(resolutionRules),
      reason: text,
    }),
    answer: made,
    status: 201,
  },
  approveResolution: {
    id: 'approveResolution',
    method: 'POST',
    path: '/resolutions/{id}/approve',
    summary: 'Approve a decision that somebody else entered; the one that held is replaced by it',
    roles: ['reviewer', 'editor'],
    body: nothing,
    answer: made,
    status: 200,
  },
  returnResolution: {
    id: 'returnResolution',
    method: 'POST',
    path: '/resolutions/{id}/return',
    summary: 'Return a decision to whoever entered it, with a comment',
    roles: reviewer,
    body: z.object({ comment: text }),
    answer: made,
    status: 200,
  },
  gradeSource: {
    id: 'gradeSource',
    method: 'POST',
    path: '/sources/{id}/grades',
    summary: 'Grade the reliability of a source, with the reason; holds once somebody else approves it',
    roles: ['reviewer', 'administrator'],
    body: z.object({ reliability: z.enum(grades), reason: text }),
    answer: made,
    status: 201,
  },
  approveGrade: {
    id: 'approveGrade',
    method: 'POST',
    path: '/grades/{id}/approve',
    summary: 'Approve a grade that somebody else entered; the one that held is replaced by it',
    roles: ['reviewer', 'administrator'],
    body: nothing,
    answer: made,
    status: 200,
  },
  returnGrade: {
    id: 'returnGrade',
    method: 'POST',
    path: '/grades/{id}/return',
    summary: 'Return a grade to whoever entered it, with a comment',
    roles: reviewer,
    body: z.object({ comment: text }),
    answer: made,
    status: 200,
  },
} as const satisfies Record<string, WriteOperation>

const flat = Object.values(versionOperations).flatMap((verbs) => Object.values<WriteOperation>(verbs))

/** All of it, by id. */
export const reviewOperations: Record<string, WriteOperation> = {
  ...Object.fromEntries(flat.map((operation) => [operation.id, operation])),
  ...decisionOperations,
}
