'use client'

import { useEffect, useRef, useState } from 'react'
import { askForFile } from '@/components/entry/ask-api'
import type { ReferenceValue } from '@/components/sitrep-desk/reference-values'
import type { DraftContent } from '@/domain/sitrep/draft'
import type { Lint } from '@/domain/sitrep/lint-sitrep'

/** What the server says of a content: its pages, and what is to be mended. */
export interface Previewed {
  /** Counts what was shown: a later one is of later words. */
  serial: number
  pdf: Uint8Array<ArrayBuffer>
  lints: Lint[]
  references: Record<string, ReferenceValue>
  suggestions: { sentence: string; text: string }[]
}

export interface Preview {
  shown: Previewed | null
  trouble: 'away' | 'sign-in' | 'refused' | null
  /** What was refused, in sentences. */
  reasons: string[]
}

const tryAgainAfter = 4000

/**
 * The report that a content would give, asked for anew as it changes: one question at a time, the newest words next. What was shown stays until
 * something newer is there. `serial` counts changes of the content.
 */
export function usePreview(draft: string, content: DraftContent, locale: string): Preview & { serial: number } {
  const [state, setState] = useState<Preview>({ shown: null, trouble: null, reasons: [] })
  const serial = useRef(0)
  const wanted = useRef<{ content: DraftContent; locale: string } | null>(null)
  const isAsking = useRef(false)
  const timer = useRef<number | undefined>(undefined)
  const changedAt = useRef(0)
  const isGone = useRef(false)

  const previous = useRef<unknown>(null)
  if (previous.current !== content) {
    previous.current = content
    serial.current += 1
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again of itself while there is something newer
  useEffect(() => {
    wanted.current = { content, locale }
    changedAt.current = Date.now()
    clearTimeout(timer.current)
    void ask()
  }, [draft, content, locale])

  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      clearTimeout(timer.current)
    }
  }, [])

  const ask = async () => {
    const asked = wanted.current
    if (isAsking.current || !asked) return
    isAsking.current = true
    wanted.current = null
    const ofSerial = serial.current
    const said = await askForFile<Omit<Previewed, 'pdf' | 'serial'>, 'pdf'>(
      `/api/v1/sitreps/${draft}/preview`,
      asked,
      'pdf',
      changedAt.current,
    )
    isAsking.current = false
    if (isGone.current) return
    if (said.is === 'answer') {
      setState({ shown: { ...said.answer, serial: ofSerial }, trouble: null, reasons: [] })
    } else if (said.is === 'refused') {
      const { status, detail, errors = [] } = said.problem
      const reasons = errors.length > 0 ? errors.map(({ message }) => message) : [detail]
      setState(({ shown }) => ({ shown, trouble: status === 401 ? 'sign-in' : 'refused', reasons }))
    } else {
      setState(({ shown }) => ({ shown, trouble: 'away', reasons: [] }))
      wanted.current ??= asked
      timer.current = window.setTimeout(() => void ask(), tryAgainAfter)
      return
    }
    if (wanted.current) void ask()
  }

  return { ...state, serial: serial.current }
}
