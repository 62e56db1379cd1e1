'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

interface Props {
  crisis: string
  /** The crisis's revision the page was made from. */
  revision: number
  newer: string
  show: string
}

/**
 * Asks the API every half minute whether the crisis has changed since the page was made, and offers the newer figures; the reader's page
 * never changes under their eyes. Unchanged answers are 304.
 */
export default function NewerFigures(props: Props) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Offer {...props} />
    </QueryClientProvider>
  )
}

function Offer({ crisis, revision, newer, show }: Props) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const { data } = useQuery({
    queryKey: ['crisis', crisis, 'revision'],
    queryFn: ({ signal }) => fetchRevision(crisis, signal),
    initialData: revision,
    staleTime: 30_000,
    refetchInterval: 30_000,
    refetchOnWindowFocus: true,
    retry: 1,
  })
  if (data <= revision) return null
  return (
    <div
      role="status"
      className="no-print fixed inset-x-0 bottom-4 z-20 mx-auto flex w-fit items-center gap-3 rounded-full border border-line bg-surface px-5 py-2 text-sm shadow-lg"
    >
      {newer}
      <button
        type="button"
        disabled={isPending}
        onClick={() => startTransition(() => router.refresh())}
        className="font-semibold text-accent hover:underline"
      >
        {show}
      </button>
    </div>
  )
}

async function fetchRevision(crisis: string, signal: AbortSignal): Promise<number> {
  // As nobody: the number is public, and a page that stands open is no use of anyone's session.
  const response = await fetch(`/api/v1/crises/${crisis}`, { signal, cache: 'no-cache', credentials: 'omit' })
  if (!response.ok) throw new Error(`The crisis could not be read (${response.status}).`)
  const body: unknown = await response.json()
  const value = typeof body === 'object' && body !== null && 'revision' in body ? body.revision : null
  if (typeof value !== 'number') throw new Error('The crisis came without a revision.')
  return value
}
