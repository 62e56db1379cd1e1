'use client'

import { useCallback, useRef, useState } from 'react'
import { type Draft, useDraft } from '@/components/drafts/use-draft'

export interface KeptFields<Fields> {
  fields: Fields
  /** What stands in the form at this moment, also between two renderings. */
  read: () => Fields
  change: (change: Partial<Fields> | ((fields: Fields) => Fields)) => void
  /** An untouched form with other values. */
  begin: (initial: Fields) => void
  draft: Draft<Fields>
}

/** The fields of a form, kept in this browser as one types. `formId` names the form and what it is about; a component serves one. */
export function useKeptFields<Fields extends object>(
  formId: string,
  initial: Fields,
  submissionKey?: string,
): KeptFields<Fields> {
  const [fields, setFields] = useState(initial)
  const latest = useRef(initial)
  const put = useCallback((next: Fields) => {
    latest.current = next
    setFields(next)
  }, [])
  const draft = useDraft<Fields>(formId, initial, { reset: put, ...(submissionKey && { submissionKey }) })
  const { keep, begin: beginDraft } = draft
  const read = useCallback(() => latest.current, [])
  const change = useCallback<KeptFields<Fields>['change']>(
    (wanted) => {
      put(typeof wanted === 'function' ? wanted(latest.current) : { ...latest.current, ...wanted })
      keep(latest.current)
    },
    [put, keep],
  )
  const begin = useCallback(
    (next: Fields) => {
      put(next)
      beginDraft(next)
    },
    [put, beginDraft],
  )
  return { fields, read, change, begin, draft }
}
