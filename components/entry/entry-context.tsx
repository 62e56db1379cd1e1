'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Indicator } from '@/domain/indicator/indicator'

/** What every form of the entry desk needs to know of its crisis. */
export interface EntryCrisis {
  slug: string
  title: string
  timeZone: string
  groups: { slug: string; label: string }[]
  /** With what each is called in the language of the screen. */
  codelist: (Indicator & { label: string })[]
  /** Usages of place names the crisis knows ("armenian", "azerbaijani"), the preferred first. */
  usages: string[]
}

const Context = createContext<EntryCrisis | null>(null)

export function EntryCrisisProvider({ crisis, children }: { crisis: EntryCrisis; children: ReactNode }) {
  return <Context value={crisis}>{children}</Context>
}

/** The crisis of the entry desk; null outside of it. */
export const useEntryCrisisIfAny = (): EntryCrisis | null => useContext(Context)

/** @throws Error outside of the entry desk */
export function useEntryCrisis(): EntryCrisis {
  const crisis = useContext(Context)
  if (!crisis) throw new Error('This form stands outside of the entry desk.')
  return crisis
}
