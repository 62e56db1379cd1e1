'use client'

import { createContext, useContext } from 'react'

/** Words of whoever returned an entry, and the id of the field they are about. */
export interface Remark {
  id: string
  text: string
}

/** Beside which field of the form a remark stands; null where there is none. */
export const RemarkContext = createContext<Remark | null>(null)

/** What was said of the field with this id. */
export function useRemark(id: string): string | undefined {
  const remark = useContext(RemarkContext)
  return remark?.id === id ? remark.text : undefined
}

/** Ids of what describes a control: what was said of it, its hint, its error. */
export function useDescribedBy() {
  const remark = useContext(RemarkContext)
  return (id: string, has: { hint?: boolean; error?: boolean } = {}) =>
    [remark?.id === id ? `${id}-remark` : '', has.hint ? `${id}-hint` : '', has.error ? `${id}-error` : '']
      .filter(Boolean)
      .join(' ') || undefined
}
