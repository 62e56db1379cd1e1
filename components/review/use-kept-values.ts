'use client'

import { type RefObject, useEffect } from 'react'
import { type Draft, useDraft } from '@/components/drafts/use-draft'

/** The values of a form by the names of its fields. */
type Values = Record<string, string>

/**
 * Keeps what is typed into an act's form as a draft; a folded form that has one opens. `formId` names the form and what it is about, `submit` what
 * it does.
 */
export function useKeptValues(
  formId: string,
  [values, setValues]: [Values, (values: Values) => void],
  { form, submit }: { form: RefObject<HTMLFormElement | null>; submit: string },
): Draft<Values> {
  const draft = useDraft<Values>(formId, values, {
    reset: (restored) => {
      // A draft of an earlier release may lack a field that the form has by now.
      setValues({ ...values, ...restored })
      const folded = form.current?.closest('details')
      if (folded) folded.open = true
    },
    toLabel: (typed) => `${submit}: ${Object.values(typed).at(-1)?.slice(0, 80) ?? ''}`,
  })
  const { keep } = draft
  useEffect(() => keep(values), [keep, values])
  return draft
}
