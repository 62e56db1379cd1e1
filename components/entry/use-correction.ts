'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DraftSubmission } from '@/components/drafts/draft-keeper'
import type { OutboxEntry } from '@/components/drafts/submission'
import type { KeptFields } from '@/components/entry/use-kept-fields'
import { type CorrectionFields, changesTo } from '@/domain/entry/correction-fields'
import { toCorrect } from '@/domain/entry/fields-of-entered'
import type { FieldProblem } from '@/domain/entry/to-figure-entry'
import type { Citation } from '@/domain/figure/figure'
import type { Versioned } from '@/domain/workflow/waiting'

/** What a form changes instead of entering anew. */
export interface Changing<Content> {
  content: Content
  /** It is known to all: the change corrects it. Otherwise it waits or was returned, and is mended. */
  isKnown: boolean
  /** Words of whoever returned it, and the field they are about, as a JSON pointer. */
  comment: string | null
  field: string | null
}

/** A refused entry that is filled in again. */
export interface Again {
  key: string
  entry: OutboxEntry
}

type Content = { id: string; version: number; citations: readonly Citation[] }
type Correctable = { correction: CorrectionFields | null }

/** How a noun of the desk gets into its form, and out of it. */
interface Forms<Entered, Fields> {
  noun: Versioned
  documentId: string
  toFields: (content: Entered) => Fields
  toEntry: (fields: Fields) => object
}

export interface Correction<Fields> {
  /** What stands now, as the form would hold it. */
  standing: Fields
  isKnown: boolean
  /** Somebody else wrote a newer version since the person began. */
  isStale: boolean
  /** After that: to go on from what stands now, or to keep what is typed, over it. */
  takeStanding: () => void
  keepMine: () => void
}

/** Where a form's values begin: with what it changes, with a refused entry that is filled in again, or (null) anew. */
export function firstFieldsOf<Entered extends Content, Fields extends Correctable>(
  changing: Changing<Entered> | null,
  again: Again | null,
  { documentId, toFields }: Pick<Forms<Entered, Fields>, 'documentId' | 'toFields'>,
): Fields | null {
  if (again?.entry.submission.form) return again.entry.submission.form.values as Fields
  return changing && toCorrect(toFields(changing.content), changing.content, documentId)
}

/**
 * A form that changes what was entered: what stands beside what is typed, and what is sent, which is nothing but the changes. A version
 * that is newer than the one the person began with stops them until they have looked at both.
 */
export function useCorrection<Entered extends Content, Fields extends Correctable>(
  { read, change, fields }: KeptFields<Fields>,
  changing: Changing<Entered> | null,
  again: Again | null,
  { noun, documentId, toFields, toEntry }: Forms<Entered, Fields>,
) {
  const t = useTranslations('entry.correction')
  const [told, setTold] = useState<Entered | null>(() => asContent<Entered>(again?.entry.problem?.current))
  const standing = newerOf(changing?.content ?? null, told)
  const standingFields = standing && toCorrect(toFields(standing), standing, documentId)
  const isStale = standing !== null && fields.correction !== null && fields.correction.basedOn < standing.version
  const correction: Correction<Fields> | null = standing &&
    standingFields && {
      standing: standingFields,
      isKnown: changing?.isKnown ?? false,
      isStale,
      takeStanding: () =>
        change((before) => ({
          ...standingFields,
          correction: { ...standingFields.correction, reason: before.correction?.reason ?? '' },
        })),
      keepMine: () =>
        change((before) => ({
          ...before,
          correction: before.correction && { ...before.correction, basedOn: standing.version },
        })),
    }
  const changesIn = (now: Fields) => (standingFields ? changesTo(toEntry(standingFields), toEntry(now)) : {})
  return {
    correction,
    /** What keeps a change from being sent, beside what is wrong with its fields. */
    findProblems: (): { problems: FieldProblem[]; more: Record<string, string> } => {
      const now = read()
      if (!now.correction) return { problems: [], more: {} }
      const problems: FieldProblem[] =
        now.correction.reason.trim() === '' ? [{ field: 'reason', problem: 'missing' }] : []
      if (isStale) return { problems, more: { form: t('lookFirst') } }
      return { problems, more: Object.keys(changesIn(now)).length === 0 ? { form: t('unchanged') } : {} }
    },
    /** The request that makes the changes; null where the form enters something new. */
    toSubmission: ({ label, href }: Pick<DraftSubmission, 'label' | 'href'>): DraftSubmission | null => {
      const now = read()
      if (!now.correction || !standing) return null
      const { basedOn, reason } = now.correction
      const body = { ...changesIn(now), reason: reason.trim() }
      return { method: 'PATCH', path: `/api/v1/${noun}s/${standing.id}`, ifMatch: basedOn, label, href, body }
    },
    /** Takes note of what the server says stands now. */
    learn: (current: unknown) => setTold(asContent<Entered>(current)),
  }
}

/** The answer to a stale version holds the newest one, as the API shows it to people of the desk. */
function asContent<Entered>(current: unknown): Entered | null {
  return typeof current === 'object' && current !== null && 'version' in current ? (current as Entered) : null
}

function newerOf<Entered extends Content>(one: Entered | null, other: Entered | null): Entered | null {
  if (!one || !other) return one ?? other
  return other.version > one.version ? other : one
}

/** The name of a form, under which its draft is kept. */
export const formIdOf = (noun: Versioned, document: { id: string } | null, changing: Changing<Content> | null) =>
  changing ? `${noun} ${changing.content.id}` : `${noun} of document ${document?.id ?? ''}`
