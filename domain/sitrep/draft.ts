import { z } from 'zod'
import type { SitrepRequest } from '@/domain/sitrep/compose-sitrep'
import { sectionKeys } from '@/domain/sitrep/section-keys'
import { writtenSchema } from '@/domain/sitrep/written'
import { type Instant, instantSchema } from '@/domain/time/instant'
import { locales } from '@/domain/viewpoint/viewpoint'

/** A flash update is for hours, not for days (section 9 of the domain). */
export const flashHours = { least: 2, most: 72 }

/** What people decide of a sitrep while it is a draft: its viewpoint, its frame, what is written in it. All else is computed. */
export const draftContentSchema = z
  .object({
    kind: z.enum(['situation-report', 'flash-update']),
    asOf: instantSchema,
    knownAt: instantSchema,
    /** The first is the one it is written in. */
    languages: z
      .array(z.enum(locales))
      .min(1, 'Choose a language.')
      .refine((given) => new Set(given).size === given.length, 'A language stands once.'),
    period: z.object({ from: instantSchema, to: instantSchema }),
    nextIssue: instantSchema.nullable(),
    /** Hours after publication at which a flash update expires; null for a situation report. */
    expiresHours: z.number().int().min(flashHours.least).max(flashHours.most).nullable(),
    written: writtenSchema,
    leftOut: z.array(z.enum(sectionKeys)).max(sectionKeys.length),
    /** What an edition after the first mends, and why. */
    erratum: z.object({ what: z.string().trim().min(1).max(1000), why: z.string().trim().min(1).max(1000) }).nullable(),
    /** What each reference read when its editor last saw it, by `referenceKey`: another value is pointed out. */
    seen: z.record(z.string().max(120), z.string().max(2000)),
  })
  .superRefine(({ kind, expiresHours, period, nextIssue, asOf }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (period.from > period.to) refuse('period', 'The period must not end before it starts.')
    if (kind === 'flash-update' && expiresHours === null)
      refuse('expiresHours', `Say after how many hours it expires: ${flashHours.least} to ${flashHours.most}.`)
    if (kind === 'situation-report' && expiresHours !== null)
      refuse('expiresHours', 'Only a flash update expires: leave it out.')
    if (nextIssue !== null && nextIssue <= asOf) refuse('nextIssue', 'The next issue must come after this one’s as-of.')
  })
export type DraftContent = z.infer<typeof draftContentSchema>

/** draft: being written; requested: approval is asked for; approved: by a second person; publishing: pressed, to be finished by whoever comes first. */
export const draftStates = ['draft', 'requested', 'approved', 'publishing', 'published', 'discarded'] as const
export type DraftState = (typeof draftStates)[number]

/** A sitrep that is being written. `version` rises with each save; `authors` are all who saved, and none of them approves. */
export const sitrepDraftSchema = z.object({
  id: z.string(),
  crisis: z.string(),
  number: z.number().int(),
  edition: z.number().int(),
  version: z.number().int(),
  state: z.enum(draftStates),
  content: draftContentSchema,
  authors: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  updatedBy: z.string(),
  requestedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** The day whose cut-off made it, `YYYY-MM-DD`; null for one a person began. */
  scheduledDay: z.string().nullable(),
  /** Why the last try to publish came to nothing. */
  trouble: z.string().nullable(),
})
export type SitrepDraft = z.infer<typeof sitrepDraftSchema>

/** What is composed of a draft, as if it were published at `publishedAt`. */
export function requestOf(
  { number, edition, content }: Pick<SitrepDraft, 'number' | 'edition' | 'content'>,
  publishedAt: Instant,
): SitrepRequest {
  const { kind, period, nextIssue, expiresHours, written, leftOut, erratum, languages } = content
  const expiresAt =
    expiresHours === null ? null : new Date(Date.parse(publishedAt) + expiresHours * 3_600_000).toISOString()
  return {
    number,
    kind,
    edition,
    period,
    nextIssue,
    expiresAt,
    written,
    leftOut,
    erratum: erratum && { ...erratum, replaces: edition - 1 },
    ...(languages[0] ? { writtenIn: languages[0] } : {}),
  }
}
