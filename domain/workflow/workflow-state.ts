/** What passes from a person who enters to a person who approves. */
export const workflowSubjects = ['figure', 'note', 'dispute', 'grade', 'resolution', 'sitrep'] as const
export type WorkflowSubject = (typeof workflowSubjects)[number]

/** A withdrawal takes effect at once and is confirmed by a second person within a day. */
export const workflowStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'corrected',
  'withdrawn',
  'withdrawal-confirmed',
] as const
export type WorkflowState = (typeof workflowStates)[number]
