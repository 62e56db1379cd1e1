import { z } from 'zod'
import type { Operation } from '@/app/api/v1/_contract/operation'
import { noQuery, pageQuery } from '@/app/api/v1/_contract/query'
import { recordedIndependenceSchema } from '@/domain/reconciliation/headline'
import { deliverySchema, webhookSchema } from '@/domain/sending/webhook'
import {
  deskRoles,
  disputeStorySchema,
  figureStorySchema,
  noteStorySchema,
  waitingSchema,
} from '@/domain/workflow/waiting'

const id = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\u0000'), 'U+0000 is not allowed.')

const kinds = ['figure', 'note', 'dispute', 'resolution', 'grade', 'withdrawal'] as const

/** What only people of the desk may read: what nobody approved yet, and who did what. */
export const deskOperations = {
  waiting: {
    id: 'listWaiting',
    path: '/waiting',
    summary:
      'What waits in the crises where one has a role at the desk, the longest waiting first: submitted versions, returned ones with their comment, withdrawals nobody confirmed',
    query: pageQuery.extend({
      crisis: id.optional().meta({ description: "A crisis's slug." }),
      kind: z.array(z.enum(kinds)).optional(),
      state: z.enum(['submitted', 'returned', 'withdrawn']).optional(),
      document: id.optional().meta({ description: 'The id of a document that is cited.' }),
      author: id.optional().meta({ description: 'A person\'s id, or "me".' }),
    }),
    answer: z.object({ items: z.array(waitingSchema), nextCursor: z.string().nullable() }),
    kind: 'own',
    roles: deskRoles,
  },
  figureVersions: {
    id: 'readFigureVersions',
    path: '/figures/{id}/versions',
    summary: 'Every version of a figure, approved or not, with who wrote, approved and closed it and what became of it',
    query: noQuery,
    answer: z.object({ items: z.array(figureStorySchema) }),
    kind: 'own',
    roles: deskRoles,
  },
  noteVersions: {
    id: 'readNoteVersions',
    path: '/notes/{id}/versions',
    summary: 'Every version of a note, approved or not, with who wrote, approved and closed it and what became of it',
    query: noQuery,
    answer: z.object({ items: z.array(noteStorySchema) }),
    kind: 'own',
    roles: deskRoles,
  },
  disputeVersions: {
    id: 'readDisputeVersions',
    path: '/disputes/{id}/versions',
    summary:
      'Every version of a dispute, approved or not, with who wrote, approved and closed it and what became of it',
    query: noQuery,
    answer: z.object({ items: z.array(disputeStorySchema) }),
    kind: 'own',
    roles: deskRoles,
  },
  webhooks: {
    id: 'listWebhooks',
    path: '/crises/{crisis}/webhooks',
    summary: 'The addresses that are told of a crisis’s events, and the newest of what was sent to them',
    query: noQuery,
    answer: z.object({ webhooks: z.array(webhookSchema), deliveries: z.array(deliverySchema) }),
    kind: 'own',
    roles: ['administrator'],
  },
  independences: {
    id: 'listIndependences',
    path: '/crises/{crisis}/independences',
    summary: 'Which sources are recorded as independent of each other, by whom and why',
    query: noQuery,
    answer: z.object({ items: z.array(recordedIndependenceSchema) }),
    kind: 'own',
    roles: deskRoles,
  },
} as const satisfies Record<string, Operation>
