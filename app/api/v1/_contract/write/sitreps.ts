import { z } from 'zod'
import type { WriteOperation } from '@/app/api/v1/_contract/write-operation'
import { draftContentSchema, sitrepDraftSchema } from '@/domain/sitrep/draft'
import { foundReferenceSchema } from '@/domain/sitrep/find-references'
import { lintCodes } from '@/domain/sitrep/lint-sitrep'
import { instantSchema } from '@/domain/time/instant'
import { locales } from '@/domain/viewpoint/viewpoint'
import { erratumSchema, newDraftSchema } from '@/services/sitreps/write-draft'

const editor = ['editor'] as const
const approver = ['editor', 'reviewer'] as const
const done = z.object({})

const lintSchema = z.object({ code: z.enum(lintCodes), grave: z.boolean(), message: z.string(), at: z.string() })

/** The sitrep desk. `{id}` is a draft's. */
export const sitrepOperations = {
  createDraft: {
    id: 'createSitrep',
    method: 'POST',
    path: '/crises/{crisis}/sitreps',
    summary: 'Begin a sitrep for a viewpoint, with the next number',
    roles: editor,
    body: newDraftSchema,
    answer: sitrepDraftSchema,
    status: 201,
  },
  beginErratum: {
    id: 'beginErratum',
    method: 'POST',
    path: '/crises/{crisis}/errata',
    summary: 'Begin the next edition of a published sitrep, which mends it',
    roles: editor,
    body: erratumSchema,
    answer: sitrepDraftSchema,
    status: 201,
  },
  saveDraft: {
    id: 'saveSitrep',
    method: 'PATCH',
    path: '/sitreps/{id}',
    summary: 'Save what was written; an approval that was given is lost',
    roles: editor,
    body: draftContentSchema,
    answer: sitrepDraftSchema,
    status: 200,
    isVersioned: true,
  },
  previewDraft: {
    id: 'previewSitrep',
    method: 'POST',
    path: '/sitreps/{id}/preview',
    summary: 'What would be published of a content, saved or not, and what is to be mended; writes nothing',
    roles: ['editor', 'reviewer', 'administrator'],
    body: z.object({ content: draftContentSchema, locale: z.enum(locales).optional() }),
    file: 'pdf',
    answer: z.object({
      /** The PDF, base64. */
      pdf: z.string(),
      lints: z.array(lintSchema),
      /** What each reference reads, by kind and id ("figure:…"): its value, what its editor saw last where that was another, its sources' numbers. */
      references: z.record(
        z.string(),
        z.object({ text: z.string(), was: z.string().nullable(), cite: z.array(z.number().int()), who: z.string() }),
      ),
      /** Sentences of key figures, offered as highlights. */
      suggestions: z.array(z.object({ sentence: z.string(), text: z.string() })),
    }),
    status: 200,
    isAsking: true,
  },
  findReferences: {
    id: 'findSitrepReferences',
    method: 'POST',
    path: '/sitreps/{id}/references',
    summary:
      'What prose can refer to at a viewpoint and is found by the words typed: key figures, figures, notes; writes nothing',
    roles: ['editor', 'reviewer', 'administrator'],
    body: z.object({
      typed: z.string().max(200),
      asOf: instantSchema,
      knownAt: instantSchema,
      locale: z.enum(locales).optional(),
    }),
    answer: z.object({ items: z.array(foundReferenceSchema) }),
    status: 200,
    isAsking: true,
  },
  requestApproval: {
    id: 'requestSitrepApproval',
    method: 'POST',
    path: '/sitreps/{id}/request-approval',
    summary: 'Ask for the approval of a draft as it stands',
    roles: editor,
    body: z.object({}),
    answer: done,
    status: 200,
    isVersioned: true,
  },
  approveDraft: {
    id: 'approveSitrep',
    method: 'POST',
    path: '/sitreps/{id}/approve',
    summary: 'Approve a draft; nobody who wrote in it can',
    roles: approver,
    body: z.object({}),
    answer: done,
    status: 200,
    isVersioned: true,
  },
  returnDraft: {
    id: 'returnSitrep',
    method: 'POST',
    path: '/sitreps/{id}/return',
    summary: 'Send a draft back with what is to be mended',
    roles: approver,
    body: z.object({ comment: z.string().trim().min(1, 'Say what is to be mended.').max(1000) }),
    answer: done,
    status: 200,
    isVersioned: true,
  },
  discardDraft: {
    id: 'discardSitrep',
    method: 'POST',
    path: '/sitreps/{id}/discard',
    summary: 'Give a draft up: its number is free again',
    roles: editor,
    body: z.object({}),
    answer: done,
    status: 200,
    isVersioned: true,
  },
  publishDraft: {
    id: 'publishSitrep',
    method: 'POST',
    path: '/sitreps/{id}/publish',
    summary: 'Publish an approved draft; pressing again changes nothing',
    roles: editor,
    body: z.object({}),
    answer: z.object({ state: z.enum(['publishing', 'published']) }),
    status: 200,
    isVersioned: true,
  },
} as const satisfies Record<string, WriteOperation>
