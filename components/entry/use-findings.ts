'use client'

import { useEffect, useRef, useState } from 'react'
import { askApi } from '@/components/entry/ask-api'
import type { Finding } from '@/domain/figure/figure'

export interface Checked {
  /** The statement that was asked about, as it was sent; null where none was. */
  asked: unknown
  /** Of each figure asked about, in order. */
  findings: Finding[][]
  /** What the server says of fields, while they are still being typed. */
  errors: { pointer: string; message: string }[]
  /** `checking`: what stands here is of an earlier wording. */
  state: 'none' | 'checking' | 'checked' | 'away' | 'sign-in'
}

const nothing: Checked = { asked: null, findings: [], errors: [], state: 'none' }
const pause = 400
/** So long somebody who saves waits for the check; on a link that answers nothing the figure waits on the device, and its check is the server's. */
const patience = 4000

/**
 * What the guard rails find in a statement while it is typed, by the domain's own checks against the ledger. `body`: null while it cannot be
 * checked yet.
 */
export function useFindings(crisis: string, body: unknown | null): Checked {
  const [checked, setChecked] = useState<Checked>(nothing)
  const text = body === null ? null : JSON.stringify(body)
  const latest = useRef(text)
  latest.current = text
  useEffect(() => {
    if (text === null) {
      setChecked(nothing)
      return
    }
    setChecked((before) => ({ ...before, state: 'checking' }))
    const calledOff = new AbortController()
    const timer = setTimeout(() => {
      checkNow(crisis, JSON.parse(text), calledOff.signal).then(
        (result) => latest.current === text && setChecked(result),
        () => {},
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [crisis, text])
  return checked
}

/** The same at once. Without a signal it is called off after some seconds, as though the server were away. Never throws, save when it was called off. */
export async function checkNow(crisis: string, body: unknown, signal?: AbortSignal): Promise<Checked> {
  const path = `/api/v1/crises/${crisis}/findings`
  const asking = askApi<{ figures: { findings: Finding[] }[] }>(path, body, signal ?? AbortSignal.timeout(patience))
  const said = await asking.catch((error) => {
    if (signal) throw error
    return { is: 'away' as const }
  })
  if (said.is === 'away') return { ...nothing, state: 'away' }
  if (said.is === 'answer') {
    return { asked: body, findings: said.answer.figures.map(({ findings }) => findings), errors: [], state: 'checked' }
  }
  const { status, errors = [] } = said.problem
  return status === 401 ? { ...nothing, state: 'sign-in' } : { asked: body, findings: [], errors, state: 'checked' }
}
