import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { findingSchema } from '@/domain/figure/figure'
import {
  disputeEntrySchema,
  figureEntrySchema,
  noteEntrySchema,
  statementEntrySchema,
} from '@/domain/figure/figure-entry'
import { checkedStatementSchema } from '@/services/enter-figures'

const figures = z.array(z.object({ id: z.string(), version: z.number().int(), findings: z.array(findingSchema) }))
const entered = z.object({ id: z.string(), version: z.number().int() })
const contributor = ['contributor'] as const

/** What a contributor enters. */
export const entryOperations = {
  enterStatement: {
    id: 'enterStatement',
    method: 'POST',
    path: '/crises/{crisis}/statements',
    summary: 'Enter one statement with its figures, and submit them',
    roles: contributor,
    body: statementEntrySchema.omit({ crisis: true }),
    answer: z.object({ id: z.string(), figures }),
    status: 201,
  },
  enterFigures: {
    id: 'enterFigures',
    method: 'POST',
    path: '/crises/{crisis}/figures',
    summary: 'Enter further figures of a statement, and submit them',
    roles: contributor,
    body: z.object({
      statement: statementEntrySchema.shape.crisis,
      figures: z.array(figureEntrySchema).min(1).max(200),
    }),
    answer: z.object({ statement: z.string(), figures }),
    status: 201,
  },
  checkStatement: {
    id: 'checkStatement',
    method: 'POST',
    path: '/crises/{crisis}/findings',
    summary: 'What the guard rails find in a statement that is still being typed; writes nothing',
    roles: ['contributor', 'reviewer'],
    body: checkedStatementSchema.omit({ crisis: true }),
    answer: z.object({ figures: z.array(z.object({ findings: z.array(findingSchema) })) }),
    status: 200,
    isAsking: true,
  },
  enterNote: {
    id: 'enterNote',
    method: 'POST',
    path: '/crises/{crisis}/notes',
    summary: 'Enter a note, and submit it',
    roles: contributor,
    body: noteEntrySchema.omit({ crisis: true }),
    answer: entered,
    status: 201,
  },
  enterDispute: {
    id: 'enterDispute',
    method: 'POST',
    path: '/crises/{crisis}/disputes',
    summary: 'Enter that a source denies or questions a figure, and submit it',
    roles: contributor,
    body: disputeEntrySchema.omit({ crisis: true }),
    answer: entered,
    status: 201,
  },
} as const satisfies Record<string, WriteOperation>
