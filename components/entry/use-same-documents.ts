'use client'

import { useEffect, useState } from 'react'
import { askApi } from '@/components/entry/ask-api'
import type { SameDocument } from '@/domain/document/same-document'

const pause = 600

/** The documents that have this text or address already, asked for while one types. `text`: null to ask for the address alone. */
export function useSameDocuments(crisis: string, text: string | null, url: string): SameDocument[] {
  const [found, setFound] = useState<SameDocument[]>([])
  const address = url.trim()
  useEffect(() => {
    if (!text?.trim() && address === '') {
      setFound([])
      return
    }
    const calledOff = new AbortController()
    const timer = setTimeout(() => {
      const body = { text: text?.trim() ? text : null, url: address || null }
      const path = `/api/v1/crises/${crisis}/documents/same`
      askApi<{ duplicates: SameDocument[] }>(path, body, calledOff.signal).then(
        (said) => setFound(said.is === 'answer' ? said.answer.duplicates : []),
        () => {},
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [crisis, text, address])
  return found
}
