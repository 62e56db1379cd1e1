'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useCallback, useState } from 'react'
import type { DraftSubmission } from '@/components/drafts/draft-keeper'
import type { Problem } from '@/components/drafts/submission'
import type { KeptFields } from '@/components/entry/use-kept-fields'
import { fieldOfFinding, fieldOfPointer } from '@/domain/entry/field-of'
import type { FieldProblem } from '@/domain/entry/to-figure-entry'

/** Where a submission is now: `answer` of one that was sent; null for one that waits. */
export type Went = { key: string; answer: Record<string, unknown> | null }

export interface SubmissionState {
  /** By field, in words; `form`: of none. */
  errors: Record<string, string>
  /** Names what cannot be sent yet, and leads there. True where there is something. */
  stop: (problems: readonly FieldProblem[], more?: Record<string, string>) => boolean
  /** Sends or queues; null where it was refused or could be neither: the form stays full and says why. */
  send: (submission: DraftSubmission) => Promise<Went | null>
}

/** Submits a form of the desk and puts what the server says beside its fields. */
export function useSubmission<Fields extends object>(
  { draft, read }: KeptFields<Fields>,
  form: RefObject<HTMLElement | null>,
  first: Problem | null = null,
  /** Told what stands now, where the server says that it is not what was seen. */
  onStale: (current: unknown) => void = () => {},
): SubmissionState {
  const t = useTranslations('entry.problems')
  const [errors, setErrors] = useState<Record<string, string>>(() => (first ? errorsIn(first) : {}))
  const show = useCallback(
    (next: Record<string, string>) => {
      setErrors(next)
      // Once the fields are marked: to the first of them.
      if (Object.keys(next).length > 0) {
        setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 50)
      }
    },
    [form],
  )
  const stop: SubmissionState['stop'] = (problems, more = {}) => {
    const next = { ...Object.fromEntries(problems.map(({ field, problem }) => [field, t(problem)])), ...more }
    show(next)
    return Object.keys(next).length > 0
  }
  const send: SubmissionState['send'] = async (submission) => {
    const key = draft.submissionKey()
    const outcome = await draft.submit(submission, read())
    if (outcome.is === 'sent' || outcome.is === 'queued') {
      show({})
      return { key, answer: outcome.is === 'sent' ? (outcome.answer as Record<string, unknown>) : null }
    }
    if (outcome.is === 'elsewhere') show({ form: t('elsewhere') })
    else {
      if (outcome.problem.status === 409) onStale(outcome.problem.current)
      show(errorsIn(outcome.problem))
    }
    return null
  }
  return { errors, stop, send }
}

/** A refusal by field. A grave finding is told of the figure as a whole: its code says which field it is about. */
export function errorsIn({ title, detail, errors = [] }: Problem): Record<string, string> {
  const byField: Record<string, string> = {}
  for (const { pointer, message } of errors) {
    const [, code, sentence] = /^([a-z-]+): (.*)$/su.exec(message) ?? []
    const field = code && /^\/figures\/\d+$/.test(pointer) ? fieldOfFinding(code) : fieldOfPointer(pointer)
    byField[field] = [byField[field], sentence ?? message].filter(Boolean).join(' ')
  }
  return Object.keys(byField).length > 0 ? byField : { form: `${title}. ${detail}` }
}
