'use client'

import { useRef, useState } from 'react'
import { newKey } from '@/components/drafts/new-key'
import { sendRequest } from '@/components/drafts/send-request'
import type { Problem } from '@/components/drafts/submission'

/** One thing done to the ledger, over the API. */
export interface Act {
  method?: 'POST' | 'PATCH'
  /** Below `/api/v1`. */
  path: string
  /** The version the person sees, where the act is about one. */
  version?: number
  body?: object
}

/** Why nothing was done. */
export type Refusal = { is: 'refused'; problem: Problem } | { is: 'sign-in' } | { is: 'away' }

/**
 * Does things to the ledger one at a time, and shows nothing as done before the server said so. The same act sent again after the link broke
 * carries the same key, so that it is done once.
 */
export function useAct(userId: string) {
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const keys = useRef(new Map<string, string>())
  const act = async ({ method = 'POST', path, version, body = {} }: Act): Promise<boolean> => {
    if (isBusy) return false
    setBusy(true)
    setRefusal(null)
    const sent = JSON.stringify(body)
    const what = `${method} ${path} ${version} ${sent}`
    const idempotencyKey = keys.current.get(what) ?? newKey()
    keys.current.set(what, idempotencyKey)
    const verdict = await sendRequest(
      {
        method,
        path: `/api/v1${path}`,
        idempotencyKey,
        body: sent,
        ifMatch: version === undefined ? undefined : `"${version}"`,
      },
      userId,
    )
    setBusy(false)
    if (verdict.is === 'accepted') {
      keys.current.delete(what)
      return true
    }
    setRefusal(verdict.is === 'refused' ? verdict : { is: verdict.is })
    return false
  }
  return { act, isBusy, refusal, forget: () => setRefusal(null) }
}
