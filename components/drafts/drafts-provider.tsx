'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { DraftDesk } from '@/components/drafts/draft-desk'

const DeskContext = createContext<DraftDesk | null>(null)

/**
 * Keeps drafts and sends submissions for the signed-in person, for every form inside it. Stands once, around all signed-in pages, so that
 * what waits goes out whichever page is open.
 */
export function DraftsProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const [desk, setDesk] = useState<DraftDesk | null>(null)
  useEffect(() => {
    // The server decides what the person who is signed in by now may see.
    const opened = new DraftDesk({ userId, onEnded: () => window.location.reload() })
    setDesk(opened)
    return () => {
      setDesk(null)
      void opened.stop()
    }
  }, [userId])
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** Null until the page lives, and outside of signed-in pages. */
export function useDesk(): DraftDesk | null {
  return useContext(DeskContext)
}
