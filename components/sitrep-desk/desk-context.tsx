'use client'

import { createContext, useContext } from 'react'
import type { ReferenceValues } from '@/components/sitrep-desk/reference-values'
import type { FoundReference } from '@/domain/sitrep/find-references'

/** What every editor of a draft's page shares. */
export interface ProseDesk {
  values: ReferenceValues
  isEditable: boolean
  /** The language it is written in. */
  language: string
  /** Makes a place reachable from the list of what is to be mended, by its pointer; gives what undoes it. */
  register: (at: string, focus: (index: number) => void) => () => void
  /** Takes note of what a reference reads as it is put in. */
  noteSeen: (found: FoundReference) => void
  /** What goes by the words typed, at the draft's viewpoint; null where the server cannot be reached. */
  find: (typed: string) => Promise<FoundReference[] | null>
}

export const ProseDeskContext = createContext<ProseDesk | null>(null)

/** @throws Error outside of a draft's page */
export function useProseDesk(): ProseDesk {
  const desk = useContext(ProseDeskContext)
  if (!desk) throw new Error('This editor stands outside of a draft.')
  return desk
}
