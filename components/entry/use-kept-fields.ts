'use client'

import { useCallback, useRef, useState } from 'react'
import { type Draft, useDraft } from '@/components/drafts/use-draft'

/** Changes some of the fields of a form, or makes others of them. */
export type ChangeFields<Fields> = (change: Partial<Fields> | ((fields: Fields) => Fields)) => void

export interface KeptFields<Fields> {
  fields: Fields
  /** What stands in the form at this moment, also between two renderings. */
  read: () => Fields
  change: ChangeFields<Fields>
  /** An untouched form with other values. */
  begin: (initial: Fields) => void
  /** Whether the form is being saved. */
  isHeld: boolean
  /**
   * Saves the form: until the work is done what stands in it is not changed by hand, since it may be put aside for the next entry then. Asked
   * again meanwhile, nothing more is done.
   */
  hold: (work: () => Promise<void>) => Promise<void>
  /** Acts at once, or as soon as the form is saved. */
  whenFree: (act: () => void) => void
  draft: Draft<Fields>
}

/**
 * The fields of a form, kept in this browser as one types. `formId` names the form and what it is about; a component serves one. `toLabel`: what
 * a draft of it is, in words.
 */
export function useKeptFields<Fields extends object>(
  formId: string,
  initial: Fields,
  { submissionKey, toLabel }: { submissionKey?: string | undefined; toLabel?: (fields: Fields) => string } = {},
): KeptFields<Fields> {
  const [fields, setFields] = useState(initial)
  const latest = useRef(initial)
  const begun = useRef(initial)
  const put = useCallback((next: Fields) => {
    // A draft of an earlier release may lack a field that the form has by now.
    latest.current = { ...begun.current, ...next }
    setFields(latest.current)
  }, [])
  const draft = useDraft<Fields>(formId, initial, {
    reset: put,
    ...(submissionKey && { submissionKey }),
    ...(toLabel && { toLabel }),
  })
  const { keep, begin: beginDraft } = draft
  const read = useCallback(() => latest.current, [])
  const held = useRef<Promise<void> | null>(null)
  const [isHeld, setHeld] = useState(false)
  const hold = useCallback(async (work: () => Promise<void>) => {
    if (held.current) return
    setHeld(true)
    held.current = work().finally(() => {
      held.current = null
      setHeld(false)
    })
    await held.current
  }, [])
  const whenFree = useCallback((act: () => void) => {
    if (held.current) void held.current.then(act, act)
    else act()
  }, [])
  const change = useCallback<ChangeFields<Fields>>(
    (wanted) => {
      if (held.current) return
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
  return { fields, read, change, begin, isHeld, hold, whenFree, draft }
}
