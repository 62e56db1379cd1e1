'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

const NewerFigures = lazy(() => import('@/components/queries/newer-figures'))

/** Loads the watch for newer figures once the page has stood for some seconds: nothing of it belongs to the first view. */
export function NewerFiguresLazily(props: { crisis: string; revision: number; newer: string; show: string }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 10_000)
    return () => clearTimeout(timer)
  }, [])
  return isDue ? (
    <Suspense fallback={null}>
      <NewerFigures {...props} />
    </Suspense>
  ) : null
}
